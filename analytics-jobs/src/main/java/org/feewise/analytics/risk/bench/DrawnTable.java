package org.feewise.analytics.risk.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A table drawn at random for measuring: numbers in [0, 1), and an outcome that the first four of
 * them decide in part.
 *
 * @param late outcome by row
 */
record DrawnTable(double[][] rows, boolean[] late) {
  static final int FEATURES = 20;

  static DrawnTable draw(int count, long seed) {
    double[][] rows = new double[count][FEATURES];
    boolean[] late = new boolean[count];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      Arrays.setAll(rows[i], _ -> random.nextDouble());
      double logOdds = 4 * rows[i][0] + 3 * rows[i][1] * rows[i][2] - 2 * rows[i][3] - 3;
      late[i] = random.nextDouble() < probability(logOdds);
    }
    return new DrawnTable(rows, late);
  }

  int size() {
    return late.length;
  }

  /** The rows from one index up to another. */
  DrawnTable part(int from, int to) {
    return new DrawnTable(Arrays.copyOfRange(rows, from, to), Arrays.copyOfRange(late, from, to));
  }

  static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
