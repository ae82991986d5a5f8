package org.feewise.analytics.risk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.feewise.analytics.risk.peers.Peers;
import org.feewise.models.risk.HeldBack;
import org.feewise.models.risk.ModelCard;
import org.feewise.models.risk.ModelFile;
import org.feewise.models.risk.RiskModel;
import org.feewise.models.risk.RiskTrainer;
import org.feewise.models.risk.TrainingSet;
import org.feewise.models.risk.features.FeatureSchema;
import org.feewise.models.risk.features.HouseFeatures;
import org.feewise.models.risk.measures.Predictions;
import org.feewise.models.risk.measures.Skill;
import org.feewise.models.risk.watch.JudgedBills;
import org.feewise.models.risk.watch.Reference;
import org.feewise.models.risk.watch.Trial;

/** Learns the model of one run from described bills and writes its card; nothing is kept here. */
final class Learning {
  private static final int FEWEST_ROWS = 300;
  private static final int FEWEST_LATE = 30;
  static final String TOO_LITTLE =
      "too little history to learn from (it takes %d judged bills, %d of them late and %d in time)"
          .formatted(FEWEST_ROWS, FEWEST_LATE, FEWEST_LATE);
  private static final int MOST_SEARCH_ROWS = 12_000;
  private static final long SEED = 7;

  private final Clock clock;
  private final Consumer<String> log;

  Learning(Clock clock, Consumer<String> log) {
    this.clock = clock;
    this.log = log;
  }

  /** Whether bills are enough, those before the newest among them. */
  static boolean isEnough(TrainingSet set, TrainingSet older) {
    return set.size() >= FEWEST_ROWS
        && set.lateCount() >= FEWEST_LATE
        && set.size() - set.lateCount() >= FEWEST_LATE
        && older.isLearnable();
  }

  /**
   * A model and what it was made of.
   *
   * @param seasons whether history is long enough for features that repeat with the year
   */
  record Task(
      String version,
      LocalDate asOf,
      boolean seasons,
      TrainingSample older,
      TrainingSample newest) {}

  /** Learns from the older bills and measures on the newest, which it has not seen. */
  ModelFile learn(Task task) {
    TrainingSet set = task.older().set();
    RiskTrainer trainer =
        new RiskTrainer(new RiskTrainer.Options(SEED, 1, MOST_SEARCH_ROWS, task.seasons()), log);
    RiskTrainer.Learnt learnt = trainer.learn(set);
    RiskModel model = trainer.model(task.version(), set, learnt.fitted());
    Map<String, Double> metrics = metrics(learnt.heldBack(), set);
    log.accept(
        String.format(
            Locale.ROOT,
            "held-back bills: AUC %.3f (past late share alone %.3f), ECE %.3f (chance %.3f)",
            metrics.get("auc"),
            metrics.get("pastLateShareAuc"),
            metrics.get("ece"),
            metrics.get("eceIfCalibrated")));
    TrainingSample held = task.older().subset(learnt.heldBack().rows());
    JudgedBills newest = task.newest().judgedBy(model);
    Reference reference =
        Reference.learn(
            set.schema(),
            model.features(),
            new Reference.Issued(
                set.rows(), task.older().issuedOn(), task.older().judgedBy(model).probability()),
            held.judgedBy(learnt.heldBack().probability()),
            newest.probability());
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("growth", learnt.growth());
    settings.put("calibration", learnt.fitted().calibration().toString());
    settings.put("seed", SEED);
    settings.put("billsJudged", task.older().judged());
    Measured measured = new Measured(settings, new LinkedHashMap<>(metrics), trial(task, newest));
    return new ModelFile(model, reference, card(task, model, set.sha256(), measured, List.of()));
  }

  /** How a model was made and what it is worth; without anything for a base rate. */
  private record Measured(Map<String, Object> settings, Map<String, Object> metrics, Trial trial) {
    static final Measured NOTHING = new Measured(Map.of(), Map.of(), null);
  }

  private Trial trial(Task task, JudgedBills judged) {
    TrainingSample newest = task.newest();
    Peers peers = new Peers(task.older().set(), FeatureSchema.readable(task.seasons()));
    double[] past = Peers.pastLateShare(task.older().set(), newest.set().rows());
    double[] line = peers.logisticRegression(newest.set().rows());
    Trial trial =
        new Trial(
            newest.dueOn().stream().min(LocalDate::compareTo).orElseThrow(),
            newest.dueOn().stream().max(LocalDate::compareTo).orElseThrow(),
            judged.size(),
            judged.payers().payers(),
            Skill.of(judged.probability(), judged.late()),
            new Predictions(past, judged.late()).auc(),
            new Predictions(line, judged.late()).auc());
    log.accept(
        String.format(
            Locale.ROOT,
            "newest bills, due %s to %s, unseen: AUC %.3f (past late share %.3f, logistic"
                + " regression %.3f), ECE %.3f (chance %.3f)",
            trial.from(),
            trial.to(),
            trial.skill().auc(),
            trial.pastLateShareAuc(),
            trial.logisticRegressionAuc(),
            trial.skill().ece(),
            trial.skill().eceIfCalibrated()));
    return trial;
  }

  /** The same probability for every bill, where there is too little to learn from. */
  ModelFile baseRate(LocalDate asOf, TrainingSample sample) {
    TrainingSet set = sample.set();
    double share = (set.lateCount() + 1.0) / (set.size() + 5.0);
    double days =
        IntStream.range(0, set.size())
            .mapToDouble(i -> set.daysLate()[i])
            .filter(late -> late > 0)
            .average()
            .orElse(0);
    String version = "base-rate-" + asOf + "-" + set.sha256().substring(0, 8);
    log.accept(
        String.format(
            Locale.ROOT,
            "%s: every bill gets the base rate %.3f as %s",
            TOO_LITTLE,
            share,
            version));
    RiskModel model = RiskModel.baseRate(version, HouseFeatures.SCHEMA, share, days);
    List<String> remarks = List.of(TOO_LITTLE + ": the same probability for every bill");
    Task task = new Task(version, asOf, false, sample, sample.subset(new int[0]));
    return new ModelFile(model, Reference.none(), card(task, model, "", Measured.NOTHING, remarks));
  }

  private ModelCard card(
      Task task, RiskModel model, String hash, Measured measured, List<String> remarks) {
    TrainingSample older = task.older();
    TrainingSet set = older.set();
    return new ModelCard(
        model.version(),
        FeatureSchema.CURRENT_VERSION,
        clock.instant(),
        task.asOf(),
        older.from(),
        older.to(),
        older.dueOn().stream().max(LocalDate::compareTo).orElse(task.asOf()),
        set.size(),
        set.size() == 0 ? 0 : (double) set.lateCount() / set.size(),
        hash,
        model.features(),
        measured.settings(),
        measured.metrics(),
        measured.trial(),
        null,
        List.of(),
        remarks);
  }

  private static Map<String, Double> metrics(HeldBack held, TrainingSet set) {
    Map<String, Double> metrics =
        new LinkedHashMap<>(Measures.of(held.probability(), held.late(), SEED));
    double[] past = Peers.pastLateShare(set, set.subset(held.rows()).rows());
    metrics.put("pastLateShareAuc", new Predictions(past, held.late()).auc());
    metrics.put("heldBackRows", (double) held.rows().length);
    return metrics;
  }
}
