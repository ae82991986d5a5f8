package org.feewise.models.risk.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.feewise.models.risk.features.FeatureRow;
import org.feewise.models.risk.features.FeatureSchema;
import org.feewise.models.risk.measures.ByPayer;

/**
 * What has moved since a model was made, and whether that is too much to publish its scores.
 *
 * @param issued how many newest bills were compared with the reference
 * @param features of the model, the most drifted first; empty with too few newest bills
 * @param score null with too few newest bills
 * @param recent null with too few judged bills
 * @param months every month since the model was made, after those held back while it was
 */
public record Drift(
    long issued,
    List<Stability> features,
    Stability score,
    RecentCalibration recent,
    List<MonthCalibration> months) {
  /** Fewest newest bills, judged or issued, by which anything is told. */
  public static final int FEWEST_BILLS = 100;

  /** Fewest payers of them. */
  public static final int FEWEST_PAYERS = 30;

  /** The index above which a population is commonly said to have changed. */
  public static final double MAJOR_SHIFT = 0.25;

  private static final double TIMES_USUAL = 3;

  /** A feature that moves more than this from month to month does so by its nature: no bound. */
  private static final double RESTLESS = 0.5;

  private static final double BY_CHANCE = 0.001;

  public Drift {
    features = List.copyOf(features);
    months = List.copyOf(months);
  }

  /** Bills issued last, with the score of each. */
  public record Newest(FeatureRow[] rows, ByPayer payers, double[] probability) {}

  /**
   * Measures it.
   *
   * @param recent the newest judged bills, unseen by the model
   * @param since every judged bill that the model has not seen
   */
  public static Drift measure(
      Reference reference,
      FeatureSchema schema,
      Newest newest,
      JudgedBills recent,
      JudgedBills since) {
    List<Stability> features = List.of();
    Stability score = null;
    boolean tells = enough(newest.rows().length, newest.payers());
    if (tells && !reference.isNone()) {
      Bounds bounds = new Bounds(newest.payers().payers(), reference.features().size() + 1);
      List<FeatureRow> rows = Arrays.asList(newest.rows());
      features =
          reference.features().stream()
              .map(shape -> bounds.stability(shape, counts(shape, schema, rows)))
              .sorted(Comparator.comparingDouble(stability -> -stability.psi()))
              .toList();
      score = bounds.ofScore(reference.score(), newest.probability());
    }
    List<MonthCalibration> months = new ArrayList<>(reference.heldBack());
    months.addAll(since.byMonth(false));
    boolean judges = !reference.isNone() && enough(recent.size(), recent.payers());
    return new Drift(
        newest.rows().length,
        features,
        score,
        judges ? RecentCalibration.of(recent) : null,
        months);
  }

  private static boolean enough(int bills, ByPayer payers) {
    return bills >= FEWEST_BILLS && payers.payers() >= FEWEST_PAYERS;
  }

  private static long[] counts(ReferenceShape shape, FeatureSchema schema, List<FeatureRow> rows) {
    int number = schema.numbers().indexOf(shape.name());
    int column = number >= 0 ? number : schema.categories().indexOf(shape.name());
    return shape.bins().counts(rows, column);
  }

  /**
   * How far is too far: a major shift, three times what is usual for the feature, and what chance
   * gives one of all features in one of a thousand runs; each payer counts as one bill, since the
   * bills of one payer are alike.
   */
  private record Bounds(int payers, int compared) {

    Stability stability(ReferenceShape shape, long[] now) {
      double psi = PopulationStability.of(shape.counts(), now);
      double before = Arrays.stream(shape.counts()).sum();
      Double bound =
          shape.usual() == null || shape.usual() > RESTLESS
              ? null
              : bound(shape, before, TIMES_USUAL * shape.usual());
      return new Stability(shape.name(), psi, shape.usual(), bound);
    }

    /**
     * A score does not grow with history, as a count of bills does: it always has a bound. Its
     * reference is one window, worth as many bills as there are payers.
     */
    Stability ofScore(ReferenceShape shape, double[] probability) {
      List<FeatureRow> scores = Reference.scoreRows(probability);
      double psi = PopulationStability.of(shape.counts(), shape.bins().counts(scores, 0));
      double usual = shape.usual() == null ? 0 : TIMES_USUAL * shape.usual();
      return new Stability(shape.name(), psi, shape.usual(), bound(shape, payers, usual));
    }

    private double bound(ReferenceShape shape, double before, double usual) {
      double chance =
          PopulationStability.byChance(shape.counts(), before, payers, BY_CHANCE / compared);
      return Math.max(MAJOR_SHIFT, Math.max(usual, chance));
    }
  }

  /** What is out of bounds, features first. */
  public List<Alarm> alarms() {
    List<Alarm> alarms = new ArrayList<>();
    features.stream()
        .filter(Stability::isOut)
        .map(each -> new Alarm(Alarm.Kind.FEATURE, each.name(), each.psi(), each.bound()))
        .forEach(alarms::add);
    if (score != null && score.isOut()) {
      alarms.add(new Alarm(Alarm.Kind.SCORE, "", score.psi(), score.bound()));
    }
    if (recent != null && recent.isShareOut()) {
      alarms.add(
          new Alarm(Alarm.Kind.SHARE, "", recent.gap().value(), RecentCalibration.TOLERANCE));
    }
    if (recent != null && recent.isErrorOut()) {
      alarms.add(
          new Alarm(
              Alarm.Kind.ERROR,
              "",
              recent.ece(),
              recent.eceIfCalibrated() + RecentCalibration.TOLERANCE));
    }
    return alarms;
  }

  public boolean isOutOfBounds() {
    return !alarms().isEmpty();
  }
}
