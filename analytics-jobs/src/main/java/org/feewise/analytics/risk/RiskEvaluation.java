package org.feewise.analytics.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.feewise.analytics.history.ForeignTable;
import org.feewise.analytics.history.MappedBills;
import org.feewise.analytics.risk.peers.Peers;
import org.feewise.models.evaluation.PredictionFile;
import org.feewise.models.risk.BillMapping;
import org.feewise.models.risk.FittedModel;
import org.feewise.models.risk.RiskTrainer;
import org.feewise.models.risk.TrainingSet;
import org.feewise.models.risk.features.FeatureSchema;

/** Measures the risk model on anybody's table of bills: trained on one part, tested on the rest. */
public final class RiskEvaluation {
  private static final int MOST_TRAINING_ROWS = 60_000;
  private static final int MOST_SEARCH_ROWS = 30_000;

  private final Supplier<SparkSession> spark;
  private final Consumer<String> log;

  /**
   * What to measure.
   *
   * @param testShare share of the rows that are tested, in (0, 1)
   * @param draws settings tried for a tuned XGBoost beside the other baselines; 0 for none
   * @param out where one line per tested row goes, if anywhere
   */
  public record Request(
      Path csv,
      BillMapping mapping,
      Split split,
      double testShare,
      long seed,
      int draws,
      Optional<Path> out) {
    public Request {
      if (draws < 0) {
        throw new IllegalArgumentException("settings to try: " + draws + " is less than 0");
      }
      if (!(testShare > 0 && testShare < 1)) {
        throw new IllegalArgumentException("test share " + testShare + " is not between 0 and 1");
      }
    }
  }

  /** One line of predictions: the row's number, what happened, and what was said before. */
  private record Prediction(long row, boolean late, double p) {}

  /**
   * Prepares an evaluation.
   *
   * @param spark asked only when the mapping has a label expression
   * @param log told what is used, ignored and rejected, and why
   */
  public RiskEvaluation(Supplier<SparkSession> spark, Consumer<String> log) {
    this.spark = spark;
    this.log = log;
  }

  /**
   * Trains, tests and measures.
   *
   * @return the metrics by name, as the evaluation contract lists them
   * @throws IllegalArgumentException when the table and the mapping do not fit, or hold too little
   */
  public Map<String, Object> run(Request request) throws IOException {
    MappedBills bills = new ForeignTable(request.csv(), request.mapping(), log).bills(spark);
    Described described = Described.of(bills);
    Partition partition = partition(request, bills);
    TrainingSet training =
        described.training(partition.newestOfTraining(MOST_TRAINING_ROWS), partition.temporal());
    TrainingSet tested = described.training(partition.test(), false);
    if (!training.isLearnable() || tested.size() == 0) {
      throw new IllegalArgumentException(
          "%s: too little to learn from: %d rows to train on, %d of them late, %d to test"
              .formatted(request.csv(), training.size(), training.lateCount(), tested.size()));
    }
    boolean seasons = partition.coversSeasons(bills);
    FittedModel model =
        new RiskTrainer(
                new RiskTrainer.Options(
                    request.seed(), members(training), MOST_SEARCH_ROWS, seasons),
                log)
            .learn(training)
            .fitted();
    double[] probability = model.probabilities(List.of(tested.rows()));
    write(request, bills, partition.test(), probability);

    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("rows", bills.bills().size() + bills.rejected());
    metrics.put("trainRows", partition.training().length);
    metrics.put("testRows", partition.test().length);
    metrics.put("rejected", bills.rejected());
    metrics.putAll(Measures.of(probability, tested.late(), request.seed()));
    metrics.put("baselines", baselines(request, training, tested, seasons));
    return metrics;
  }

  private Partition partition(Request request, MappedBills bills) {
    boolean ordered = request.mapping().issuedOn().isPresent();
    if (request.split() == Split.TEMPORAL && !ordered) {
      log.accept("split: random, since the mapping has no issuedOn to order by");
    }
    Partition partition =
        request.split() == Split.TEMPORAL && ordered
            ? Partition.temporal(bills, request.testShare())
            : Partition.random(bills.bills().size(), request.testShare(), request.seed());
    if (partition.temporal() && partition.test().length > 0) {
      log.accept("tested: bills issued from " + bills.bills().get(partition.test()[0]).issuedOn());
    }
    if (partition.training().length > MOST_TRAINING_ROWS) {
      log.accept(
          "trained on %d of %d rows".formatted(MOST_TRAINING_ROWS, partition.training().length));
    }
    return partition;
  }

  private static int members(TrainingSet training) {
    return training.size() < 5000 ? 5 : training.size() < 20_000 ? 3 : 2;
  }

  private static void write(
      Request request, MappedBills bills, int[] testPart, double[] probability) throws IOException {
    if (request.out().isEmpty()) {
      return;
    }
    Integer[] byRow = IntStream.range(0, testPart.length).boxed().toArray(Integer[]::new);
    Arrays.sort(byRow, Comparator.comparingLong(i -> bills.rows().get(testPart[i])));
    try (PredictionFile file = PredictionFile.open(request.out().get())) {
      for (int i : byRow) {
        int bill = testPart[i];
        file.write(new Prediction(bills.rows().get(bill), bills.late().get(bill), probability[i]));
      }
      file.complete();
    }
  }

  private Map<String, Object> baselines(
      Request request, TrainingSet training, TrainingSet tested, boolean seasons) {
    long seed = request.seed();
    Peers peers = new Peers(training, FeatureSchema.readable(seasons));
    Map<String, Object> baselines = new LinkedHashMap<>();
    baselines.put(
        "logisticRegression",
        Measures.of(peers.logisticRegression(tested.rows()), tested.late(), seed));
    baselines.put(
        "pastLateShare",
        Measures.of(Peers.pastLateShare(training, tested.rows()), tested.late(), seed));
    baselines.put("xgboost", Measures.of(peers.xgboost(tested.rows()), tested.late(), seed));
    if (request.draws() > 0) {
      baselines.put(
          "tunedXgboost",
          Measures.of(
              peers.tunedXgboost(tested.rows(), request.draws(), seed), tested.late(), seed));
    }
    return baselines;
  }
}
