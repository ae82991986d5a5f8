package org.feewise.assistant.payments;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;

/**
 * What settles some bills on a day by a method.
 *
 * @param on day of payment, Asia/Shanghai
 * @param lines at least one, each of another bill
 */
public record Quote(LocalDate on, PaymentMethod method, List<OrderLine> lines) {
  public Quote {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(method, "method");
    lines = List.copyOf(lines);
    long bills = lines.stream().map(OrderLine::billNo).distinct().count();
    if (lines.isEmpty() || bills < lines.size()) {
      throw new IllegalArgumentException(
          "lines: " + lines.size() + " of " + bills + " bills, not one or more of a bill each");
    }
  }

  /** What the method costs. */
  public Money fee() {
    return lines.stream().map(OrderLine::fee).reduce(Money.ZERO, Money::plus);
  }

  /** What reaches the bills. */
  public Money due() {
    return lines.stream().map(OrderLine::due).reduce(Money.ZERO, Money::plus);
  }

  /** What leaves the citizen's pocket. */
  public Money total() {
    return due().plus(fee());
  }

  List<String> billNos() {
    return lines.stream().map(OrderLine::billNo).toList();
  }

  boolean costsTheSameAs(Quote other) {
    return method == other.method
        && billNos().equals(other.billNos())
        && IntStream.range(0, lines.size())
            .allMatch(line -> lines.get(line).costsTheSameAs(other.lines.get(line)));
  }
}
