package org.feewise.models.plans;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A discount for paying the whole bill early.
 *
 * @param rate share of the principal, 0 to 1
 * @param until last day on which the whole bill must be paid
 */
public record EarlyDiscount(BigDecimal rate, LocalDate until) {
  public EarlyDiscount {
    Refusal.unlessBetween("bills.discount.rate", rate, BigDecimal.ZERO, BigDecimal.ONE);
    Refusal.whenMissing("bills.discount.until", until);
  }
}
