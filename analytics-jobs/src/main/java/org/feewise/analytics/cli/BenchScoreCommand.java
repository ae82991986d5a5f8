package org.feewise.analytics.cli;

import java.util.concurrent.Callable;
import org.feewise.analytics.risk.bench.ScoreBench;
import org.feewise.models.evaluation.Evaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how many bills a second the risk model scores, beside Smile and XGBoost. */
@Command(name = "score", resourceBundle = Main.WORDS, mixinStandardHelpOptions = true)
final class BenchScoreCommand implements Callable<Integer> {
  @Option(names = "--trees", defaultValue = "200", paramLabel = "N")
  private int trees;

  @Option(names = "--training-rows", defaultValue = "10000", paramLabel = "N")
  private int trainingRows;

  @Option(names = "--rows", defaultValue = "100000", paramLabel = "N")
  private int rows;

  @Option(names = "--rounds", defaultValue = "9", paramLabel = "N")
  private int rounds;

  @Override
  public Integer call() {
    ScoreBench.Request request = new ScoreBench.Request(trees, trainingRows, rows, rounds);
    new Evaluation(System.out, System.err).print(ScoreBench.run(request, System.err::println));
    return 0;
  }
}
