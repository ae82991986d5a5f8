package org.feewise.assistant.payments;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.feewise.assistant.SpokenNumbers;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.assistant.bills.BillQuery;
import org.feewise.assistant.problems.Problem;
import org.feewise.assistant.reminders.ListPage;

/** Keeps what citizens decided to pay. No money moves here. */
@ApplicationScoped
public class PaymentOrders {
  private static final String MARK = "P";

  private final PaymentOrderRows rows;
  private final Quotes quotes;
  private final BillLedger ledger;
  private final Clock clock;

  PaymentOrders(PaymentOrderRows rows, Quotes quotes, BillLedger ledger, Clock clock) {
    this.rows = rows;
    this.quotes = quotes;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Makes an order of what was quoted, valid until the end of today. Where the very same order is
   * valid already there is no second one.
   *
   * @return its number
   * @throws Problem 404 for a bill that is not the citizen's, 409 when a bill is paid, its amount
   *     has changed since or the method does not carry it
   */
  @Transactional
  public String start(String citizenId, Quote quoted) {
    rows.hold(citizenId);
    quotes
        .obstacle(citizenId, quoted)
        .ifPresent(
            problem -> {
              throw problem;
            });
    Instant now = clock.instant();
    return rows.validAt(citizenId, now).stream()
        .filter(row -> row.quote().costsTheSameAs(quoted))
        .map(row -> row.orderNo)
        .findFirst()
        .orElseGet(() -> begin(citizenId, quoted, now));
  }

  private String begin(String citizenId, Quote quoted, Instant now) {
    PaymentOrderRow row = new PaymentOrderRow();
    row.payOn = ledger.today();
    row.orderNo = MARK + SpokenNumbers.next(row.payOn);
    row.citizenId = citizenId;
    row.method = quoted.method();
    row.startedAt = now;
    row.validUntil = row.payOn.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    quoted.lines().forEach(line -> row.lines.add(OrderLineRow.of(line)));
    rows.persist(row);
    return row.orderNo;
  }

  /** A page of the citizen's orders, the latest first. */
  @Transactional
  public ListPage<PaymentOrder> of(String citizenId, int page) {
    ListPage<PaymentOrderRow> found = ListPage.of(rows.of(citizenId, page), page);
    return new ListPage<>(read(citizenId, found.items()), found.next());
  }

  /**
   * One of the citizen's orders.
   *
   * @throws Problem 404 when the citizen has none of that number
   */
  @Transactional
  public PaymentOrder of(String citizenId, String orderNo) {
    return rows.of(citizenId, orderNo)
        .map(row -> read(citizenId, List.of(row)).getFirst())
        .orElseThrow(() -> new Problem(PaymentOrders.class, 404, "no-such-order").at("orderNo"));
  }

  private List<PaymentOrder> read(String citizenId, List<PaymentOrderRow> found) {
    if (found.isEmpty()) {
      return List.of();
    }
    Set<String> billNos =
        found.stream().flatMap(row -> row.lines.stream()).map(row -> row.billNo).collect(toSet());
    Standing standing =
        new Standing(
            ledger.owed(citizenId, BillQuery.open()).byNumber(),
            ledger.paidTowards(citizenId, billNos),
            clock.instant());
    return found.stream().map(standing::of).toList();
  }
}
