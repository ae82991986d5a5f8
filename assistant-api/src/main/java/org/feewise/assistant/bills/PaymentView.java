package org.feewise.assistant.bills;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;

/**
 * A payment as its citizen sees it.
 *
 * @param paidAt when it was received, with the offset of Asia/Shanghai
 * @param total what left the citizen's pocket: principal, surcharge and fee less the discount
 * @param method how it was paid, or null where the source does not say
 */
public record PaymentView(
    String paymentId,
    String billNo,
    FeeType feeType,
    String title,
    OffsetDateTime paidAt,
    LocalDate paidOn,
    Money principal,
    Money surcharge,
    Money discount,
    Money fee,
    Money total,
    PaymentMethod method) {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  static PaymentView of(Payment payment) {
    return new PaymentView(
        payment.paymentId(),
        payment.billNo(),
        payment.feeType(),
        payment.title(),
        payment.paidAt().atZone(ZONE).toOffsetDateTime(),
        payment.paidOn(),
        payment.principal(),
        payment.surcharge(),
        payment.discount(),
        payment.fee(),
        payment.total(),
        payment.method());
  }
}
