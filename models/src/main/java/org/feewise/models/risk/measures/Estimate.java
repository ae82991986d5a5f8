package org.feewise.models.risk.measures;

/** A figure with its confidence interval. */
public record Estimate(double value, double low, double high) {

  public Estimate {
    if (!(low <= value && value <= high)) {
      throw new IllegalArgumentException(
          "value " + value + " is not in its interval [" + low + ", " + high + "]");
    }
  }

  /**
   * The difference to an independent figure: the squares of the distances to the limits add up
   * (Newcombe, Interval estimation for the difference between independent proportions, 1998).
   */
  public Estimate minus(Estimate other) {
    double difference = value - other.value;
    return new Estimate(
        difference,
        difference - Math.hypot(value - low, other.high - other.value),
        difference + Math.hypot(high - value, other.value - other.low));
  }

  /** Whether the whole interval is farther from 0 than a bound, on either side. */
  public boolean isSurelyBeyond(double bound) {
    return low > bound || high < -bound;
  }
}
