package org.feewise.models.plans.advice;

import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import org.feewise.models.money.Money;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanProblem;

/** What a calendar month takes, and what it may take of an income. */
public final class MonthlyCeiling {
  private MonthlyCeiling() {}

  /**
   * Half of what an income leaves after needs, rounded down to the fen; nothing when nothing is
   * left.
   */
  public static Money halfOf(Money income, Money needs) {
    return Money.ofFen(Math.floorDiv(income.minus(needs).max(Money.ZERO).fen(), 2L));
  }

  /** What payments take each month, fees included. */
  public static TreeMap<YearMonth, Money> months(PlanProblem problem, List<Payment> payments) {
    TreeMap<YearMonth, Money> months = new TreeMap<>();
    for (Payment payment : payments) {
      Money fee = problem.terms(payment.method()).fee(payment.amount());
      months.merge(YearMonth.from(payment.on()), payment.amount().plus(fee), Money::plus);
    }
    return months;
  }
}
