package org.feewise.analytics.cli;

import picocli.CommandLine.Command;

/** Measures speed beside a peer in the same run; each measurement is a subcommand. */
@Command(
    name = "bench",
    resourceBundle = Main.WORDS,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "NAME",
    subcommands = {
      BenchPlansCommand.class,
      BenchScoreCommand.class,
      BenchTrainCommand.class,
      BenchAnalyzeCommand.class,
      ChatElsewhere.class
    })
final class BenchCommand extends CommandGroup {}
