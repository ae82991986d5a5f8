package org.feewise.models.risk.measures;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import smile.stat.distribution.TDistribution;

/**
 * Whose bills some rows are. The bills of one payer are alike, so that intervals have to count
 * payers more than bills: they rest on the sums of each payer (Liang and Zeger 1986), with
 * Student's quantile for as many payers less one.
 *
 * @param payer number of the payer of each row, from 0
 * @param payers how many there are
 */
public record ByPayer(int[] payer, int payers) {
  private static final int FEW_PAYERS = 20;

  /** Numbers payers by their names. */
  public static ByPayer of(List<String> names) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] payer = new int[names.size()];
    for (int i = 0; i < payer.length; i++) {
      payer[i] = numbers.computeIfAbsent(names.get(i), _ -> numbers.size());
    }
    return new ByPayer(payer, numbers.size());
  }

  /** The same for some of the rows. */
  public ByPayer subset(int[] rows) {
    return of(IntStream.of(rows).mapToObj(row -> Integer.toString(payer[row])).toList());
  }

  public int rows() {
    return payer.length;
  }

  /**
   * The mean of one value a row.
   *
   * @param confidence of the interval, such as 0.95
   * @throws IllegalArgumentException with fewer than two payers
   */
  public Estimate mean(double[] values, double confidence) {
    if (payers < 2) {
      throw new IllegalArgumentException("an interval takes two payers, there are " + payers);
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    double reach = quantile(payers, confidence) * Math.sqrt(variance(values, mean));
    return new Estimate(mean, mean - reach, mean + reach);
  }

  /**
   * The share of rows that hit: Wilson's interval for as many independent rows as would tell as
   * much (Korn and Graubard 1998; Dean and Pagano 2015). Where hits, or misses, come from so few
   * payers that nobody can say how alike their rows are, every payer counts as one row at most. Of
   * no row the share is 0 in [0, 1].
   */
  public Estimate share(boolean[] hits, double confidence) {
    if (hits.length == 0) {
      return new Estimate(0, 0, 1);
    }
    double[] values = new double[hits.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = hits[i] ? 1 : 0;
    }
    double share = Arrays.stream(values).average().orElseThrow();
    double simple = share * (1 - share) / hits.length;
    double telling =
        simple == 0 || payers < 2
            ? payers
            : hits.length / Math.max(1, variance(values, share) / simple);
    if (Math.min(payersWith(hits, true), payersWith(hits, false)) < FEW_PAYERS) {
      telling = Math.min(telling, payers);
    }
    return wilson(share, telling, quantile(Math.max(2, payers), confidence));
  }

  private static Estimate wilson(double share, double rows, double z) {
    double squared = z * z;
    double centre = (share + squared / (2 * rows)) / (1 + squared / rows);
    double reach =
        z
            / (1 + squared / rows)
            * Math.sqrt(share * (1 - share) / rows + squared / (4 * rows * rows));
    return new Estimate(
        share, Math.clamp(centre - reach, 0, share), Math.clamp(centre + reach, share, 1));
  }

  private long payersWith(boolean[] hits, boolean outcome) {
    return IntStream.range(0, hits.length)
        .filter(i -> hits[i] == outcome)
        .map(i -> payer[i])
        .distinct()
        .count();
  }

  private double variance(double[] values, double mean) {
    double[] sums = new double[payers];
    for (int i = 0; i < values.length; i++) {
      sums[payer[i]] += values[i] - mean;
    }
    double squares = Arrays.stream(sums).map(sum -> sum * sum).sum();
    return squares * payers / (payers - 1.0) / ((double) values.length * values.length);
  }

  private static double quantile(int payers, double confidence) {
    return new TDistribution(payers - 1).quantile(1 - (1 - confidence) / 2);
  }
}
