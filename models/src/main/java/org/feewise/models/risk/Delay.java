package org.feewise.models.risk;

import java.io.Serializable;
import java.util.stream.IntStream;
import org.feewise.models.risk.trees.CompiledTrees;
import org.feewise.models.risk.trees.SmileTrees;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.DoubleVector;
import smile.math.MathEx;
import smile.model.cart.Loss;
import smile.regression.GradientTreeBoost;

/**
 * How many days late a late bill is expected to be.
 *
 * @param trees their sum is the expected logarithm of 1 + days late, given that the bill is late
 * @param smearing makes a mean of days of the mean of logarithms (Duan 1983)
 */
record Delay(CompiledTrees trees, double smearing) implements Serializable {
  private static final int FEWEST_ROWS = 200;
  private static final int MOST_ROWS = 10_000;
  private static final String LOG_DAYS = "feewise_log_days";
  private static final double SHRINKAGE = 0.1;

  static Delay constant(double days) {
    return new Delay(CompiledTrees.constant(Math.log1p(Math.max(0, days))), 1);
  }

  /** Learns from the newest late rows whose delay is known. */
  static Delay learn(double[][] columns, TrainingSet training, long seed) {
    int[] known =
        IntStream.range(0, training.size())
            .filter(i -> training.late()[i] && training.daysLate()[i] > 0)
            .toArray();
    if (known.length < FEWEST_ROWS) {
      return constant(
          IntStream.of(known).mapToDouble(i -> training.daysLate()[i]).average().orElse(0));
    }
    int skipped = Math.max(0, known.length - MOST_ROWS);
    int[] used = IntStream.of(known).skip(skipped).toArray();
    double[][] rows = IntStream.of(used).mapToObj(i -> columns[i]).toArray(double[][]::new);
    double[] logDays =
        IntStream.of(used).mapToDouble(i -> Math.log1p(training.daysLate()[i])).toArray();
    CompiledTrees trees = grow(rows, logDays, seed);
    double days = 0;
    double predicted = 0;
    for (int i = 0; i < used.length; i++) {
      days += 1 + training.daysLate()[used[i]];
      predicted += Math.exp(trees.sum(rows[i]));
    }
    return new Delay(trees, days / predicted);
  }

  /** Days late, at least 0, given that the bill is late. */
  double days(double[] columns) {
    return Math.max(0, smearing * Math.exp(trees.sum(columns)) - 1);
  }

  private static CompiledTrees grow(double[][] rows, double[] logDays, long seed) {
    String[] names =
        IntStream.range(0, rows[0].length).mapToObj(i -> "x" + i).toArray(String[]::new);
    DataFrame frame = DataFrame.of(rows, names).add(new DoubleVector(LOG_DAYS, logDays));
    MathEx.setSeed(seed);
    GradientTreeBoost model =
        GradientTreeBoost.fit(
            Formula.lhs(LOG_DAYS),
            frame,
            new GradientTreeBoost.Options(Loss.ls(), 40, 3, 8, 30, SHRINKAGE, 0.7, null, null));
    return SmileTrees.ofRegression(model, SHRINKAGE, frame.get(0));
  }
}
