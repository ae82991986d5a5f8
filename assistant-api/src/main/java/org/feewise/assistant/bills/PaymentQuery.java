package org.feewise.assistant.bills;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.feewise.models.fees.FeeType;

/**
 * Which of one citizen's payments are meant.
 *
 * @param feeTypes fee types wanted; empty means any
 * @param paidIn days, Asia/Shanghai, on which it was paid
 */
public record PaymentQuery(Set<FeeType> feeTypes, Optional<Period> paidIn) {
  public PaymentQuery {
    feeTypes = Set.copyOf(feeTypes);
    Objects.requireNonNull(paidIn, "paidIn");
  }

  /** Every payment. */
  public static PaymentQuery all() {
    return new PaymentQuery(Set.of(), Optional.empty());
  }

  public PaymentQuery withFeeType(FeeType wanted) {
    return new PaymentQuery(Set.of(wanted), paidIn);
  }

  public PaymentQuery paidIn(Period days) {
    return new PaymentQuery(feeTypes, Optional.of(days));
  }

  /** Whether a payment is meant. */
  public boolean matches(Payment payment) {
    return (feeTypes.isEmpty() || feeTypes.contains(payment.feeType()))
        && paidIn.map(days -> days.contains(payment.paidOn())).orElse(true);
  }
}
