package org.feewise.models.fees;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.feewise.models.fees.catalogue.FeeRule;
import org.feewise.models.money.Money;

/**
 * Consecutive late days with the same unpaid principal, rate, rule and waiver.
 *
 * @param from first day, inclusive
 * @param to last day, inclusive
 * @param principal unpaid throughout
 * @param dailyRate share of the principal a day
 * @param rule the rule in force
 * @param waiver what is not charged, and why; empty where all is
 */
public record SurchargeSpan(
    LocalDate from,
    LocalDate to,
    Money principal,
    BigDecimal dailyRate,
    FeeRule.Surcharge rule,
    Optional<FeeRule.Waiver> waiver) {

  public long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /** What these days add, in yuan, not rounded. */
  public BigDecimal amount() {
    return principal.times(dailyRate).multiply(BigDecimal.valueOf(days())).multiply(chargedShare());
  }

  /** Share of the rate that is charged: 1 without a waiver, 0 with one of everything. */
  public BigDecimal chargedShare() {
    return waiver.map(rule -> BigDecimal.ONE.subtract(rule.share())).orElse(BigDecimal.ONE);
  }

  /** One of its days alone. */
  SurchargeSpan of(LocalDate day) {
    return new SurchargeSpan(day, day, principal, dailyRate, rule, waiver);
  }
}
