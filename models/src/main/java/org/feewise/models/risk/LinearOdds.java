package org.feewise.models.risk;

import java.io.Serializable;
import smile.classification.LogisticRegression;

/**
 * A ridge logistic regression on standardised columns: steadier than trees where rows are few or
 * the years differ.
 *
 * @param mean of each column among the training rows
 * @param spread standard deviation of each column among the training rows
 * @param coefficients change of the log-odds by one standard deviation
 */
public record LinearOdds(double[] mean, double[] spread, double[] coefficients, double intercept)
    implements Serializable {
  private static final double RIDGE = 0.1;
  private static final double FARTHEST = 8;

  /** Log-odds of zero for every row of no columns. */
  static LinearOdds ofNothing() {
    return new LinearOdds(new double[0], new double[0], new double[0], 0);
  }

  /** Learns from rows without gaps. */
  public static LinearOdds learn(double[][] rows, boolean[] late) {
    int width = rows[0].length;
    double[] mean = new double[width];
    double[] spread = new double[width];
    for (int j = 0; j < width; j++) {
      double sum = 0;
      double squares = 0;
      for (double[] row : rows) {
        sum += row[j];
      }
      mean[j] = sum / rows.length;
      for (double[] row : rows) {
        squares += (row[j] - mean[j]) * (row[j] - mean[j]);
      }
      spread[j] = Math.max(1e-9, Math.sqrt(squares / rows.length));
    }
    LinearOdds scale = new LinearOdds(mean, spread, new double[width], 0);
    double[][] standardised = new double[rows.length][width];
    int[] labels = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      labels[i] = late[i] ? 1 : 0;
      for (int j = 0; j < width; j++) {
        standardised[i][j] = scale.standardised(rows[i], j);
      }
    }
    double[] learnt =
        LogisticRegression.binomial(
                standardised, labels, new LogisticRegression.Options(RIDGE, 1e-5, 500))
            .coefficients();
    double[] coefficients = java.util.Arrays.copyOf(learnt, width);
    return new LinearOdds(mean, spread, coefficients, learnt[width]);
  }

  /** The log-odds of being late for one row without gaps. */
  public double logOdds(double[] row) {
    double sum = intercept;
    for (int j = 0; j < coefficients.length; j++) {
      sum += coefficients[j] * standardised(row, j);
    }
    return sum;
  }

  /** How much a column moves the log-odds away from those of the mean row. */
  double contribution(double[] row, int column) {
    return coefficients[column] * standardised(row, column);
  }

  private double standardised(double[] row, int column) {
    return Math.clamp((row[column] - mean[column]) / spread[column], -FARTHEST, FARTHEST);
  }
}
