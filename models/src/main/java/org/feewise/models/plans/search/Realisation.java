package org.feewise.models.plans.search;

import java.util.Optional;
import org.feewise.models.plans.search.Incumbent.Checked;
import org.feewise.models.plans.search.Relaxation.Verdict;

/** Makes a plan of whole fen from what the linear program does, solving it again where it must. */
final class Realisation {
  /** Yuan kept back from every limit, one after the other, until whole fen fit. */
  private static final double[] MARGINS = {0.01, 0.03, 0.1, 0.3};

  private final Instance instance;
  private final Relaxation relaxation;
  private final Branching branching;
  private final FenPlan fenPlan;

  Realisation(Instance instance, Relaxation relaxation, Branching branching, FenPlan fenPlan) {
    this.instance = instance;
    this.relaxation = relaxation;
    this.branching = branching;
    this.fenPlan = fenPlan;
  }

  /**
   * The plan of a node's mixture, or nothing when there is none below the cutoff.
   *
   * @param leaf whether the node is not divided further, so that it is worth every attempt
   */
  Optional<Checked> of(
      Node node, Mixture[] mixtures, boolean leaf, double cutoff, Deadline deadline) {
    Optional<Checked> plan = fenPlan.of(mixtures);
    return plan.isPresent() ? plan : frozen(node, mixtures, leaf, cutoff, deadline);
  }

  /** Solves the node with its payments as they are, each counted whole, and fen kept back. */
  private Optional<Checked> frozen(
      Node node, Mixture[] mixtures, boolean leaf, double cutoff, Deadline deadline) {
    Node frozen = branching.freeze(node, mixtures);
    if (relaxation.solve(frozen, cutoff, deadline) != Verdict.SOLVED) {
      return Optional.empty();
    }
    Optional<Checked> plan = fenPlan.of(relaxation.mixtures());
    for (int i = 0; i < MARGINS.length && plan.isEmpty() && leaf; i++) {
      Relaxation tighter = new Relaxation(instance, MARGINS[i]);
      if (tighter.solve(frozen.child(), cutoff, deadline) == Verdict.SOLVED) {
        plan = fenPlan.of(tighter.mixtures());
      }
    }
    return plan;
  }
}
