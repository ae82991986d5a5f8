package org.feewise.analytics.cli;

import picocli.CommandLine.Command;

/** Scores the product on a file of cases; each kind of case is a subcommand. */
@Command(
    name = "eval",
    resourceBundle = Main.WORDS,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "KIND",
    subcommands = {
      EvalRiskCommand.class,
      EvalSurchargeCommand.class,
      EvalPlansCommand.class,
      ChatElsewhere.class
    })
final class EvalCommand extends CommandGroup {}
