package org.feewise.models.plans;

import java.math.BigDecimal;
import java.util.Optional;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;

/**
 * What a payment method costs and how much it carries.
 *
 * @param feeRate share of the amount charged as a fee, 0.006 for 0.6 %
 * @param fixedFee charged for every payment
 * @param perPayment largest amount of one payment; empty for no limit
 * @param perDay largest sum of the amounts of one date; empty for no limit
 */
public record MethodTerms(
    PaymentMethod method,
    BigDecimal feeRate,
    Money fixedFee,
    Optional<Money> perPayment,
    Optional<Money> perDay) {
  private static final BigDecimal LARGEST_FEE_RATE = BigDecimal.TEN;

  public MethodTerms {
    Refusal.whenMissing("methods.method", method);
    Refusal.unlessBetween("methods.feeRate", feeRate, BigDecimal.ZERO, LARGEST_FEE_RATE);
    Refusal.unlessBetween("methods.fixedFee", fixedFee, Money.ZERO, PlanProblem.LARGEST_AMOUNT);
    perPayment.ifPresent(
        limit ->
            Refusal.unlessBetween(
                "methods.perPayment", limit, Money.ZERO, PlanProblem.LARGEST_AMOUNT));
    perDay.ifPresent(
        limit ->
            Refusal.unlessBetween("methods.perDay", limit, Money.ZERO, PlanProblem.LARGEST_AMOUNT));
  }

  /** A method without fee or limit. */
  public static MethodTerms free(PaymentMethod method) {
    return new MethodTerms(method, BigDecimal.ZERO, Money.ZERO, Optional.empty(), Optional.empty());
  }

  /** The fee of one payment: fixed fee and rate on the amount, rounded half up to the fen. */
  public Money fee(Money amount) {
    return Money.roundHalfUp(fixedFee.toYuan().add(amount.times(feeRate)));
  }

  /** Whether one payment of this amount is within the limits of the method. */
  public boolean carries(Money amount) {
    return perPayment.map(limit -> amount.compareTo(limit) <= 0).orElse(true)
        && perDay.map(limit -> amount.compareTo(limit) <= 0).orElse(true);
  }
}
