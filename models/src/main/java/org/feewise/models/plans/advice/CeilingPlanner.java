package org.feewise.models.plans.advice;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.feewise.models.money.Money;
import org.feewise.models.plans.PayDate;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanBill;
import org.feewise.models.plans.PlanCheck;
import org.feewise.models.plans.PlanOptimizer;
import org.feewise.models.plans.PlanOutcome;
import org.feewise.models.plans.PlanOutcome.Feasible;
import org.feewise.models.plans.PlanOutcome.Infeasible;
import org.feewise.models.plans.PlanProblem;
import org.feewise.models.plans.PlanVerifier;

/**
 * Plans under a monthly ceiling. The optimiser lets money carry over, so a month may take what an
 * earlier one saved. No method may bring more than the ceiling on one day; where several together
 * still do, each method is tried alone, and at last the earlier months are held to what they spend.
 */
public final class CeilingPlanner {
  private static final int MOST_ATTEMPTS = 6;

  private final PlanOptimizer optimizer = new PlanOptimizer();

  /**
   * The best plan found of which no month exceeds the ceiling.
   *
   * @param budget time for all of it; the last attempts may each take a few milliseconds more
   */
  public PlanOutcome solve(PlanProblem problem, MonthlyCeiling ceiling, Duration budget) {
    long end = System.nanoTime() + budget.toNanos();
    PlanProblem capped = ceiling.cap(problem);
    PlanOutcome relaxed = optimizer.solve(ceiling.limitMethods(capped), left(end));
    if (ceiling.exceededIn(capped, relaxed.payments()).isEmpty()) {
      return verified(capped, relaxed, relaxed.payments());
    }
    List<Payment> payments =
        byOneMethod(capped, ceiling, end)
            .orElseGet(
                () -> leaveOut(capped, ceiling, heldBack(capped, ceiling, relaxed, end), end));
    return verified(capped, relaxed, payments);
  }

  /** The cheapest plan that pays everything by a single method and keeps the ceiling. */
  private Optional<List<Payment>> byOneMethod(
      PlanProblem capped, MonthlyCeiling ceiling, long end) {
    return capped.methods().stream()
        .filter(method -> System.nanoTime() < end)
        .map(
            method ->
                optimizer.solve(
                    ceiling.limitMethods(
                        new PlanProblem(
                            capped.asOf(), capped.payDates(), capped.bills(), List.of(method))),
                    left(end)))
        .filter(Feasible.class::isInstance)
        .filter(plan -> ceiling.exceededIn(capped, plan.payments()).isEmpty())
        .min(Comparator.comparing(PlanOutcome::extraCost))
        .map(PlanOutcome::payments);
  }

  private List<Payment> heldBack(
      PlanProblem capped, MonthlyCeiling ceiling, PlanOutcome relaxed, long end) {
    List<Payment> payments = relaxed.payments();
    PlanProblem held = ceiling.limitMethods(capped);
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Optional<YearMonth> over = ceiling.exceededIn(capped, payments);
      if (over.isEmpty()) {
        break;
      }
      held = holdBefore(held, over.get(), payments);
      payments = optimizer.solve(held, left(end)).payments();
    }
    return payments;
  }

  private static Duration left(long end) {
    return Duration.ofNanos(Math.max(5_000_000, end - System.nanoTime()));
  }

  /** Days before a month have no more than they spend, so nothing is saved for it. */
  private static PlanProblem holdBefore(
      PlanProblem problem, YearMonth month, List<Payment> payments) {
    Map<LocalDate, Money> spent = new HashMap<>();
    for (Payment payment : payments) {
      Money fee = problem.terms(payment.method()).fee(payment.amount());
      spent.merge(payment.on(), payment.amount().plus(fee), Money::plus);
    }
    List<PayDate> dates =
        problem.payDates().stream()
            .map(
                date ->
                    YearMonth.from(date.on()).isBefore(month)
                        ? new PayDate(date.on(), spent.getOrDefault(date.on(), Money.ZERO))
                        : date)
            .toList();
    return new PlanProblem(problem.asOf(), dates, problem.bills(), problem.methods());
  }

  /** As a last resort bills of a month that takes too much are left open, the dearest first. */
  private List<Payment> leaveOut(
      PlanProblem capped, MonthlyCeiling ceiling, List<Payment> found, long end) {
    List<PlanBill> bills = new ArrayList<>(capped.bills());
    List<Payment> payments = found;
    Optional<YearMonth> over = ceiling.exceededIn(capped, payments);
    while (over.isPresent()) {
      bills.remove(dearestIn(over.get(), bills, payments));
      PlanProblem fewer =
          new PlanProblem(capped.asOf(), capped.payDates(), List.copyOf(bills), capped.methods());
      payments =
          System.nanoTime() < end
              ? optimizer.solve(fewer, left(end)).payments()
              : of(fewer, payments);
      over = ceiling.exceededIn(capped, payments);
    }
    return payments;
  }

  private static PlanBill dearestIn(YearMonth month, List<PlanBill> bills, List<Payment> payments) {
    Set<String> paid =
        payments.stream()
            .filter(payment -> YearMonth.from(payment.on()).equals(month))
            .map(Payment::billNo)
            .collect(Collectors.toSet());
    return bills.stream()
        .filter(bill -> paid.contains(bill.billNo()))
        .max(Comparator.comparing(PlanBill::principal))
        .orElseThrow();
  }

  private static List<Payment> of(PlanProblem problem, List<Payment> payments) {
    Set<String> kept = problem.bills().stream().map(PlanBill::billNo).collect(Collectors.toSet());
    return payments.stream().filter(payment -> kept.contains(payment.billNo())).toList();
  }

  /** What the ceiling costs is not proven away: the bound is that of the plan without it. */
  private static PlanOutcome verified(
      PlanProblem capped, PlanOutcome relaxed, List<Payment> payments) {
    PlanCheck check = new PlanVerifier(capped).check(payments);
    if (check.feasible() && relaxed instanceof Feasible bound) {
      Money within = Money.ofFen(capped.bills().size());
      boolean optimal = check.extraCost().minus(bound.lowerBound()).compareTo(within) <= 0;
      return new Feasible(payments, check, bound.lowerBound(), optimal);
    }
    if (check.feasible()) {
      return new Feasible(payments, check, Money.ZERO.min(check.extraCost()), false);
    }
    boolean proven = relaxed instanceof Infeasible infeasible && infeasible.proven();
    return new Infeasible(payments, check, proven, capped.totalPrincipal());
  }
}
