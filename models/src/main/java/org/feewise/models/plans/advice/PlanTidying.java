package org.feewise.models.plans.advice;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.feewise.models.money.Money;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanBill;
import org.feewise.models.plans.PlanCheck;
import org.feewise.models.plans.PlanOutcome;
import org.feewise.models.plans.PlanProblem;
import org.feewise.models.plans.PlanVerifier;

/**
 * Puts a plan in the order a person would: bills on time where money is there, in whole payments,
 * and without trifles. Only for a part that is a trifle may it cost more, and later: a fen a bill
 * at most, which the rules of planning call rounding. In all else cost, lateness, the last day and
 * the number of payments stay as they are or fall.
 */
public final class PlanTidying {
  private final PlanProblem problem;
  private final PlanVerifier verifier;
  private final Map<String, PlanBill> bills;
  private final Predicate<List<Payment>> allowed;
  private final Money most;
  private final long end;
  private Standing best;

  private PlanTidying(
      PlanProblem problem, PlanOutcome outcome, Predicate<List<Payment>> allowed, Duration budget) {
    this.problem = problem;
    this.verifier = new PlanVerifier(problem);
    this.bills = BillPayments.bills(problem);
    this.allowed = allowed;
    this.most = mostCost(outcome);
    this.end = System.nanoTime() + budget.toNanos();
    this.best = standing(outcome.payments(), outcome.check());
  }

  /** A plan that is proven best stays so. */
  private static Money mostCost(PlanOutcome outcome) {
    Money rounding = Money.ofFen(outcome.check().bills().size());
    return outcome instanceof PlanOutcome.Feasible feasible && feasible.optimal()
        ? feasible.lowerBound().plus(rounding)
        : outcome.extraCost().plus(rounding);
  }

  /**
   * The same plan or a tidier one.
   *
   * @param allowed what payments must keep beside the rules of the problem
   * @param budget after which the tidiest plan so far is answered
   */
  public static PlanOutcome tidy(
      PlanProblem problem, PlanOutcome outcome, Predicate<List<Payment>> allowed, Duration budget) {
    if (outcome.payments().isEmpty()) {
      return outcome;
    }
    PlanTidying tidying = new PlanTidying(problem, outcome, allowed, budget);
    while (tidying.improves() || tidying.mergesATrifle()) {
      // each round starts from the tidiest plan so far
    }
    return tidying.outcome(outcome);
  }

  private PlanOutcome outcome(PlanOutcome before) {
    return switch (before) {
      case PlanOutcome.Feasible feasible ->
          new PlanOutcome.Feasible(
              best.payments(),
              best.check(),
              feasible.lowerBound().min(best.cost()),
              feasible.optimal());
      case PlanOutcome.Infeasible infeasible ->
          new PlanOutcome.Infeasible(
              best.payments(), best.check(), infeasible.proven(), infeasible.mostSettled());
    };
  }

  private boolean improves() {
    Standing now = best;
    return taken(
        new TidyMoves(problem, now.payments(), now.check()).all(),
        payments -> Standing.Order.of(payments, bills).noWorseThan(now.order()),
        found -> found.improves(now));
  }

  private boolean mergesATrifle() {
    Standing now = best;
    return taken(
        new Trifles(problem, now.payments(), now.check()).merged(),
        payments -> payments.size() < now.payments().size(),
        found -> found.cost().compareTo(most) <= 0);
  }

  /**
   * Takes the first plan that settles as much, keeps every rule and is wanted.
   *
   * @param worthChecking what can be told before the cost is worked out
   */
  private boolean taken(
      Stream<List<Payment>> plans,
      Predicate<List<Payment>> worthChecking,
      Predicate<Standing> wanted) {
    Money settled = best.check().settledPrincipal();
    return plans
        .takeWhile(payments -> System.nanoTime() < end)
        .filter(worthChecking)
        .map(payments -> standing(payments, verifier.check(payments)))
        .filter(found -> found.check().keepsRules())
        .filter(found -> found.check().settledPrincipal().equals(settled))
        .filter(found -> wanted.test(found) && allowed.test(found.payments()))
        .findFirst()
        .map(
            found -> {
              best = found;
              return true;
            })
        .orElse(false);
  }

  private Standing standing(List<Payment> payments, PlanCheck check) {
    return new Standing(List.copyOf(payments), check, Standing.Order.of(payments, bills));
  }
}
