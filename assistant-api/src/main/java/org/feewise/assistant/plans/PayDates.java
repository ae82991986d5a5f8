package org.feewise.assistant.plans;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.feewise.models.money.Money;
import org.feewise.models.plans.PayDate;
import org.feewise.models.plans.PlanProblem;

/** The days on which a plan may pay, and what is there on each. */
final class PayDates {
  private static final int USUAL_MONTHS = 6;
  private static final int MOST_MONTHS = 24;

  private final LocalDate today;

  PayDates(LocalDate today) {
    this.today = today;
  }

  /**
   * The days wished for, else the income days of this month and the next five, or of as many as the
   * budget needs within two years; where this month's has passed, its money is there today.
   *
   * @param principal what is to be paid
   */
  List<PayDate> of(PlanWish wish, OptionalInt incomeDay, Money principal) {
    Money usual = usual(wish, principal);
    if (!wish.payDates().isEmpty()) {
      return wish.payDates().stream()
          .map(day -> new PayDate(day.on(), day.capacity() == null ? usual : day.capacity()))
          .toList();
    }
    return IntStream.range(0, months(principal, usual))
        .mapToObj(month -> new PayDate(incomeOn(month, incomeDay), usual))
        .toList();
  }

  private static Money usual(PlanWish wish, Money principal) {
    Money usual = wish.monthlyBudget() == null ? enoughFor(principal) : wish.monthlyBudget();
    return wish.ceiling().map(usual::min).orElse(usual);
  }

  /** A month more than the principal needs, for surcharges and fees. */
  private static int months(Money principal, Money monthly) {
    long needed = monthly.isZero() ? USUAL_MONTHS : principal.fen() / monthly.fen() + 2;
    return (int) Math.clamp(needed, USUAL_MONTHS, MOST_MONTHS);
  }

  private LocalDate incomeOn(int month, OptionalInt incomeDay) {
    YearMonth paid = YearMonth.from(today).plusMonths(month);
    int day = incomeDay.orElse(today.getDayOfMonth());
    LocalDate income = paid.atDay(Math.min(day, paid.lengthOfMonth()));
    return income.isBefore(today) ? today : income;
  }

  /** More than any plan needs: the bills, a surcharge as large again, and fees. */
  private static Money enoughFor(Money principal) {
    long fen = Math.min(principal.fen(), PlanProblem.LARGEST_AMOUNT.fen() / 4);
    return Money.ofFen(3 * fen).plus(Money.ofYuan(1000));
  }
}
