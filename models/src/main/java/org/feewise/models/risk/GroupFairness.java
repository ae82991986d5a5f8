package org.feewise.models.risk;

import java.util.stream.IntStream;

/**
 * How a model treats one group of payers; rates carry 95 % Wilson intervals.
 *
 * @param attribute what the group shares, such as {@code age_band}
 * @param lateShare how many really were late
 * @param meanProbability how many the model expected
 * @param truePositive of the late ones, share above the threshold
 * @param falsePositive of the punctual ones, share above the threshold
 */
public record GroupFairness(
    String attribute,
    String group,
    long bills,
    Rate lateShare,
    double meanProbability,
    double threshold,
    Rate truePositive,
    Rate falsePositive) {

  /** A share with its interval; all null-like (0 of 0 within [0, 1]) where there is nothing. */
  public record Rate(double share, double low, double high, long of) {
    private static final double Z = 1.959963984540054;

    /** Wilson's interval around {@code hits} of {@code of}. */
    public static Rate of(long hits, long of) {
      if (of == 0) {
        return new Rate(0, 0, 1, 0);
      }
      double share = (double) hits / of;
      double squared = Z * Z;
      double centre = (share + squared / (2 * of)) / (1 + squared / of);
      double reach =
          Z / (1 + squared / of) * Math.sqrt(share * (1 - share) / of + squared / (4.0 * of * of));
      return new Rate(share, Math.max(0, centre - reach), Math.min(1, centre + reach), of);
    }
  }

  /** Measures one group, given the rows that belong to it. */
  public static GroupFairness of(
      String attribute,
      String group,
      int[] rows,
      double[] probability,
      boolean[] late,
      double threshold) {
    long lates = IntStream.of(rows).filter(i -> late[i]).count();
    long hits = IntStream.of(rows).filter(i -> late[i] && probability[i] >= threshold).count();
    long alarms = IntStream.of(rows).filter(i -> !late[i] && probability[i] >= threshold).count();
    return new GroupFairness(
        attribute,
        group,
        rows.length,
        Rate.of(lates, rows.length),
        IntStream.of(rows).mapToDouble(i -> probability[i]).average().orElse(0),
        threshold,
        Rate.of(hits, lates),
        Rate.of(alarms, rows.length - lates));
  }
}
