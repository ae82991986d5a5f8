package org.feewise.analytics.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.feewise.analytics.risk.RiskEvaluation;
import org.feewise.analytics.risk.Split;
import org.feewise.models.evaluation.Evaluation;
import org.feewise.models.risk.BillMapping;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the risk model on anybody's table of bills. */
@Command(name = "risk", resourceBundle = Main.WORDS, mixinStandardHelpOptions = true)
final class EvalRiskCommand implements Callable<Integer> {
  @Option(names = "--csv", required = true, paramLabel = "FILE")
  private Path csv;

  @Option(names = "--mapping", required = true, paramLabel = "MAPPING.yaml")
  private Path mapping;

  @Option(names = "--split", defaultValue = "TEMPORAL", paramLabel = "temporal|random")
  private Split split;

  @Option(names = "--test-share", defaultValue = "0.3", paramLabel = "SHARE")
  private double testShare;

  @Option(names = "--seed", defaultValue = "7", paramLabel = "N")
  private long seed;

  @Option(names = "--tuned", defaultValue = "0", paramLabel = "N")
  private int tuned;

  @Option(names = "--out", paramLabel = "FILE")
  private Path out;

  @Mixin private SparkOptions spark;

  private SparkSession session;

  @Override
  public Integer call() throws Exception {
    try {
      RiskEvaluation evaluation = new RiskEvaluation(this::session, System.err::println);
      RiskEvaluation.Request request =
          new RiskEvaluation.Request(
              csv,
              BillMapping.read(mapping),
              split,
              testShare,
              seed,
              tuned,
              Optional.ofNullable(out));
      new Evaluation(System.out, System.err).print(evaluation.run(request));
      return Evaluation.SCORED;
    } finally {
      if (session != null) {
        session.close();
      }
    }
  }

  private SparkSession session() {
    session = spark.open("eval-risk");
    return session;
  }
}
