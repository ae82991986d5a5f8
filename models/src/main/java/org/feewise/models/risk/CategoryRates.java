package org.feewise.models.risk;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The late share of each value of a category, shrunk to the share of all, as learnt on training
 * rows: what a category becomes for the trees.
 *
 * <p>How much it is shrunk is chosen by what rows say of rows of other folds: Micci-Barreca, A
 * Preprocessing Scheme for High-Cardinality Categorical Attributes (2001).
 *
 * @param share late share of all training rows, also the answer for a value never seen
 * @param rates shrunk late share by value; {@code ""} stands for a missing one
 */
record CategoryRates(double share, Map<String, Double> rates) implements Serializable {
  private static final double[] PRIOR_ROWS = {15, 3, 60};
  private static final int FEW_VALUES = 12;
  private static final int FOLDS = 5;

  CategoryRates {
    rates = new HashMap<>(rates);
  }

  /**
   * What was learnt.
   *
   * @param ofTraining the encoded training values: for many values each row's comes from the other
   *     folds, so that a row never sees its own label
   * @param tells whether it says more about rows it was not learnt on than the share of all does
   */
  record Learnt(CategoryRates rates, double[] ofTraining, boolean tells) {}

  /** Learns the rates of a column of categories, null where missing. */
  static Learnt learn(String[] values, boolean[] late, double share) {
    return new Counts(values, late, share).learn();
  }

  double of(String value) {
    return rates.getOrDefault(key(value), share);
  }

  /** A value as it is kept; {@code ""} for a missing one. */
  static String key(String value) {
    return value == null ? "" : value;
  }

  /** Rows and late rows by value and fold; row i is of fold {@code i % FOLDS}. */
  private static final class Counts {
    private final Map<String, Integer> indices = new TreeMap<>();
    private final boolean[] late;
    private final double share;
    private final int[] valueOf;
    private final int[][] rows;
    private final int[][] lates;

    Counts(String[] values, boolean[] late, double share) {
      this.late = late;
      this.share = share;
      this.valueOf = new int[values.length];
      for (int i = 0; i < values.length; i++) {
        valueOf[i] = indices.computeIfAbsent(key(values[i]), _ -> indices.size());
      }
      this.rows = new int[indices.size()][FOLDS];
      this.lates = new int[indices.size()][FOLDS];
      for (int i = 0; i < values.length; i++) {
        rows[valueOf[i]][i % FOLDS]++;
        lates[valueOf[i]][i % FOLDS] += late[i] ? 1 : 0;
      }
    }

    Learnt learn() {
      double[] best = null;
      double bestLoss = Double.POSITIVE_INFINITY;
      double prior = PRIOR_ROWS[0];
      for (double candidate : indices.size() <= FEW_VALUES ? new double[] {prior} : PRIOR_ROWS) {
        double[] unseen = unseen(candidate);
        double loss = logLoss(unseen);
        if (loss < bestLoss) {
          best = unseen;
          bestLoss = loss;
          prior = candidate;
        }
      }
      double[] shares = shares(prior);
      Map<String, Double> rates = new HashMap<>();
      indices.forEach((value, index) -> rates.put(value, shares[index]));
      boolean few = indices.size() <= FEW_VALUES;
      return new Learnt(
          new CategoryRates(share, rates),
          few ? Arrays.stream(valueOf).mapToDouble(value -> shares[value]).toArray() : best,
          indices.size() > 1 && (few || bestLoss < logLossOfShare()));
    }

    private double[] shares(double prior) {
      double[] shares = new double[rows.length];
      for (int value = 0; value < shares.length; value++) {
        shares[value] =
            shrunk(Arrays.stream(rows[value]).sum(), Arrays.stream(lates[value]).sum(), prior);
      }
      return shares;
    }

    /** What the other folds say of each row. */
    private double[] unseen(double prior) {
      double[] encoded = new double[valueOf.length];
      double[][] byFold = new double[rows.length][FOLDS];
      for (int value = 0; value < rows.length; value++) {
        int all = Arrays.stream(rows[value]).sum();
        int allLate = Arrays.stream(lates[value]).sum();
        for (int fold = 0; fold < FOLDS; fold++) {
          byFold[value][fold] =
              shrunk(all - rows[value][fold], allLate - lates[value][fold], prior);
        }
      }
      for (int i = 0; i < encoded.length; i++) {
        encoded[i] = byFold[valueOf[i]][i % FOLDS];
      }
      return encoded;
    }

    private double shrunk(int count, int lateCount, double prior) {
      return (lateCount + prior * share) / (count + prior);
    }

    private double logLoss(double[] probability) {
      double sum = 0;
      for (int i = 0; i < probability.length; i++) {
        sum -= Math.log(late[i] ? probability[i] : 1 - probability[i]);
      }
      return sum / probability.length;
    }

    private double logLossOfShare() {
      return -share * Math.log(share) - (1 - share) * Math.log(1 - share);
    }
  }
}
