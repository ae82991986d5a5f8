package org.feewise.models.plans;

import java.math.BigDecimal;

/**
 * The simple daily surcharge of a bill paid late.
 *
 * @param dailyRate share of the late principal charged for each day, 0.0005 for 0.05 %
 * @param atMostPrincipal whether the surcharge stops at the principal of the bill
 */
public record LateSurcharge(BigDecimal dailyRate, boolean atMostPrincipal) {
  private static final BigDecimal LARGEST_DAILY_RATE = BigDecimal.valueOf(100);

  public LateSurcharge {
    Refusal.unlessBetween(
        "bills.surcharge.dailyRate", dailyRate, BigDecimal.ZERO, LARGEST_DAILY_RATE);
  }
}
