package org.feewise.models.risk.watch;

import java.util.Arrays;
import smile.stat.distribution.ChiSquareDistribution;

/**
 * The population stability index: how far the shares of bins have moved, below 0.1 hardly, above
 * 0.25 much (Siddiqi, Credit Risk Scorecards, 2006).
 */
final class PopulationStability {
  private PopulationStability() {}

  /**
   * The sum over bins of {@code (now - reference) ln(now / reference)}. A bin of the reference
   * counts half a bill more, and the newest bills one bill more that is spread like the reference,
   * so that an empty bin gives no infinity and few bills no drift.
   */
  static double of(long[] reference, long[] now) {
    double referenceSum = Arrays.stream(reference).sum() + reference.length / 2.0;
    double nowSum = Arrays.stream(now).sum() + 1.0;
    double index = 0;
    for (int bin = 0; bin < reference.length; bin++) {
      double expected = (reference[bin] + 0.5) / referenceSum;
      double actual = (now[bin] + expected) / nowSum;
      index += (actual - expected) * Math.log(actual / expected);
    }
    return index;
  }

  /**
   * What chance alone exceeds in {@code share} of the cases when nothing drifts: the index times
   * the harmonic sum of the sizes is chi-square with one degree fewer than bins in use (Yurdakul,
   * Statistical Properties of Population Stability Index, 2018).
   *
   * @param before how many independent rows those of the reference are worth
   * @param rows how many independent rows the newest ones are worth
   */
  static double byChance(long[] reference, double before, double rows, double share) {
    long used = Arrays.stream(reference).filter(count -> count > 0).count();
    double sizes = 1 / rows + 1 / before;
    return used < 2 ? 0 : sizes * new ChiSquareDistribution((int) used - 1).quantile(1 - share);
  }
}
