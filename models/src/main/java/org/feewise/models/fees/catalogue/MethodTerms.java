package org.feewise.models.fees.catalogue;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;

/**
 * What paying through a method costs the payer and how much it carries.
 *
 * @param feeRate share of the amount paid
 * @param fixedFee for each payment
 * @param perPayment largest single payment, empty for no limit
 * @param perDay most that one day carries, empty for no limit
 */
public record MethodTerms(
    Ground ground,
    PaymentMethod method,
    BigDecimal feeRate,
    Money fixedFee,
    Optional<Money> perPayment,
    Optional<Money> perDay) {
  public MethodTerms {
    Objects.requireNonNull(method, "method");
    if (feeRate.signum() < 0 || feeRate.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("feeRate: " + feeRate + " is not in [0, 1]");
    }
    if (fixedFee.isNegative()) {
      throw new IllegalArgumentException("fixedFee: " + fixedFee + " is negative");
    }
    requirePositive("perPayment", perPayment);
    requirePositive("perDay", perDay);
  }

  private static void requirePositive(String field, Optional<Money> limit) {
    if (limit.isPresent() && !limit.get().isPositive()) {
      throw new IllegalArgumentException(field + ": " + limit.get() + " is not above zero");
    }
  }
}
