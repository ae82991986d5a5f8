package org.feewise.assistant.bills;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Bills and payments in the service's database. */
@ApplicationScoped
class DatabaseBillStore implements BillStore {
  private final BillRows bills;
  private final PaymentRows payments;

  DatabaseBillStore(BillRows bills, PaymentRows payments) {
    this.bills = bills;
    this.payments = payments;
  }

  @Override
  @Transactional
  public List<Bill> bills(
      String citizenId,
      BillQuery query,
      LocalDate today,
      Optional<PagePosition<LocalDate>> after,
      int limit) {
    return bills.of(citizenId, query, today, after, limit).stream().map(BillRow::toBill).toList();
  }

  @Override
  @Transactional
  public Optional<Bill> bill(String citizenId, String billNo) {
    return bills.of(citizenId, billNo).map(BillRow::toBill);
  }

  @Override
  @Transactional
  public List<Payment> payments(
      String citizenId, PaymentQuery query, Optional<PagePosition<Instant>> after, int limit) {
    return payments.of(citizenId, query, after, limit).stream().map(PaymentRow::toPayment).toList();
  }

  @Override
  @Transactional
  public List<Payment> paymentsTowards(String citizenId, Set<String> billNos) {
    return payments.towards(citizenId, billNos).stream().map(PaymentRow::toPayment).toList();
  }
}
