package org.feewise.assistant.payments;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.feewise.models.money.PaymentMethod;
import org.hibernate.annotations.BatchSize;

@Entity(name = "PaymentOrder")
@Table(name = "payment_order")
class PaymentOrderRow {
  @Id
  @Column(name = "order_no")
  String orderNo;

  @Column(name = "citizen_id")
  String citizenId;

  @Column(name = "pay_on")
  LocalDate payOn;

  @Enumerated(EnumType.STRING)
  @Column(name = "method")
  PaymentMethod method;

  @Column(name = "started_at")
  Instant startedAt;

  @Column(name = "valid_until")
  Instant validUntil;

  @ElementCollection
  @CollectionTable(name = "payment_order_line", joinColumns = @JoinColumn(name = "order_no"))
  @OrderColumn(name = "line")
  @BatchSize(size = 64)
  List<OrderLineRow> lines = new ArrayList<>();

  Quote quote() {
    return new Quote(payOn, method, lines.stream().map(OrderLineRow::toLine).toList());
  }
}
