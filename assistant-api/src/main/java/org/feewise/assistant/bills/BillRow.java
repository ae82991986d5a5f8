package org.feewise.assistant.bills;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.feewise.models.fees.FeeType;
import org.feewise.models.fees.PayerKind;
import org.feewise.models.money.Money;
import org.hibernate.annotations.Immutable;

@Entity(name = "Bill")
@Immutable
@Table(name = "bill")
class BillRow {
  @Id
  @Column(name = "bill_no")
  String billNo;

  @Column(name = "citizen_id")
  String citizenId;

  @Enumerated(EnumType.STRING)
  @Column(name = "fee_type")
  FeeType feeType;

  @Enumerated(EnumType.STRING)
  @Column(name = "payer_kind")
  PayerKind payerKind;

  @Column(name = "title")
  String title;

  @Column(name = "period_from")
  LocalDate periodFrom;

  @Column(name = "period_to")
  LocalDate periodTo;

  @Column(name = "principal_fen")
  long principalFen;

  @Column(name = "paid_fen")
  long paidFen;

  @Column(name = "issued_on")
  LocalDate issuedOn;

  @Column(name = "due_on")
  LocalDate dueOn;

  @Column(name = "effective_due_on")
  LocalDate effectiveDueOn;

  @Column(name = "decision_on")
  LocalDate decisionOn;

  @Column(name = "settled_on")
  LocalDate settledOn;

  @Column(name = "region")
  String region;

  Bill toBill() {
    return new Bill(
        billNo,
        citizenId,
        feeType,
        payerKind,
        title,
        period(),
        Money.ofFen(principalFen),
        Money.ofFen(paidFen),
        issuedOn,
        dueOn,
        effectiveDueOn,
        decisionOn,
        settledOn,
        region);
  }

  private Period period() {
    if (periodFrom == null) {
      return null;
    }
    return new Period(periodFrom, periodTo == null ? periodFrom : periodTo);
  }
}
