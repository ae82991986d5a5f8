package org.feewise.models.risk.watch;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.feewise.models.risk.features.FeatureRow;
import org.feewise.models.risk.features.FeatureSchema;

/**
 * What newer bills are compared with to see whether they have drifted: how every feature that a
 * model reads was spread in its last year of training, and how its scores were. It holds counts,
 * never bills.
 *
 * @param score spread of the model's own probabilities on bills that it had not seen, between
 *     levels that mean something to those who act on them
 * @param heldBack calibration of those bills by month
 */
public record Reference(
    List<ReferenceShape> features, ReferenceShape score, List<MonthCalibration> heldBack) {
  private static final int YEAR = 12;
  private static final NumberBins SCORES =
      new NumberBins(new double[] {0, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 1});
  private static final int FEWEST_IN_MONTH = 100;
  private static final int FEWEST_BEFORE = 300;

  public Reference {
    features = List.copyOf(features);
    heldBack = List.copyOf(heldBack);
  }

  /** The reference of a model that reads nothing: there is nothing to drift. */
  public static Reference none() {
    return new Reference(List.of(), scores(new double[0], null), List.of());
  }

  public boolean isNone() {
    return features.isEmpty();
  }

  /**
   * Bills in order of issue.
   *
   * @param issuedOn day of issue of each
   * @param probability what the model says of each
   */
  public record Issued(FeatureRow[] rows, List<LocalDate> issuedOn, double[] probability) {}

  /**
   * Counts a model's training rows.
   *
   * @param names features that the model reads
   * @param held bills that the trees had not seen, with what was said of them
   * @param unseen what the model says of the newest judged bills
   */
  public static Reference learn(
      FeatureSchema schema,
      List<String> names,
      Issued training,
      JudgedBills held,
      double[] unseen) {
    List<FeatureRow> rows = List.of(training.rows());
    List<YearMonth> months = training.issuedOn().stream().map(YearMonth::from).toList();
    List<ReferenceShape> features = new ArrayList<>();
    for (String name : names) {
      int number = schema.numbers().indexOf(name);
      features.add(
          number >= 0
              ? new Walk(rows, months, number, true).shape(name)
              : new Walk(rows, months, schema.categories().indexOf(name), false).shape(name));
    }
    Double usual = new Walk(scoreRows(training.probability()), months, 0, true).usual(SCORES);
    return new Reference(features, scores(unseen, usual), held.byMonth(true));
  }

  private static ReferenceShape scores(double[] probability, Double usual) {
    long[] counts = SCORES.counts(scoreRows(probability), 0);
    return new ReferenceShape("score", SCORES, counts, usual);
  }

  /** Scores as rows of one number. */
  static List<FeatureRow> scoreRows(double[] probability) {
    return Arrays.stream(probability)
        .mapToObj(p -> new FeatureRow(new double[] {p}, new String[0]))
        .toList();
  }

  /** One column month by month. */
  private record Walk(List<FeatureRow> rows, List<YearMonth> months, int column, boolean number) {

    ReferenceShape shape(String name) {
      YearMonth last = new TreeSet<>(months).last();
      List<FeatureRow> year = between(last.minusMonths(YEAR - 1), last);
      Bins bins = bins(year);
      return new ReferenceShape(name, bins, bins.counts(year, column), usual(null));
    }

    /**
     * The largest unrest of a month; null with too few bills.
     *
     * @param fixed bins to use, null for such as fit the months before
     */
    Double usual(Bins fixed) {
      YearMonth last = new TreeSet<>(months).last();
      OptionalDouble largest =
          IntStream.range(0, YEAR)
              .mapToObj(last::minusMonths)
              .flatMapToDouble(month -> unrest(month, fixed).stream())
              .max();
      return largest.isPresent() ? largest.getAsDouble() : null;
    }

    /** How far a month differed from the year before it; empty with too few bills. */
    private OptionalDouble unrest(YearMonth month, Bins fixed) {
      List<FeatureRow> now = between(month, month);
      List<FeatureRow> before = between(month.minusMonths(YEAR), month.minusMonths(1));
      if (now.size() < FEWEST_IN_MONTH || before.size() < FEWEST_BEFORE) {
        return OptionalDouble.empty();
      }
      Bins bins = fixed == null ? bins(before) : fixed;
      return OptionalDouble.of(
          PopulationStability.of(bins.counts(before, column), bins.counts(now, column)));
    }

    private List<FeatureRow> between(YearMonth first, YearMonth last) {
      return IntStream.range(0, rows.size())
          .filter(i -> !months.get(i).isBefore(first) && !months.get(i).isAfter(last))
          .mapToObj(rows::get)
          .toList();
    }

    private Bins bins(List<FeatureRow> some) {
      return number
          ? NumberBins.of(some.stream().mapToDouble(row -> row.numbers()[column]).toArray())
          : CategoryBins.of(
              some.stream().map(row -> row.categories()[column]).toArray(String[]::new));
    }
  }
}
