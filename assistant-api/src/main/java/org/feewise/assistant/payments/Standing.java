package org.feewise.assistant.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.feewise.assistant.bills.BillView;
import org.feewise.assistant.bills.Payment;

/**
 * How far orders have been paid, by what the ledger says now.
 *
 * @param open the citizen's open bills by number
 * @param paid what was paid of the bills of the orders
 */
record Standing(Map<String, BillView> open, Map<String, List<Payment>> paid, Instant now) {

  PaymentOrder of(PaymentOrderRow row) {
    Quote quote = row.quote();
    PaymentOrder.State state = state(row, quote);
    return new PaymentOrder(
        row.orderNo,
        state,
        quote.on(),
        quote.method(),
        quote.lines().stream().map(line -> line(line, quote.on())).toList(),
        quote.fee(),
        quote.total(),
        row.startedAt,
        row.validUntil,
        state == PaymentOrder.State.WAITING && !quote.lines().stream().allMatch(this::isOwed));
  }

  private PaymentOrder.State state(PaymentOrderRow row, Quote quote) {
    if (quote.lines().stream().allMatch(line -> isSettled(line, quote.on()))) {
      return PaymentOrder.State.PAID;
    }
    return row.validUntil.isAfter(now) ? PaymentOrder.State.WAITING : PaymentOrder.State.EXPIRED;
  }

  private PaymentOrder.Line line(OrderLine line, LocalDate since) {
    return new PaymentOrder.Line(
        line.billNo(),
        line.feeType(),
        line.title(),
        line.principal(),
        line.surcharge(),
        line.fee(),
        line.total(),
        isSettled(line, since));
  }

  /** By days: sources of payments may know no more than the day. */
  private boolean isSettled(OrderLine line, LocalDate since) {
    return !open.containsKey(line.billNo())
        && paid.getOrDefault(line.billNo(), List.of()).stream()
            .anyMatch(payment -> !payment.paidOn().isBefore(since));
  }

  private boolean isOwed(OrderLine line) {
    BillView bill = open.get(line.billNo());
    return bill != null
        && bill.surcharge().equals(line.surcharge())
        && bill.total().equals(line.due());
  }
}
