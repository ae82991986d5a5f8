package org.feewise.models.plans;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.function.Consumer;
import org.feewise.models.money.Money;
import org.feewise.models.plans.PlanOutcome.Feasible;
import org.feewise.models.plans.PlanOutcome.Infeasible;
import org.feewise.models.plans.search.PlanSearch;

/** Finds the payment plan of least extra cost, with a bound that proves it. */
public final class PlanOptimizer {

  /** The best plan found within the budget. */
  public PlanOutcome solve(PlanProblem problem, Duration budget) {
    return solve(problem, budget, outcome -> {});
  }

  /**
   * The best plan found within the budget.
   *
   * @param watcher told of every better plan on the way
   */
  public PlanOutcome solve(PlanProblem problem, Duration budget, Consumer<PlanOutcome> watcher) {
    PlanSearch search =
        new PlanSearch(problem, budget, state -> watcher.accept(outcome(problem, state)));
    return outcome(problem, search.run());
  }

  private static PlanOutcome outcome(PlanProblem problem, PlanSearch.State state) {
    PlanCheck check = state.check();
    if (check.feasible()) {
      Money bound = floor(state.bound()).min(check.extraCost());
      Money within = Money.ofFen(problem.bills().size());
      boolean optimal = check.extraCost().minus(bound).compareTo(within) <= 0;
      return new Feasible(state.payments(), check, bound, optimal);
    }
    return new Infeasible(
        state.payments(), check, !state.allMayBeSettled(), mostSettled(problem, check, state));
  }

  private static Money mostSettled(PlanProblem problem, PlanCheck check, PlanSearch.State state) {
    Money most = problem.totalPrincipal().minus(ceiling(state.leastOpen()));
    return most.max(check.settledPrincipal());
  }

  private static Money floor(double yuan) {
    return fen(Math.max(yuan, -1e12) + 1e-6, RoundingMode.FLOOR);
  }

  private static Money ceiling(double yuan) {
    return fen(yuan - 1e-6, RoundingMode.CEILING).max(Money.ZERO);
  }

  private static Money fen(double yuan, RoundingMode mode) {
    return Money.ofFen(new BigDecimal(yuan).movePointRight(2).setScale(0, mode).longValueExact());
  }
}
