package org.feewise.models.plans.search;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanCheck;
import org.feewise.models.plans.PlanProblem;
import org.feewise.models.plans.PlanVerifier;

/**
 * Searches for the plan of least cost that settles every bill. Once it is certain that there is
 * none, it searches again for the one that settles the most principal at the least cost.
 */
public final class PlanSearch {
  /** What finding the best partial plan may take. */
  private static final Duration FOR_A_PART = Duration.ofSeconds(2);

  private final PlanProblem problem;
  private final Deadline deadline;
  private final Consumer<State> watcher;
  private final PlanVerifier verifier;

  /**
   * Where the search stands.
   *
   * @param payments the best plan so far; bills it cannot settle have none
   * @param bound least cost in yuan of any plan, with open principal weighing heavily
   * @param allMayBeSettled whether a plan that settles every bill is not excluded
   * @param leastOpen yuan of principal that any plan leaves open at least
   * @param nodes parts of the space looked at
   * @param rounds linear programs solved
   */
  public record State(
      List<Payment> payments,
      PlanCheck check,
      double bound,
      boolean allMayBeSettled,
      double leastOpen,
      int nodes,
      int rounds) {}

  /**
   * @param watcher told of every better plan on the way
   */
  public PlanSearch(PlanProblem problem, Duration budget, Consumer<State> watcher) {
    this.problem = problem;
    this.deadline = Deadline.in(budget);
    this.watcher = watcher;
    verifier = new PlanVerifier(problem);
  }

  /** Searches until the best plan is proven or the time is up. */
  public State run() {
    Instance instance = Instance.of(problem);
    Stage all = new Stage(instance, deadline);
    QuickPlan.of(problem).forEach(all::offer);
    State state = all.run(instance.mostCostOfSettling());
    if (state.allMayBeSettled()) {
      return state;
    }
    Stage most = new Stage(instance.settlingTheMost(), deadline.within(FOR_A_PART));
    most.incumbent.offer(state.payments());
    State part = most.run(Double.POSITIVE_INFINITY);
    return part.leastOpen() >= state.leastOpen() ? part : with(part, state.leastOpen());
  }

  private static State with(State state, double leastOpen) {
    return new State(
        state.payments(),
        state.check(),
        state.bound(),
        false,
        leastOpen,
        state.nodes(),
        state.rounds());
  }

  /** One search with one weight of what stays open. */
  private final class Stage {
    private final Instance instance;
    private final Incumbent incumbent;
    private final TreeSearch tree;

    Stage(Instance instance, Deadline until) {
      this.instance = instance;
      incumbent = new Incumbent(instance, verifier);
      FenPlan fenPlan = new FenPlan(instance, verifier);
      tree = new TreeSearch(instance, fenPlan, incumbent, until, this::tell);
    }

    private void tell() {
      watcher.accept(state());
    }

    void offer(List<Payment> payments) {
      if (incumbent.offer(payments)) {
        tell();
      }
    }

    /** Until the bound shows that not all can be settled, if not for longer. */
    State run(double settlingAll) {
      tree.run(settlingAll);
      return state();
    }

    private State state() {
      double bound = tree.bound();
      double leastOpen = (bound - instance.mostCostOfSettling()) / instance.openWeight;
      return new State(
          incumbent.payments(),
          incumbent.check(),
          bound,
          incumbent.settlesAll() || bound < instance.mostCostOfSettling(),
          Math.max(0, leastOpen),
          tree.nodes(),
          tree.rounds());
    }
  }
}
