package org.feewise.models.risk.features;

import java.util.Arrays;

/** How many days after the due date one payer's bills were paid, below zero when early. */
final class DelayRecord {
  private static final int REMEMBERED = 12;
  private static final double RECENT_WEIGHT = 0.3;

  private final double[] newest = new double[REMEMBERED];
  private final double[] sorted = new double[REMEMBERED];
  private int count;
  private double sum;
  private double sumOfSquares;
  private double recent = Double.NaN;

  void add(double days) {
    if (count < REMEMBERED) {
      insert(days, count);
    } else {
      replace(newest[count % REMEMBERED], days);
    }
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
    int size = Math.min(count, REMEMBERED);
    return size == 0 ? Double.NaN : sorted[(int) Math.ceil(0.8 * size) - 1];
  }

  /** The standard deviation; NaN below two payments. */
  double spread() {
    if (count < 2) {
      return Double.NaN;
    }
    double mean = sum / count;
    return Math.sqrt(Math.max(0, (sumOfSquares - count * mean * mean) / (count - 1)));
  }

  private void replace(double former, double days) {
    int at = Arrays.binarySearch(sorted, former);
    System.arraycopy(sorted, at + 1, sorted, at, REMEMBERED - 1 - at);
    insert(days, REMEMBERED - 1);
  }

  private void insert(double days, int size) {
    int at = size;
    while (at > 0 && sorted[at - 1] > days) {
      sorted[at] = sorted[at - 1];
      at--;
    }
    sorted[at] = days;
  }
}
