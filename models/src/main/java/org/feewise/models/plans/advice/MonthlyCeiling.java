package org.feewise.models.plans.advice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feewise.models.money.Money;
import org.feewise.models.plans.MethodTerms;
import org.feewise.models.plans.PayDate;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanProblem;

/**
 * The most that a plan may take in any calendar month, amounts and fees together.
 *
 * @param most zero or more
 */
public record MonthlyCeiling(Money most) {
  public MonthlyCeiling {
    if (most.isNegative()) {
      throw new IllegalArgumentException("most: " + most + " is negative");
    }
  }

  /**
   * Half of what an income leaves after needs, rounded down to the fen; nothing when nothing is
   * left.
   */
  public static MonthlyCeiling halfOf(Money income, Money needs) {
    return new MonthlyCeiling(
        Money.ofFen(Math.floorDiv(income.minus(needs).max(Money.ZERO).fen(), 2L)));
  }

  /** The same problem with no more money in any month than this; the first days have it first. */
  public PlanProblem cap(PlanProblem problem) {
    Map<YearMonth, Money> left = new HashMap<>();
    List<PayDate> dates =
        problem.payDates().stream()
            .map(
                date -> {
                  YearMonth month = YearMonth.from(date.on());
                  Money there = left.getOrDefault(month, most);
                  Money capacity = date.capacity().min(there);
                  left.put(month, there.minus(capacity));
                  return new PayDate(date.on(), capacity);
                })
            .toList();
    return new PlanProblem(problem.asOf(), dates, problem.bills(), problem.methods());
  }

  /** The same problem where no method brings more on one day, its fee included. */
  PlanProblem limitMethods(PlanProblem problem) {
    List<MethodTerms> methods =
        problem.methods().stream()
            .map(
                terms -> {
                  Money limit = largestWithFee(terms);
                  return new MethodTerms(
                      terms.method(),
                      terms.feeRate(),
                      terms.fixedFee(),
                      Optional.of(terms.perPayment().map(limit::min).orElse(limit)),
                      Optional.of(terms.perDay().map(limit::min).orElse(limit)));
                })
            .toList();
    return new PlanProblem(problem.asOf(), problem.payDates(), problem.bills(), methods);
  }

  private Money largestWithFee(MethodTerms terms) {
    BigDecimal share = BigDecimal.ONE.add(terms.feeRate());
    BigDecimal yuan =
        most.minus(terms.fixedFee()).max(Money.ZERO).toYuan().divide(share, 2, RoundingMode.FLOOR);
    Money amount = Money.ofFen(yuan.movePointRight(2).longValueExact());
    while (amount.isPositive() && amount.plus(terms.fee(amount)).compareTo(most) > 0) {
      amount = amount.minus(Money.ofFen(1));
    }
    return amount.min(PlanProblem.LARGEST_AMOUNT);
  }

  /** The first month in which payments take more; money saved up does not count as this month's. */
  public Optional<YearMonth> exceededIn(PlanProblem problem, List<Payment> payments) {
    return months(problem, payments).entrySet().stream()
        .filter(month -> month.getValue().compareTo(most) > 0)
        .map(Map.Entry::getKey)
        .findFirst();
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
