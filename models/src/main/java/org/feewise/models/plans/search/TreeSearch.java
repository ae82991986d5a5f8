package org.feewise.models.plans.search;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.feewise.models.plans.search.Incumbent.Checked;
import org.feewise.models.plans.search.Relaxation.Verdict;

/**
 * Branch and price: bounds the whole space, divides it where the bound is not a plan, and dives to
 * the next plan while it does.
 *
 * <p>Barnhart et al., "Branch-and-Price: Column Generation for Solving Huge Integer Programs",
 * Operations Research 46 (1998).
 */
final class TreeSearch {
  /** What the cost may lie above its bound, in yuan a bill: at first, and once time has passed. */
  private static final double TIGHT = 0.003;

  private static final double LOOSE = 0.009;

  /** Fixed fees that need not be counted, in yuan a bill. */
  private static final double UNCOUNTED = 0.006;

  private static final Duration TIGHT_FOR = Duration.ofMillis(250);

  private static final int MOST_NODES_DIVING = 400;
  private static final int TRIES = 6;
  private static final int MOST_NODES_AROUND = 25;

  private final Instance instance;
  private final Incumbent incumbent;
  private final Deadline deadline;
  private final Runnable watcher;
  private final Deadline tight = Deadline.in(TIGHT_FOR);
  private final Relaxation relaxation;
  private final Branching branching;
  private final Choice choice;
  private final Realisation realisation;
  private final Neighbourhood neighbourhood;
  private final PriorityQueue<Node> waiting = new PriorityQueue<>();

  /** Of the nodes that wait, those passed by since the search began, until there is a plan. */
  private final ArrayDeque<Node> passedBy = new ArrayDeque<>();

  /** The part of the space being looked at; it is not waiting. */
  private Node current;

  private double closedBound = Double.POSITIVE_INFINITY;

  /** Whether the first plan of the linear program is still being looked for, depth first. */
  private boolean diving = true;

  private int nodes;
  private int improveFrom;

  /**
   * @param watcher told of every better plan on the way
   */
  TreeSearch(
      Instance instance,
      FenPlan fenPlan,
      Incumbent incumbent,
      Deadline deadline,
      Runnable watcher) {
    this.instance = instance;
    this.incumbent = incumbent;
    this.deadline = deadline;
    this.watcher = watcher;
    relaxation = new Relaxation(instance, 0);
    branching = new Branching(instance, UNCOUNTED * instance.bills);
    choice = new Choice(instance, relaxation);
    realisation = new Realisation(instance, relaxation, branching, fenPlan);
    neighbourhood = new Neighbourhood(instance, new SplittableRandom(1));
    improveFrom = 5 * instance.bills;
    Node root = Node.root(instance);
    root.bound = instance.leastCostOfAll();
    waiting.add(root);
  }

  /** Searches until the best plan is proven, the time is up or the bound has come far enough. */
  void run(double farEnough) {
    while (!waiting.isEmpty() && !deadline.passed() && bound() < farEnough) {
      dive(waiting.poll());
      if (neighbourhood.isSmaller() && !diving && nodes >= improveFrom) {
        improve();
      }
      if (!waiting.isEmpty() && waiting.peek().bound >= cutoff()) {
        closedBound = Math.min(closedBound, waiting.peek().bound);
        waiting.clear();
      }
    }
  }

  /** No plan costs less, its open principal weighed. */
  double bound() {
    double bound = Math.min(closedBound, incumbent.objective());
    if (current != null) {
      bound = Math.min(bound, current.bound);
    }
    return waiting.isEmpty() ? bound : Math.min(bound, waiting.peek().bound);
  }

  /** Parts of the space looked at. */
  int nodes() {
    return nodes;
  }

  /** Linear programs solved. */
  int rounds() {
    return relaxation.rounds;
  }

  /** Looks around the best plan now and then; as often as that has helped. */
  private void improve() {
    int begun = nodes;
    double before = incumbent.objective();
    for (int i = 0; i < TRIES && !deadline.passed(); i++) {
      lookAround(neighbourhood.around(incumbent.payments()));
    }
    boolean helped = incumbent.objective() < before;
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
        Branching.Divisions divisions = divisions(node);
        if (!divisions.all().isEmpty()) {
          choice.plainly(divisions.all()).children().reversed().forEach(stack::addLast);
        }
      }
    }
  }

  private double cutoff() {
    return incumbent.objective() - (tight.passed() ? LOOSE : TIGHT) * instance.bills;
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
    Branching.Divisions divisions = divisions(node);
    if (divisions.all().isEmpty()) {
      closedBound = Math.min(closedBound, node.bound);
      return null;
    }
    Choice.Chosen chosen =
        diving
            ? choice.plainly(divisions.all())
            : choice.choose(node, divisions.all(), cutoff(), deadline);
    closedBound = Math.min(closedBound, chosen.closed());
    for (Node later : chosen.children().stream().skip(1).toList()) {
      waiting.add(later);
      if (diving) {
        passedBy.addLast(later);
      }
    }
    return chosen.children().isEmpty() ? null : chosen.children().getFirst();
  }

  /** The ways to divide a node that was just solved, after its plan, if it is one, was offered. */
  private Branching.Divisions divisions(Node node) {
    Mixture[] mixtures = relaxation.mixtures();
    Branching.Divisions divisions = branching.divisions(node, mixtures);
    if (divisions.plan()) {
      Optional<Checked> plan =
          realisation.of(node, mixtures, divisions.all().isEmpty(), cutoff(), deadline);
      diving &= plan.isEmpty();
      if (plan.isPresent() && incumbent.offer(plan.get())) {
        watcher.run();
      }
    }
    return divisions;
  }
}
