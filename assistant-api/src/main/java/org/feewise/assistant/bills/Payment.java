package org.feewise.assistant.bills;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;

/**
 * Money received for a bill.
 *
 * @param title title of the bill it paid
 * @param principal what it paid of the bill itself
 * @param surcharge what it paid of the surcharge
 * @param discount what was taken off for paying early
 * @param fee what the payment method cost
 * @param method how it was paid, or null where the source does not say
 */
public record Payment(
    String paymentId,
    String billNo,
    FeeType feeType,
    String title,
    Instant paidAt,
    Money principal,
    Money surcharge,
    Money discount,
    Money fee,
    PaymentMethod method) {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  public Payment {
    Objects.requireNonNull(paymentId, "paymentId");
    Objects.requireNonNull(billNo, "billNo");
    Objects.requireNonNull(feeType, "feeType");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(paidAt, "paidAt");
    Objects.requireNonNull(principal, "principal");
    Objects.requireNonNull(surcharge, "surcharge");
    Objects.requireNonNull(discount, "discount");
    Objects.requireNonNull(fee, "fee");
  }

  /** The day it was paid, Asia/Shanghai. */
  public LocalDate paidOn() {
    return paidAt.atZone(ZONE).toLocalDate();
  }

  /** What left the citizen's pocket. */
  public Money total() {
    return principal.plus(surcharge).minus(discount).plus(fee);
  }
}
