package org.feewise.models.plans.search;

import java.util.List;
import org.feewise.models.money.Money;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanCheck;
import org.feewise.models.plans.PlanVerifier;

/** The best plan so far: it settles the most principal, and of those that do it costs least. */
final class Incumbent {
  private final Instance instance;
  private final PlanVerifier verifier;
  private Checked best;
  private double objective;

  /** Payments with their verdict. */
  record Checked(List<Payment> payments, PlanCheck check) {}

  /** Starts with the plan that pays nothing. */
  Incumbent(Instance instance, PlanVerifier verifier) {
    this.instance = instance;
    this.verifier = verifier;
    best = new Checked(List.of(), verifier.check(List.of()));
    objective = objectiveOf(best.check());
  }

  /** Offers payments that may break rules; true when they become the best plan. */
  boolean offer(List<Payment> payments) {
    PlanCheck check = verifier.check(payments);
    return check.keepsRules() && offer(new Checked(payments, check));
  }

  /** Offers a plan that keeps every rule; true when it becomes the best. */
  boolean offer(Checked plan) {
    objective = Math.min(objective, objectiveOf(plan.check()));
    boolean better = compare(plan.check(), best.check()) > 0;
    best = better ? plan : best;
    return better;
  }

  private static int compare(PlanCheck one, PlanCheck other) {
    int settled = one.settledPrincipal().compareTo(other.settledPrincipal());
    return settled != 0 ? settled : other.extraCost().compareTo(one.extraCost());
  }

  private double objectiveOf(PlanCheck check) {
    Money open = instance.problem.totalPrincipal().minus(check.settledPrincipal());
    return Instance.yuan(check.extraCost()) + instance.openWeight * Instance.yuan(open);
  }

  List<Payment> payments() {
    return best.payments();
  }

  PlanCheck check() {
    return best.check();
  }

  boolean settlesAll() {
    return best.check().feasible();
  }

  /** Cost in yuan of the best plan, its open principal weighed. */
  double objective() {
    return objective;
  }
}
