package org.feewise.analytics.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.feewise.analytics.history.AttributeColumns;
import org.feewise.analytics.history.ColumnProfile;
import org.feewise.analytics.history.CsvTable;
import org.feewise.analytics.history.LateExpression;
import org.feewise.analytics.history.MappedBills;
import org.feewise.models.evaluation.PredictionFile;
import org.feewise.models.risk.BillMapping;
import org.feewise.models.risk.DateColumn;
import org.feewise.models.risk.FittedModel;
import org.feewise.models.risk.RiskTrainer;
import org.feewise.models.risk.TrainingSet;
import org.feewise.models.risk.features.FeatureRow;
import org.feewise.models.risk.features.FeatureSchema;

/** Measures the risk model on anybody's table of bills: trained on one part, tested on the rest. */
public final class RiskEvaluation {
  private static final int MOST_TRAINING_ROWS = 60_000;
  private static final int MOST_SEARCH_ROWS = 30_000;
  private static final int DAYS_FOR_SEASONS = 700;

  private final Supplier<SparkSession> spark;
  private final Consumer<String> log;

  /**
   * What to measure.
   *
   * @param testShare share of the rows that are tested, in (0, 1)
   * @param out where one line per tested row goes, if anywhere
   */
  public record Request(
      Path csv, BillMapping mapping, Split split, double testShare, long seed, Optional<Path> out) {
    public Request {
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
    MappedBills bills = read(request);
    Described described = Described.of(bills);
    int[] order = ordered(bills, request);
    int test = (int) Math.round(order.length * request.testShare());
    int[] trainingPart = Arrays.copyOf(order, order.length - test);
    int[] testPart = Arrays.copyOfRange(order, order.length - test, order.length);
    boolean temporal = isTemporal(request);
    if (temporal && test > 0) {
      log.accept("tested: bills issued from " + bills.bills().get(testPart[0]).issuedOn());
    }
    TrainingSet training = described.training(capped(trainingPart, request.seed()), temporal);
    TrainingSet tested = described.training(testPart, false);
    if (!training.isLearnable() || tested.size() == 0) {
      throw new IllegalArgumentException(
          "%s: too little to learn from: %d rows to train on, %d of them late, %d to test"
              .formatted(request.csv(), training.size(), training.lateCount(), tested.size()));
    }
    boolean seasons = coversSeasons(bills, trainingPart);
    FittedModel model =
        new RiskTrainer(
                new RiskTrainer.Options(
                    request.seed(), members(training), MOST_SEARCH_ROWS, seasons),
                log)
            .learn(training)
            .fitted();
    double[] probability = Arrays.stream(tested.rows()).mapToDouble(model::probability).toArray();
    write(request, bills, testPart, probability);

    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("rows", bills.bills().size() + bills.rejected());
    metrics.put("trainRows", trainingPart.length);
    metrics.put("testRows", testPart.length);
    metrics.put("rejected", bills.rejected());
    metrics.putAll(Measures.of(probability, tested.late(), request.seed()));
    metrics.put("baselines", baselines(training, tested, seasons, request.seed()));
    return metrics;
  }

  private MappedBills read(Request request) throws IOException {
    BillMapping mapping = request.mapping();
    CsvTable table = CsvTable.open(request.csv());
    log.accept(
        "%s: %s, columns separated by '%s': %s"
            .formatted(request.csv(), table.charset(), table.separator(), table.header()));
    mapping.unknownKeys().forEach(key -> log.accept("ignored: mapping entry " + key));
    List<String> missing = mapping.missingFrom(table.header());
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "%s has no column %s; it has %s"
              .formatted(request.csv(), String.join(", ", missing), table.header()));
    }
    if (mapping.lateExpression().isEmpty()
        && (mapping.settledOn().isEmpty() || mapping.dueOn().isEmpty())) {
      throw new IllegalArgumentException(
          "mapping says neither a label nor both dueOn and settledOn: nothing says what was late");
    }
    List<ColumnProfile> profiles =
        ColumnProfile.of(table, mapping.issuedOn().orElse(DateColumn.iso("")));
    Optional<LateExpression.Labels> labels =
        mapping
            .lateExpression()
            .map(
                expression ->
                    new LateExpression(spark.get(), table, profiles, dates(mapping))
                        .evaluate(expression));
    AttributeColumns attributes =
        AttributeColumns.choose(
            table,
            mapping,
            profiles,
            labels.map(LateExpression.Labels::columns).orElse(List.of()),
            log);
    if (mapping.payer().isEmpty() || mapping.issuedOn().isEmpty()) {
      log.accept("no history: it needs the columns payer and issuedOn");
    }
    return MappedBills.read(
        table, mapping, attributes, labels.map(LateExpression.Labels::lateByRow), log);
  }

  private static Map<String, DateColumn> dates(BillMapping mapping) {
    Map<String, DateColumn> dates = new HashMap<>();
    mapping.issuedOn().ifPresent(date -> dates.put(date.column(), date));
    mapping.dueOn().ifPresent(date -> dates.put(date.column(), date));
    mapping.settledOn().ifPresent(date -> dates.put(date.column(), date));
    return dates;
  }

  private boolean isTemporal(Request request) {
    return request.split() == Split.TEMPORAL && request.mapping().issuedOn().isPresent();
  }

  private int[] ordered(MappedBills bills, Request request) {
    int rows = bills.bills().size();
    if (isTemporal(request)) {
      return IntStream.range(0, rows)
          .boxed()
          .sorted(Comparator.comparing(i -> bills.bills().get(i).issuedOn()))
          .mapToInt(Integer::intValue)
          .toArray();
    }
    if (request.split() == Split.TEMPORAL) {
      log.accept("split: random, since the mapping has no issuedOn to order by");
    }
    int[] order = IntStream.range(0, rows).toArray();
    SplittableRandom random = new SplittableRandom(request.seed());
    for (int i = rows - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }

  /** The last of too many: the newest bills, or a random part where the order is random. */
  private int[] capped(int[] part, long seed) {
    if (part.length <= MOST_TRAINING_ROWS) {
      return part;
    }
    log.accept("trained on %d of %d rows".formatted(MOST_TRAINING_ROWS, part.length));
    return Arrays.copyOfRange(part, part.length - MOST_TRAINING_ROWS, part.length);
  }

  private static int members(TrainingSet training) {
    return training.size() < 5000 ? 5 : training.size() < 20_000 ? 3 : 2;
  }

  private static boolean coversSeasons(MappedBills bills, int[] part) {
    long[] days =
        Arrays.stream(part)
            .mapToObj(i -> bills.bills().get(i).issuedOn())
            .filter(day -> day != null)
            .mapToLong(LocalDate::toEpochDay)
            .sorted()
            .toArray();
    return days.length > 0 && days[days.length - 1] - days[0] >= DAYS_FOR_SEASONS;
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
      TrainingSet training, TrainingSet tested, boolean seasons, long seed) {
    Predicate<String> wanted = name -> seasons || !FeatureSchema.SEASONAL.contains(name);
    Peers peers = new Peers(training, wanted);
    Map<String, Object> baselines = new LinkedHashMap<>();
    baselines.put(
        "logisticRegression",
        Measures.of(peers.logisticRegression(tested.rows()), tested.late(), seed));
    baselines.put(
        "pastLateShare", Measures.of(pastLateShare(training, tested.rows()), tested.late(), seed));
    baselines.put("xgboost", Measures.of(peers.xgboost(tested.rows()), tested.late(), seed));
    return baselines;
  }

  /** The payer's own late share before the bill; everybody's for a payer without any. */
  private static double[] pastLateShare(TrainingSet training, FeatureRow[] rows) {
    int column = training.schema().numbers().indexOf("payer_late_share");
    double everybody = (double) training.lateCount() / training.size();
    return Arrays.stream(rows)
        .mapToDouble(row -> row.numbers()[column])
        .map(share -> Double.isNaN(share) ? everybody : share)
        .toArray();
  }
}
