package org.feewise.models.risk.features;

import java.util.Arrays;

/** How many days after the due date one payer's bills were paid, below zero when early. */
final class DelayRecord {
  private static final int REMEMBERED = 12;
  private static final double RECENT_WEIGHT = 0.3;

  private final double[] newest = new double[REMEMBERED];
  private int count;
  private double sum;
  private double sumOfSquares;
  private double recent = Double.NaN;

  void add(double days) {
    newest[count % REMEMBERED] = days;
    count++;
    sum += days;
    sumOfSquares += days * days;
    recent = Double.isNaN(recent) ? days : recent + RECENT_WEIGHT * (days - recent);
  }

  double mean() {
    return count == 0 ? Double.NaN : sum / count;
  }

  double recent() {
    return recent;
  }

  double last() {
    return count == 0 ? Double.NaN : newest[(count - 1) % REMEMBERED];
  }

  /** The 80th percentile of the newest twelve. */
  double quantile80() {
    if (count == 0) {
      return Double.NaN;
    }
    double[] sorted = Arrays.copyOf(newest, Math.min(count, REMEMBERED));
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(0.8 * sorted.length) - 1];
  }

  /** The standard deviation; NaN below two payments. */
  double spread() {
    if (count < 2) {
      return Double.NaN;
    }
    double mean = sum / count;
    return Math.sqrt(Math.max(0, (sumOfSquares - count * mean * mean) / (count - 1)));
  }
}
