package org.feewise.models.risk.features;

/** One payer's bills of one fee type, or of all: how many were late, and what they come to. */
final class FeeTypeHistory {
  private final LateCount late = new LateCount();
  private double logAmountSum;
  private int amounts;

  LateCount late() {
    return late;
  }

  void addAmount(double logAmount) {
    if (!Double.isNaN(logAmount)) {
      logAmountSum += logAmount;
      amounts++;
    }
  }

  /** How far a logarithm of an amount lies above the mean of those before; NaN without one. */
  double againstUsual(double logAmount) {
    return amounts == 0 ? Double.NaN : logAmount - logAmountSum / amounts;
  }
}
