package org.feewise.assistant.payments;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;

@Embeddable
class OrderLineRow {
  @Column(name = "bill_no")
  String billNo;

  @Enumerated(EnumType.STRING)
  @Column(name = "fee_type")
  FeeType feeType;

  @Column(name = "title")
  String title;

  @Column(name = "principal_fen")
  long principalFen;

  @Column(name = "surcharge_fen")
  long surchargeFen;

  @Column(name = "fee_fen")
  long feeFen;

  static OrderLineRow of(OrderLine line) {
    OrderLineRow row = new OrderLineRow();
    row.billNo = line.billNo();
    row.feeType = line.feeType();
    row.title = line.title();
    row.principalFen = line.principal().fen();
    row.surchargeFen = line.surcharge().fen();
    row.feeFen = line.fee().fen();
    return row;
  }

  OrderLine toLine() {
    return new OrderLine(
        billNo,
        feeType,
        title,
        Money.ofFen(principalFen),
        Money.ofFen(surchargeFen),
        Money.ofFen(feeFen));
  }
}
