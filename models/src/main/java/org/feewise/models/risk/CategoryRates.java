package org.feewise.models.risk;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The late share of each value of a category, shrunk to the share of all, as learnt on training
 * rows: what a category becomes for the trees.
 *
 * @param share late share of all training rows, also the answer for a value never seen
 * @param rates shrunk late share by value; {@code ""} stands for a missing one
 */
record CategoryRates(double share, Map<String, Double> rates) implements Serializable {
  private static final double PRIOR_ROWS = 15;
  private static final int FEW_VALUES = 12;
  private static final int FOLDS = 5;

  CategoryRates {
    rates = new HashMap<>(rates);
  }

  private record Tally(long[] rowsAndLate) {
    Tally() {
      this(new long[2]);
    }

    void add(boolean late) {
      rowsAndLate[0]++;
      rowsAndLate[1] += late ? 1 : 0;
    }
  }

  static CategoryRates learn(String[] values, boolean[] late, double share) {
    return learn(values, late, share, -1);
  }

  private static CategoryRates learn(
      String[] values, boolean[] late, double share, int withoutFold) {
    Map<String, Tally> tallies = new TreeMap<>();
    for (int i = 0; i < values.length; i++) {
      if (i % FOLDS != withoutFold) {
        tallies.computeIfAbsent(key(values[i]), _ -> new Tally()).add(late[i]);
      }
    }
    Map<String, Double> rates = new TreeMap<>();
    tallies.forEach(
        (value, tally) ->
            rates.put(
                value,
                (tally.rowsAndLate()[1] + PRIOR_ROWS * share)
                    / (tally.rowsAndLate()[0] + PRIOR_ROWS)));
    return new CategoryRates(share, rates);
  }

  /**
   * The encoded training values: for many values each row's comes from the other folds, so that a
   * row never sees its own label.
   */
  double[] ofTraining(String[] values, boolean[] late) {
    double[] encoded = new double[values.length];
    if (rates.size() <= FEW_VALUES) {
      for (int i = 0; i < values.length; i++) {
        encoded[i] = of(values[i]);
      }
      return encoded;
    }
    for (int fold = 0; fold < FOLDS; fold++) {
      CategoryRates others = learn(values, late, share, fold);
      for (int i = fold; i < values.length; i += FOLDS) {
        encoded[i] = others.of(values[i]);
      }
    }
    return encoded;
  }

  double of(String value) {
    return rates.getOrDefault(key(value), share);
  }

  boolean varies() {
    return rates.size() > 1;
  }

  private static String key(String value) {
    return value == null ? "" : value;
  }
}
