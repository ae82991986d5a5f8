package org.feewise.models.plans.search;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanCheck;
import org.feewise.models.plans.PlanProblem;
import org.feewise.models.plans.PlanVerifier;
import org.feewise.models.plans.search.FenPlan.Checked;
import org.feewise.models.plans.search.Relaxation.Verdict;

/**
 * Branch and price: bounds the whole space, divides it where the bound is not a plan, and dives to
 * the next plan while it does.
 *
 * <p>Barnhart et al., "Branch-and-Price: Column Generation for Solving Huge Integer Programs",
 * Operations Research 46 (1998).
 */
public final class PlanSearch {
  /** What the cost may lie above its bound, in yuan a bill: at first, and once time has passed. */
  private static final double TIGHT = 0.003;

  private static final double LOOSE = 0.009;
  private static final Duration TIGHT_FOR = Duration.ofMillis(250);

  private static final int MOST_NODES_DIVING = 400;
  private static final int TRIES = 6;
  private static final int MOST_NODES_AROUND = 25;

  /** Yuan kept back from every limit, one after the other, until whole fen fit. */
  private static final double[] MARGINS = {0.01, 0.03, 0.1, 0.3};

  /** What finding the best partial plan may take once it is certain that not all can be paid. */
  private static final Duration FOR_A_PART = Duration.ofMillis(500);

  private final Instance instance;
  private final PlanVerifier verifier;
  private final FenPlan fenPlan;
  private final Relaxation relaxation;
  private final Branching branching;
  private final Choice choice;
  private Deadline deadline;
  private boolean openForSure;
  private final Deadline tight;
  private final PriorityQueue<Node> waiting = new PriorityQueue<>();

  /** Of the nodes that wait, those passed by since the search began, until there is a plan. */
  private final ArrayDeque<Node> passedBy = new ArrayDeque<>();

  private final Consumer<State> watcher;

  /** The part of the space being looked at; it is not waiting. */
  private Node current;

  private Checked best;
  private double bestObjective;
  private double closedBound = Double.POSITIVE_INFINITY;
  private int nodes;

  /** Whether the first plan of the linear program is still being looked for, depth first. */
  private boolean diving = true;

  private int improveFrom;
  private final Neighbourhood neighbourhood;

  /**
   * Where the search stands.
   *
   * @param payments the best plan so far; bills it cannot settle have none
   * @param bound least cost in yuan of any plan, with open principal weighing heavily
   * @param complete whether the whole space was looked at
   * @param allMayBeSettled whether a plan that settles every bill is not excluded
   * @param leastOpen yuan of principal that any plan leaves open at least
   * @param nodes parts of the space looked at
   */
  public record State(
      List<Payment> payments,
      PlanCheck check,
      double bound,
      boolean complete,
      boolean allMayBeSettled,
      double leastOpen,
      int nodes,
      int rounds) {}

  public PlanSearch(PlanProblem problem, Duration budget, Consumer<State> watcher) {
    this.deadline = Deadline.in(budget);
    this.watcher = watcher;
    instance = new Instance(problem);
    verifier = new PlanVerifier(problem);
    fenPlan = new FenPlan(instance, verifier);
    relaxation = new Relaxation(instance, 0);
    tight = Deadline.in(TIGHT_FOR);
    branching = new Branching(instance, TIGHT * instance.bills / 2);
    choice = new Choice(instance, relaxation);
    improveFrom = 5 * instance.bills;
    neighbourhood = new Neighbourhood(instance, new SplittableRandom(1));
  }

  /** Searches until the best plan is proven or the time is up. */
  public State run() {
    Node root = Node.root(instance);
    root.bound = instance.leastCostOfAll();
    waiting.add(root);
    offer(new Checked(List.of(), verifier.check(List.of())));
    QuickPlan.of(instance.problem).forEach(this::offerQuickly);
    while (!waiting.isEmpty() && !deadline.passed()) {
      dive(waiting.poll());
      settleForLess();
      if (neighbourhood.isSmaller() && !diving && nodes >= improveFrom) {
        improve();
      }
      if (!waiting.isEmpty() && waiting.peek().bound >= cutoff()) {
        closedBound = Math.min(closedBound, waiting.peek().bound);
        waiting.clear();
      }
    }
    return state();
  }

  /** Once some bill must stay open, little more time is spent on which. */
  private void settleForLess() {
    boolean feasible = best.check().feasible();
    if (!openForSure && !feasible && bound() >= instance.mostCostOfSettling()) {
      openForSure = true;
      deadline = deadline.within(FOR_A_PART);
    }
  }

  /** Looks around the best plan now and then; as often as that has helped. */
  private void improve() {
    int begun = nodes;
    double before = bestObjective;
    for (int i = 0; i < TRIES && !deadline.passed(); i++) {
      lookAround(neighbourhood.around(best.payments()));
    }
    boolean helped = bestObjective < before;
    improveFrom = nodes + (helped ? 1 : 2) * Math.max(20, nodes - begun);
  }

  /** Depth first through a small part of the space, without a claim on its bound. */
  private void lookAround(Node start) {
    ArrayDeque<Node> stack = new ArrayDeque<>();
    stack.add(start);
    for (int i = 0; i < MOST_NODES_AROUND && !stack.isEmpty() && !deadline.passed(); i++) {
      Node node = stack.pollLast();
      nodes++;
      if (relaxation.solve(node, cutoff(), deadline) == Verdict.SOLVED) {
        Mixture[] mixtures = relaxation.mixtures();
        Branching.Divisions divisions = branching.divisions(node, mixtures);
        if (divisions.plan()) {
          realise(node, mixtures, divisions.all().isEmpty());
        }
        if (!divisions.all().isEmpty()) {
          choice.plainly(divisions.all()).children().reversed().forEach(stack::addLast);
        }
      }
    }
  }

  private void offerQuickly(List<Payment> payments) {
    PlanCheck check = verifier.check(payments);
    if (check.keepsRules()) {
      offer(new Checked(payments, check));
    }
  }

  private double cutoff() {
    return bestObjective - (tight.passed() ? LOOSE : TIGHT) * instance.bills;
  }

  private void dive(Node start) {
    Node node = start;
    while (node != null && !deadline.passed()) {
      current = node;
      nodes++;
      Verdict verdict = relaxation.solve(node, cutoff(), deadline);
      node =
          switch (verdict) {
            case SOLVED -> divide(node);
            case BEYOND_CUTOFF -> {
              closedBound = Math.min(closedBound, node.bound);
              yield backtrack();
            }
            case IMPOSSIBLE -> backtrack();
            case OUT_OF_TIME -> {
              waiting.add(node);
              yield null;
            }
          };
    }
    if (node != null) {
      waiting.add(node);
    }
    current = null;
  }

  /** While there is no plan yet, back to the division made last; best first afterwards. */
  private Node backtrack() {
    if (!diving || deadline.passed()) {
      passedBy.clear();
      return null;
    }
    Node node = passedBy.pollLast();
    diving = node != null && nodes < MOST_NODES_DIVING;
    if (node != null) {
      waiting.remove(node);
    }
    return node;
  }

  private Node divide(Node node) {
    Mixture[] mixtures = relaxation.mixtures();
    Branching.Divisions divisions = branching.divisions(node, mixtures);
    if (divisions.plan()) {
      realise(node, mixtures, divisions.all().isEmpty());
    }
    if (divisions.all().isEmpty()) {
      closedBound = Math.min(closedBound, node.bound);
      return null;
    }
    Choice.Chosen chosen =
        diving
            ? choice.plainly(divisions.all())
            : choice.choose(node, divisions.all(), cutoff(), deadline);
    closedBound = Math.min(closedBound, chosen.closed());
    chosen.children().stream().skip(1).forEach(waiting::add);
    chosen.children().stream().skip(1).forEach(passedBy::addLast);
    return chosen.children().isEmpty() ? null : chosen.children().getFirst();
  }

  private void realise(Node node, Mixture[] mixtures, boolean leaf) {
    Optional<Checked> plan = fenPlan.of(mixtures);
    if (plan.isEmpty()) {
      plan = frozen(node, mixtures, leaf);
    }
    diving &= plan.isEmpty();
    plan.ifPresent(this::offer);
  }

  /** Solves the node with its payments as they are, each counted whole, and fen kept back. */
  private Optional<Checked> frozen(Node node, Mixture[] mixtures, boolean leaf) {
    Node frozen = branching.freeze(node, mixtures);
    if (relaxation.solve(frozen, cutoff(), deadline) != Verdict.SOLVED) {
      return Optional.empty();
    }
    Optional<Checked> plan = fenPlan.of(relaxation.mixtures());
    for (int i = 0; i < MARGINS.length && plan.isEmpty() && leaf; i++) {
      Relaxation tighter = new Relaxation(instance, MARGINS[i]);
      if (tighter.solve(frozen.child(), cutoff(), deadline) == Verdict.SOLVED) {
        plan = fenPlan.of(tighter.mixtures());
      }
    }
    return plan;
  }

  private void offer(Checked plan) {
    double open =
        Instance.yuan(instance.problem.totalPrincipal().minus(plan.check().settledPrincipal()));
    double objective = Instance.yuan(plan.check().extraCost()) + instance.openWeight * open;
    if (best == null || objective < bestObjective) {
      best = plan;
      bestObjective = objective;
      watcher.accept(state());
    }
  }

  private double bound() {
    double bound = Math.min(closedBound, bestObjective);
    if (current != null) {
      bound = Math.min(bound, current.bound);
    }
    return waiting.isEmpty() ? bound : Math.min(bound, waiting.peek().bound);
  }

  private State state() {
    double bound = bound();
    boolean complete = waiting.isEmpty();
    boolean settled = best.check().feasible();
    boolean allMayBeSettled = settled || bound < instance.mostCostOfSettling();
    double leastOpen = (bound - instance.mostCostOfSettling()) / instance.openWeight;
    return new State(
        best.payments(),
        best.check(),
        bound,
        complete,
        allMayBeSettled,
        Math.max(0, leastOpen),
        nodes,
        relaxation.rounds);
  }
}
