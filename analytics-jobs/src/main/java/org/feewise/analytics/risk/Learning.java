package org.feewise.analytics.risk;

import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.feewise.analytics.history.HouseHistory;
import org.feewise.models.risk.GroupFairness;
import org.feewise.models.risk.HeldBack;
import org.feewise.models.risk.ModelCard;
import org.feewise.models.risk.ModelFile;
import org.feewise.models.risk.RiskModel;
import org.feewise.models.risk.RiskTrainer;
import org.feewise.models.risk.TrainingSet;
import org.feewise.models.risk.features.FeatureSchema;
import org.feewise.models.risk.features.HouseFeatures;

/**
 * Learns the model of one run from described bills; where they are too few, a model learnt before
 * stays, or every bill gets the base rate.
 */
final class Learning {
  private static final int MOST_ROWS = 30_000;
  private static final int MOST_SEARCH_ROWS = 12_000;
  private static final int FEWEST_ROWS = 300;
  private static final int FEWEST_LATE = 30;
  private static final String TOO_LITTLE =
      "too little history to learn from (it takes %d judged bills, %d of them late and %d in time)"
          .formatted(FEWEST_ROWS, FEWEST_LATE, FEWEST_LATE);
  private static final int DAYS_FOR_SEASONS = 700;
  private static final long SEED = 7;

  private final SparkSession spark;
  private final Clock clock;
  private final Consumer<String> log;

  Learning(SparkSession spark, Clock clock, Consumer<String> log) {
    this.spark = spark;
    this.clock = clock;
    this.log = log;
  }

  /** The model for this run, written to the folder unless it stood there before. */
  RiskModel newest(
      Analysis.Request request,
      HouseHistory history,
      HouseHistory.Span span,
      Dataset<Row> described)
      throws IOException {
    ModelFolder folder = new ModelFolder(request.modelFolder());
    TrainingSample sample = TrainingSample.draw(described, MOST_ROWS);
    TrainingSet set = sample.set();
    log.accept(
        "%d bills judged, %d drawn to learn from, %d of them late"
            .formatted(sample.judged(), set.size(), set.lateCount()));
    boolean enough =
        set.size() >= FEWEST_ROWS
            && set.lateCount() >= FEWEST_LATE
            && set.size() - set.lateCount() >= FEWEST_LATE;
    return enough
        ? learnt(request, history, span, sample, folder)
        : standingOrBaseRate(request, sample, folder);
  }

  private RiskModel learnt(
      Analysis.Request request,
      HouseHistory history,
      HouseHistory.Span span,
      TrainingSample sample,
      ModelFolder folder)
      throws IOException {
    TrainingSet set = sample.set();
    String hash = set.sha256();
    String version = "risk-" + request.asOf() + "-" + hash.substring(0, 8);
    Optional<ModelFile> standing = folder.newest(log);
    if (standing.isPresent() && standing.get().card().version().equals(version)) {
      log.accept("the model " + version + " stands already: same day, same bills");
      return standing.get().model();
    }
    boolean seasons = span.days() >= DAYS_FOR_SEASONS;
    RiskTrainer trainer =
        new RiskTrainer(new RiskTrainer.Options(SEED, 1, MOST_SEARCH_ROWS, seasons), log);
    RiskTrainer.Learnt learnt = trainer.learn(set);
    RiskModel model = trainer.model(version, set, learnt.fitted());
    Map<String, Double> metrics = metrics(learnt.heldBack(), set);
    log.accept(
        String.format(
            Locale.ROOT,
            "held-back bills: AUC %.3f (past late share alone %.3f), ECE %.3f (chance %.3f)",
            metrics.get("auc"),
            metrics.get("pastLateShareAuc"),
            metrics.get("ece"),
            metrics.get("eceIfCalibrated")));
    List<GroupFairness> fairness =
        Fairness.of(learnt.heldBack(), sample.citizens(), history.groups(spark));
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("growth", learnt.growth());
    settings.put("calibration", learnt.fitted().calibration().toString());
    settings.put("seed", SEED);
    settings.put("billsJudged", sample.judged());
    folder.keep(
        new ModelFile(
            model, card(request, sample, model, hash, settings, metrics, fairness, List.of())));
    log.accept("wrote the model " + version + " to " + request.modelFolder());
    return model;
  }

  private RiskModel standingOrBaseRate(
      Analysis.Request request, TrainingSample sample, ModelFolder folder) throws IOException {
    Optional<ModelFile> standing = folder.newest(log);
    if (standing.isPresent() && !standing.get().model().features().isEmpty()) {
      String version = standing.get().card().version();
      log.accept(TOO_LITTLE + ": the model " + version + " stays");
      return standing.get().model();
    }
    TrainingSet set = sample.set();
    double share = (set.lateCount() + 1.0) / (set.size() + 5.0);
    double days =
        IntStream.range(0, set.size())
            .mapToDouble(i -> set.daysLate()[i])
            .filter(late -> late > 0)
            .average()
            .orElse(0);
    String version = "base-rate-" + request.asOf() + "-" + set.sha256().substring(0, 8);
    log.accept(
        String.format(
            Locale.ROOT,
            "%s: every bill gets the base rate %.3f as %s",
            TOO_LITTLE,
            share,
            version));
    RiskModel model = RiskModel.baseRate(version, HouseFeatures.SCHEMA, share, days);
    List<String> remarks = List.of(TOO_LITTLE + ": the same probability for every bill");
    folder.keep(
        new ModelFile(
            model, card(request, sample, model, "", Map.of(), Map.of(), List.of(), remarks)));
    return model;
  }

  private ModelCard card(
      Analysis.Request request,
      TrainingSample sample,
      RiskModel model,
      String hash,
      Map<String, Object> settings,
      Map<String, Double> metrics,
      List<GroupFairness> fairness,
      List<String> remarks) {
    TrainingSet set = sample.set();
    return new ModelCard(
        model.version(),
        FeatureSchema.CURRENT_VERSION,
        clock.instant(),
        request.asOf(),
        sample.from(),
        sample.to(),
        set.size(),
        set.size() == 0 ? 0 : (double) set.lateCount() / set.size(),
        hash,
        model.features(),
        settings,
        new LinkedHashMap<String, Object>(metrics),
        fairness,
        remarks);
  }

  private static Map<String, Double> metrics(HeldBack held, TrainingSet set) {
    Map<String, Double> metrics =
        new LinkedHashMap<>(Measures.of(held.probability(), held.late(), SEED));
    int share = set.schema().numbers().indexOf("payer_late_share");
    double[] past =
        IntStream.of(held.rows()).mapToDouble(i -> set.rows()[i].numbers()[share]).toArray();
    metrics.put("pastLateShareAuc", Measures.of(past, held.late(), SEED).get("auc"));
    metrics.put("heldBackRows", (double) held.rows().length);
    return metrics;
  }
}
