package org.feewise.models.risk.measures;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Predicted probabilities beside what happened, and the measures of contracts for risk models.
 *
 * @param probability of being late, in [0, 1]
 * @param late what happened
 */
public record Predictions(double[] probability, boolean[] late) {
  private static final int BINS = 10;
  private static final int DRAWS = 200;
  private static final double SMALLEST = 1e-15;

  public Predictions {
    if (probability.length != late.length || probability.length == 0) {
      throw new IllegalArgumentException(
          probability.length + " probabilities for " + late.length + " outcomes");
    }
  }

  public int size() {
    return late.length;
  }

  /** Share of rows that were late. */
  public double lateShare() {
    return (double) lateCount() / size();
  }

  /**
   * Probability that a late row ranks above one that was not, ties counting half; NaN with one
   * outcome only. Hanley and McNeil (1982).
   */
  public double auc() {
    Integer[] order = ascending();
    double rankSum = 0;
    for (int from = 0; from < size(); ) {
      int to = endOfTie(order, from);
      double rank = (from + 1 + to) / 2.0;
      for (int i = from; i < to; i++) {
        rankSum += late[order[i]] ? rank : 0;
      }
      from = to;
    }
    double lates = lateCount();
    return (rankSum - lates * (lates + 1) / 2) / (lates * (size() - lates));
  }

  /** Average precision: the area under precision over recall, ties taken together. */
  public double prAuc() {
    Integer[] order = ascending();
    double area = 0;
    double found = 0;
    double lates = lateCount();
    for (int to = size(); to > 0; ) {
      int from = startOfTie(order, to);
      double here = IntStream.range(from, to).filter(i -> late[order[i]]).count();
      found += here;
      area += here / lates * (found / (size() - from));
      to = from;
    }
    return area;
  }

  /** Mean squared difference between probability and outcome. */
  public double brier() {
    return IntStream.range(0, size())
        .mapToDouble(i -> Math.pow(probability[i] - (late[i] ? 1 : 0), 2))
        .average()
        .orElseThrow();
  }

  /** Mean negative log-likelihood in nats. */
  public double logLoss() {
    return IntStream.range(0, size())
        .mapToDouble(
            i -> -Math.log(Math.max(SMALLEST, late[i] ? probability[i] : 1 - probability[i])))
        .average()
        .orElseThrow();
  }

  /** Expected calibration error over ten bins of equal mass. */
  public double ece() {
    return ece(ascending(), late);
  }

  /** 95th percentile of the error of labels drawn from the probabilities themselves. */
  public double eceIfCalibrated(long seed) {
    Integer[] order = ascending();
    SplittableRandom random = new SplittableRandom(seed);
    double[] errors = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      boolean[] drawn = new boolean[size()];
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = random.nextDouble() < probability[i];
      }
      errors[draw] = ece(order, drawn);
    }
    Arrays.sort(errors);
    return errors[(int) Math.ceil(0.95 * DRAWS) - 1];
  }

  /** Late share among the tenth with the highest probability, over the late share of all. */
  public double liftAt10() {
    Integer[] order = ascending();
    double wanted = Math.max(1, Math.round(size() / 10.0));
    double found = 0;
    double left = wanted;
    for (int to = size(); to > 0 && left > 0; ) {
      int from = startOfTie(order, to);
      double here = IntStream.range(from, to).filter(i -> late[order[i]]).count();
      double taken = Math.min(left, to - from);
      found += here * taken / (to - from);
      left -= taken;
      to = from;
    }
    return found / wanted / lateShare();
  }

  private double ece(Integer[] order, boolean[] outcome) {
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      int from = (int) ((long) bin * size() / BINS);
      int to = (int) ((long) (bin + 1) * size() / BINS);
      double gap = 0;
      for (int i = from; i < to; i++) {
        gap += probability[order[i]] - (outcome[order[i]] ? 1 : 0);
      }
      error += Math.abs(gap) / size();
    }
    return error;
  }

  private long lateCount() {
    return IntStream.range(0, size()).filter(i -> late[i]).count();
  }

  private Integer[] ascending() {
    Integer[] order = IntStream.range(0, size()).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> probability[i]));
    return order;
  }

  private int endOfTie(Integer[] order, int from) {
    int to = from + 1;
    while (to < size() && probability[order[to]] == probability[order[from]]) {
      to++;
    }
    return to;
  }

  private int startOfTie(Integer[] order, int to) {
    int from = to - 1;
    while (from > 0 && probability[order[from - 1]] == probability[order[to - 1]]) {
      from--;
    }
    return from;
  }
}
