package org.feewise.models.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.feewise.models.risk.trees.CompiledTrees;
import org.feewise.models.risk.trees.SmileTrees;
import smile.data.DataFrame;
import smile.data.type.DataTypes;
import smile.data.type.StructField;
import smile.math.MathEx;
import smile.model.cart.CART;
import smile.model.cart.Loss;
import smile.regression.RegressionTree;

/**
 * Gradient boosting of Smile's regression trees for the log-odds of two outcomes: Friedman, Greedy
 * Function Approximation (2001), with Newton's step in each leaf pulled towards zero and a random
 * part of the columns at each split as Chen and Guestrin, XGBoost (2016) have it.
 */
final class Boosting {
  private static final StructField RESPONSE =
      new StructField("feewise_gradient", DataTypes.DoubleType);

  private final Growth growth;
  private final double[][] columns;
  private final boolean[] late;
  private final double[] logOdds;
  private final double[] gradient;
  private final double[] curvature;

  private final DataFrame frame;
  private final int[][] order;
  private final SplittableRandom random;
  private final double base;
  private final int tried;
  private final List<RegressionTree> trees = new ArrayList<>();

  /** Prepares to grow on rows without gaps; {@link #step} grows. */
  Boosting(Growth growth, double[][] columns, boolean[] late, long seed) {
    this.growth = growth;
    this.columns = columns;
    this.late = late;
    this.logOdds = new double[late.length];
    this.gradient = new double[late.length];
    this.curvature = new double[late.length];
    this.frame = frame();
    this.order = CART.order(frame);
    this.random = new SplittableRandom(seed);
    this.base = priorLogOdds();
    this.tried = Math.max(1, (int) Math.ceil(growth.columnShare() * columns[0].length));
    Arrays.fill(logOdds, base);
  }

  /** Where the log-odds start from. */
  double base() {
    return base;
  }

  /** Grows one more tree and gives what it adds to the log-odds of a row. */
  CompiledTrees step() {
    differentiate();
    MathEx.setSeed(random.nextLong());
    RegressionTree tree =
        new RegressionTree(
            frame,
            new Leaf(),
            RESPONSE,
            growth.depth(),
            1 << growth.depth(),
            growth.leafRows(),
            tried,
            drawn(),
            order);
    trees.add(tree);
    CompiledTrees step = SmileTrees.of(List.of(tree), growth.shrinkage(), 0);
    for (int i = 0; i < logOdds.length; i++) {
      logOdds[i] += step.sum(columns[i]);
    }
    return step;
  }

  /** The first trees grown; their sum is the log-odds of being late. */
  CompiledTrees grown(int count) {
    return SmileTrees.of(trees.subList(0, count), growth.shrinkage(), base);
  }

  private double priorLogOdds() {
    double lates = 0;
    for (boolean each : late) {
      lates += each ? 1 : 0;
    }
    double share = (lates + 0.5) / (late.length + 1);
    return Math.log(share / (1 - share));
  }

  private void differentiate() {
    for (int i = 0; i < logOdds.length; i++) {
      double p = Calibration.logistic(logOdds[i]);
      gradient[i] = (late[i] ? 1 : 0) - p;
      curvature[i] = p * (1 - p);
    }
  }

  private int[] drawn() {
    int[] samples = new int[late.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = random.nextDouble() < growth.sample() ? 1 : 0;
    }
    return samples;
  }

  private DataFrame frame() {
    String[] names = new String[columns[0].length];
    for (int i = 0; i < names.length; i++) {
      names[i] = "x" + i;
    }
    return DataFrame.of(columns, names);
  }

  /** What Smile asks of a loss while it grows one tree. */
  private final class Leaf implements Loss {
    @Override
    public double output(int[] nodeRows, int[] samples) {
      double up = 0;
      double down = growth.pull();
      for (int i = 0; i < nodeRows.length; i++) {
        int row = nodeRows[i];
        up += samples[row] * gradient[row];
        down += samples[row] * curvature[row];
      }
      return down > 0 ? up / down : 0;
    }

    @Override
    public double intercept(double[] response) {
      return 0;
    }

    @Override
    public double[] response() {
      return gradient;
    }

    @Override
    public double[] residual() {
      return gradient;
    }

    @Override
    public double value() {
      throw new UnsupportedOperationException("the loss of a tree is not asked for");
    }

    @Override
    public String toString() {
      return "Logistic";
    }
  }
}
