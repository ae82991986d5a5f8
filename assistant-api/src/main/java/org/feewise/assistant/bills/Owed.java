package org.feewise.assistant.bills;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.feewise.models.money.Money;

/**
 * What a citizen owes today.
 *
 * @param bills the open bills meant, the earliest effective due date first
 * @param principal what is open of the bills themselves
 * @param surcharge what the law has added by today
 */
public record Owed(List<BillView> bills, Money principal, Money surcharge, LocalDate asOf) {
  public Owed {
    bills = List.copyOf(bills);
  }

  static Owed of(List<BillView> open, LocalDate asOf) {
    Money surcharge = open.stream().map(BillView::surcharge).reduce(Money.ZERO, Money::plus);
    Money total = open.stream().map(BillView::total).reduce(Money.ZERO, Money::plus);
    List<BillView> soonestFirst =
        open.stream()
            .sorted(Comparator.comparing(BillView::effectiveDueOn).thenComparing(BillView::billNo))
            .toList();
    return new Owed(soonestFirst, total.minus(surcharge), surcharge, asOf);
  }

  /** The bills by their number. */
  public Map<String, BillView> byNumber() {
    return bills.stream().collect(toMap(BillView::billNo, Function.identity()));
  }

  /** What settles all of them today. */
  public Money total() {
    return principal.plus(surcharge);
  }
}
