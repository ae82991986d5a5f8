package org.feewise.analytics.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The entry to everything that is learnt from history; a new command is a class named in {@code
 * subcommands}, here or in {@link EvalCommand} and {@link BenchCommand}.
 *
 * <p>Results go to standard output, progress and logs to standard error.
 */
@Command(
    name = "feewise",
    resourceBundle = Main.WORDS,
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      CityCommand.class,
      EvalCommand.class,
      BenchCommand.class,
      AnalyzeCommand.class,
      LiveCommand.class
    })
public final class Main extends CommandGroup {
  static final String WORDS = "org.feewise.analytics.cli.cli";

  @Option(names = "--watch-parent", scope = ScopeType.INHERIT)
  private boolean watchParent;

  @Option(names = "--stacktrace", scope = ScopeType.INHERIT)
  private boolean stacktrace;

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs one command and gives its exit status: 0 done, 1 failed, 2 not understood. */
  static int run(String... arguments) {
    Main main = new Main();
    return new CommandLine(main)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Failures::misunderstood)
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> Failures.failed(failure, command, main.stacktrace))
        .setExecutionStrategy(main::execute)
        .execute(arguments);
  }

  private int execute(CommandLine.ParseResult parsed) {
    if (watchParent) {
      ParentWatch.start(System.in);
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {version == null ? "development" : version};
    }
  }
}
