package org.feewise.analytics.cli;

import java.util.concurrent.Callable;
import org.feewise.analytics.risk.bench.TrainBench;
import org.feewise.models.evaluation.Evaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how long the trees of the risk model take to grow, beside XGBoost. */
@Command(name = "train", resourceBundle = Main.WORDS, mixinStandardHelpOptions = true)
final class BenchTrainCommand implements Callable<Integer> {
  @Option(names = "--trees", defaultValue = "200", paramLabel = "N")
  private int trees;

  @Option(names = "--rows", defaultValue = "20000", paramLabel = "N")
  private int rows;

  @Option(names = "--test-rows", defaultValue = "20000", paramLabel = "N")
  private int testRows;

  @Option(names = "--rounds", defaultValue = "3", paramLabel = "N")
  private int rounds;

  @Override
  public Integer call() {
    TrainBench.Request request = new TrainBench.Request(trees, rows, testRows, rounds);
    new Evaluation(System.out, System.err).print(TrainBench.run(request, System.err::println));
    return 0;
  }
}
