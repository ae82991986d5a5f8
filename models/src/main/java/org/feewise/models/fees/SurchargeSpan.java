package org.feewise.models.fees;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.feewise.models.fees.catalogue.FeeRule;
import org.feewise.models.money.Money;

/**
 * Consecutive late days with the same unpaid principal, rate and rule.
 *
 * @param from first day, inclusive
 * @param to last day, inclusive
 * @param principal unpaid throughout
 * @param dailyRate share of the principal a day
 * @param rule the rule in force
 */
public record SurchargeSpan(
    LocalDate from, LocalDate to, Money principal, BigDecimal dailyRate, FeeRule.Surcharge rule) {

  public long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /** What these days add, in yuan, not rounded. */
  public BigDecimal amount() {
    return principal.times(dailyRate).multiply(BigDecimal.valueOf(days()));
  }
}
