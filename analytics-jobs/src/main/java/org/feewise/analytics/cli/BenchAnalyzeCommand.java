package org.feewise.analytics.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.feewise.analytics.risk.bench.AnalyzeBench;
import org.feewise.models.evaluation.Evaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how a nightly run grows with the number of bills. */
@Command(name = "analyze", resourceBundle = Main.WORDS, mixinStandardHelpOptions = true)
final class BenchAnalyzeCommand implements Callable<Integer> {
  @Mixin private ServerOptions servers;

  @Option(names = "--citizens", split = ",", defaultValue = "8100,81000", paramLabel = "N")
  private List<Integer> citizens;

  @Option(names = "--months", defaultValue = "36", paramLabel = "M")
  private int months;

  @Option(names = "--seed", defaultValue = "7", paramLabel = "N")
  private long seed;

  @Option(
      names = "--folder",
      defaultValue = "${env:FEEWISE_DATA:-.feewise}/bench",
      paramLabel = "DIR")
  private Path folder;

  @Option(
      names = "--feewise",
      hidden = true,
      required = true,
      defaultValue = "${env:FEEWISE_COMMAND}",
      paramLabel = "FILE")
  private Path feewise;

  @Override
  public Integer call() throws Exception {
    AnalyzeBench.Request request =
        new AnalyzeBench.Request(
            feewise, servers.database(), folder.toAbsolutePath(), citizens, months, seed);
    new Evaluation(System.out, System.err).print(AnalyzeBench.run(request, System.err::println));
    return 0;
  }
}
