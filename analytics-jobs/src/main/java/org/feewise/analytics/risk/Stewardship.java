package org.feewise.analytics.risk;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.feewise.analytics.history.HouseHistory;
import org.feewise.models.risk.GroupFairness;
import org.feewise.models.risk.ModelFile;
import org.feewise.models.risk.RiskModel;
import org.feewise.models.risk.features.FeatureSchema;
import org.feewise.models.risk.watch.Contest;
import org.feewise.models.risk.watch.Drift;
import org.feewise.models.risk.watch.JudgedBills;
import org.feewise.models.risk.watch.Succession;
import org.feewise.models.risk.watch.Succession.Reason;

/**
 * Decides which model scores: a challenger is made every run, and the champion stays until it is
 * beaten. What is measured of the model that scores is measured on bills that it has not seen.
 */
final class Stewardship {
  private final SparkSession spark;
  private final Clock clock;
  private final Consumer<String> log;

  Stewardship(SparkSession spark, Clock clock, Consumer<String> log) {
    this.spark = spark;
    this.clock = clock;
    this.log = log;
  }

  /**
   * What was decided.
   *
   * @param file the model that scores
   * @param succession why it does; null for a base rate
   * @param drift of that model
   * @param fairness of that model on judged bills that it has not seen
   */
  record Decision(
      ModelFile file, Succession succession, Drift drift, List<GroupFairness> fairness) {
    RiskModel model() {
      return file.model();
    }
  }

  /** Everything one run knows. */
  private record Run(
      Analysis.Request request,
      HouseHistory.Extent extent,
      TrainingSample sample,
      NewestBills newest,
      ModelFolder folder) {
    LocalDate asOf() {
      return request.asOf();
    }
  }

  /** The model for this run, kept in the folder unless it stood there before. */
  Decision newest(Analysis.Request request, Samples samples, Dataset<Row> described)
      throws IOException {
    TrainingSample sample = samples.training(described);
    log.accept(
        "%d bills judged, %d drawn to learn from, %d of them late"
            .formatted(sample.judged(), sample.set().size(), sample.set().lateCount()));
    Run run =
        new Run(
            request,
            samples.extent(),
            sample,
            samples.newest(described),
            new ModelFolder(request.modelFolder()));
    Standing standing = run.folder().standing();
    if (standing instanceof Standing.Unusable(String reason)) {
      log.accept("the model that stands is not used: " + reason);
    }
    LocalDate cut = NewestWindow.of(sample, request.asOf()).learntThrough();
    TrainingSample older = sample.dueThrough(cut);
    return Learning.isEnough(sample.set(), older.set())
        ? contested(run, standing, older, sample.dueAfter(cut))
        : unchallenged(run, standing);
  }

  private Decision contested(
      Run run, Standing standing, TrainingSample older, TrainingSample newest) throws IOException {
    String version = "risk-" + run.asOf() + "-" + run.sample().set().sha256().substring(0, 8);
    if (standing instanceof Standing.Usable(ModelFile file)
        && file.card().version().equals(version)) {
      log.accept("the model " + version + " stands already: same day, same bills");
      return decision(run, file, file.card().succession(), drift(run, file));
    }
    boolean seasons = FeatureSchema.coversSeasons(run.extent().days());
    ModelFile challenger =
        new Learning(clock, log)
            .learn(new Learning.Task(version, run.asOf(), seasons, older, newest));
    Drift ofChallenger = drift(run, challenger);
    Match match =
        switch (standing) {
          case Standing.Nothing _ -> uncontested(Reason.NO_CHAMPION, version, null, null);
          case Standing.Unusable(String why) ->
              uncontested(Reason.CHAMPION_UNUSABLE, version, null, why);
          case Standing.Usable champion -> against(run, champion, challenger, ofChallenger);
        };
    Succession succession = match.succession();
    log.accept(sentence(succession));
    if (!succession.reason().challengerScores()) {
      ModelFile champion = ((Standing.Usable) standing).file();
      return decision(run, champion, succession, match.ofChampion());
    }
    List<GroupFairness> fairness = fairness(run, challenger);
    ModelFile kept =
        new ModelFile(
            challenger.model(),
            challenger.reference(),
            challenger.card().succeeded(succession, fairness));
    run.folder().keep(kept);
    log.accept("wrote the model " + version + " to " + run.request().modelFolder());
    return new Decision(kept, succession, ofChallenger, fairness);
  }

  /**
   * Who scores.
   *
   * @param ofChampion null where the champion did not come into question
   */
  private record Match(Succession succession, Drift ofChampion) {}

  private static Match against(
      Run run, Standing.Usable standing, ModelFile challenger, Drift ofChallenger) {
    ModelFile champion = standing.file();
    String version = challenger.card().version();
    String former = champion.card().version();
    LocalDate made = champion.card().asOf();
    if (!standing.isLearnt()) {
      return uncontested(Reason.NO_CHAMPION, version, former, null);
    }
    if (made.isAfter(run.asOf())) {
      return uncontested(Reason.CHAMPION_KNOWS_LATER, version, former, "made as of " + made);
    }
    if (made.isBefore(run.asOf().minusDays(Succession.OLDEST_DAYS))) {
      return uncontested(Reason.CHAMPION_TOO_OLD, version, former, "made as of " + made);
    }
    Drift ofChampion = drift(run, champion);
    return new Match(
        Succession.decide(
            version, former, contest(run, champion, challenger), ofChallenger, ofChampion),
        ofChampion);
  }

  private static Match uncontested(Reason reason, String version, String former, String detail) {
    return new Match(Succession.uncontested(reason, version, former, detail), null);
  }

  private static Optional<Contest> contest(Run run, ModelFile champion, ModelFile challenger) {
    LocalDate seen = later(champion.card().learntThrough(), challenger.card().learntThrough());
    TrainingSample bills = run.sample().dueAfter(seen);
    JudgedBills ofChampion = bills.judgedBy(champion.model());
    return Contest.canBeHeldOn(ofChampion)
        ? Optional.of(Contest.of(ofChampion, bills.judgedBy(challenger.model()).probability()))
        : Optional.empty();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static String sentence(Succession succession) {
    String who =
        succession.reason().challengerScores()
            ? "%s takes over from %s".formatted(succession.challenger(), succession.champion())
            : "%s stays, not %s".formatted(succession.champion(), succession.challenger());
    Contest contest = succession.contest();
    return contest == null
        ? "%s: %s%s"
            .formatted(
                who,
                succession.reason(),
                succession.detail() == null ? "" : " (" + succession.detail() + ")")
        : String.format(
            Locale.ROOT,
            "%s: %s; on %d bills due %s to %s the challenger gains %.4f nats a bill"
                + " (%.4f to %.4f), it takes %.3f",
            who,
            succession.reason(),
            contest.bills(),
            contest.from(),
            contest.to(),
            contest.gain().value(),
            contest.gain().low(),
            contest.gain().high(),
            Contest.MARGIN);
  }

  private Decision unchallenged(Run run, Standing standing) throws IOException {
    if (standing instanceof Standing.Usable champion && champion.isLearnt()) {
      String version = champion.file().card().version();
      log.accept(Learning.TOO_LITTLE + ": the model " + version + " stays");
      return decision(
          run, champion.file(), Succession.unchallenged(version), drift(run, champion.file()));
    }
    ModelFile base = new Learning(clock, log).baseRate(run.asOf(), run.sample());
    run.folder().keep(base);
    return new Decision(base, null, drift(run, base), List.of());
  }

  private Decision decision(Run run, ModelFile file, Succession succession, Drift drift) {
    return new Decision(file, succession, drift, fairness(run, file));
  }

  private static TrainingSample unseen(Run run, ModelFile file) {
    return run.sample().dueAfter(file.card().learntThrough());
  }

  /** The newest judged bills that a model has not seen are those of the run's own window. */
  private static Drift drift(Run run, ModelFile file) {
    JudgedBills since = unseen(run, file).judgedBy(file.model());
    LocalDate newest = NewestWindow.of(run.sample(), run.asOf()).learntThrough().plusDays(1);
    return Drift.measure(
        file.reference(),
        file.model().schema(),
        run.newest().scoredBy(file.model()),
        since.dueFrom(newest),
        since);
  }

  private List<GroupFairness> fairness(Run run, ModelFile file) {
    TrainingSample bills = unseen(run, file);
    return bills.set().size() == 0
        ? List.of()
        : Fairness.of(
            bills.judgedBy(file.model()), bills.citizens(), run.request().database().groups(spark));
  }
}
