package org.feewise.models.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feewise.models.money.Money;

/** Tries every plan of a tiny problem, fen by fen: the slowest and plainest oracle. */
final class EveryPlan {
  private final PlanProblem problem;
  private final PlanVerifier verifier;
  private final List<Payment> slots = new ArrayList<>();
  private Optional<Money> least = Optional.empty();

  private EveryPlan(PlanProblem problem) {
    this.problem = problem;
    this.verifier = new PlanVerifier(problem);
    for (PayDate date : problem.payDates()) {
      for (MethodTerms method : problem.methods()) {
        slots.add(new Payment("", date.on(), method.method(), Money.ZERO));
      }
    }
  }

  /** The least extra cost of any plan that settles every bill. */
  static Optional<Money> leastCost(PlanProblem problem) {
    EveryPlan every = new EveryPlan(problem);
    every.choose(0, new ArrayList<>());
    return every.least;
  }

  private void choose(int bill, List<Payment> payments) {
    if (bill == problem.bills().size()) {
      PlanCheck check = verifier.check(payments);
      if (check.feasible()) {
        Money cost = check.extraCost();
        least = Optional.of(least.map(known -> known.min(cost)).orElse(cost));
      }
      return;
    }
    pay(bill, 0, 0, payments);
  }

  /**
   * Amounts through each slot in turn; at most twice the principal, as the sketches cap surcharges.
   */
  private void pay(int bill, int slot, long paid, List<Payment> payments) {
    if (slot == slots.size()) {
      if (paid > 0) {
        choose(bill + 1, payments);
      }
      return;
    }
    pay(bill, slot + 1, paid, payments);
    PlanBill owed = problem.bills().get(bill);
    Payment at = slots.get(slot);
    for (long fen = 1; paid + fen <= 2 * owed.principal().fen(); fen++) {
      payments.add(new Payment(owed.billNo(), at.on(), at.method(), Money.ofFen(fen)));
      pay(bill, slot + 1, paid + fen, payments);
      payments.removeLast();
    }
  }
}
