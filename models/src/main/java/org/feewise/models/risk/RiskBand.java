package org.feewise.models.risk;

/** A coarse level of the probability of paying late, for people and for reminder policy. */
public enum RiskBand {
  LOW,
  MEDIUM,
  HIGH;

  /** The band of a calibrated probability: below 0.2 low, below 0.5 medium, else high. */
  public static RiskBand of(double probabilityLate) {
    return probabilityLate < 0.2 ? LOW : probabilityLate < 0.5 ? MEDIUM : HIGH;
  }
}
