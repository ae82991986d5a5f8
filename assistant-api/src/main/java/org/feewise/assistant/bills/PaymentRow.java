package org.feewise.assistant.bills;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;
import org.hibernate.annotations.Immutable;

@Entity(name = "Payment")
@Immutable
@Table(name = "payment")
class PaymentRow {
  @Id
  @Column(name = "payment_id")
  String paymentId;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "bill_no")
  BillRow bill;

  @Column(name = "citizen_id")
  String citizenId;

  @Column(name = "paid_at")
  Instant paidAt;

  @Column(name = "principal_fen")
  long principalFen;

  @Column(name = "surcharge_fen")
  long surchargeFen;

  @Column(name = "discount_fen")
  long discountFen;

  @Column(name = "fee_fen")
  long feeFen;

  @Enumerated(EnumType.STRING)
  @Column(name = "method")
  PaymentMethod method;

  Payment toPayment() {
    return new Payment(
        paymentId,
        bill.billNo,
        bill.feeType,
        bill.title,
        paidAt,
        Money.ofFen(principalFen),
        Money.ofFen(surchargeFen),
        Money.ofFen(discountFen),
        Money.ofFen(feeFen),
        method);
  }
}
