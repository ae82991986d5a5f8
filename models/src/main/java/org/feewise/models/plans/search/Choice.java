package org.feewise.models.plans.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.feewise.models.plans.search.Branching.Division;
import org.feewise.models.plans.search.Branching.Kind;

/**
 * Chooses the division that raises the bound most: tries one out until it has seen what dividing a
 * bill that way brings, and trusts the average from then on.
 *
 * <p>Achterberg, Koch and Martin, "Branching rules revisited", Operations Research Letters 33
 * (2005).
 */
final class Choice {
  private static final int RELIABLE = 6;
  private static final int MOST_CANDIDATES = 12;
  private static final int PATIENCE = 4;

  private final Instance instance;
  private final Relaxation relaxation;
  private final double[][][] gains;
  private final int[][][] seen;

  Choice(Instance instance, Relaxation relaxation) {
    this.instance = instance;
    this.relaxation = relaxation;
    int kinds = Kind.values().length;
    gains = new double[kinds][instance.bills][2];
    seen = new int[kinds][instance.bills][2];
  }

  /** Children still worth looking at, the likelier first, with what their bounds fell short of. */
  record Chosen(List<Node> children, double leastClosed) {}

  /** The way that soon leads to some plan, nothing tried out. */
  Chosen plainly(List<Division> divisions) {
    Division first =
        divisions.stream()
            .min(Comparator.comparing(Division::kind).thenComparing(d -> -d.weight()))
            .orElseThrow();
    List<Node> children =
        first.kind() == Kind.OPENNESS ? first.children().reversed() : inOrder(first);
    return new Chosen(children, Double.POSITIVE_INFINITY);
  }

  private static List<Node> inOrder(Division division) {
    return division.likelier() == 0 ? division.children() : division.children().reversed();
  }

  Chosen choose(Node node, List<Division> divisions, double cutoff, Deadline deadline) {
    List<Division> sorted = new ArrayList<>(divisions);
    sorted.sort(Comparator.comparingDouble(d -> -estimate(node, d, cutoff)));
    Division best = sorted.getFirst();
    double bestScore = -1;
    int since = 0;
    for (int i = 0; i < Math.min(MOST_CANDIDATES, sorted.size()) && since < PATIENCE; i++) {
      Division division = sorted.get(i);
      double score;
      if (reliable(division) || deadline.passed()) {
        score = estimate(node, division, cutoff);
      } else {
        double[] gain = new double[2];
        double closed = Double.POSITIVE_INFINITY;
        List<Node> left = new ArrayList<>();
        for (int c = 0; c < division.children().size(); c++) {
          Node child = division.children().get(c);
          Relaxation.Verdict verdict = relaxation.solve(child, cutoff, deadline);
          boolean dead =
              verdict == Relaxation.Verdict.BEYOND_CUTOFF
                  || verdict == Relaxation.Verdict.IMPOSSIBLE;
          gain[c] = dead ? cutoff - node.bound : Math.max(0, child.bound - node.bound);
          if (!dead) {
            learn(division, c, gain[c]);
          }
          if (dead) {
            closed = verdict == Relaxation.Verdict.IMPOSSIBLE ? closed : Math.min(closed, child.bound);
          } else {
            left.add(child);
          }
        }
        if (left.size() < division.children().size() || left.size() < 2) {
          return new Chosen(left, closed);
        }
        score = score(gain[0], gain[1]);
      }
      since++;
      if (score > bestScore) {
        bestScore = score;
        best = division;
        since = 0;
      }
    }
    return new Chosen(inOrder(best), Double.POSITIVE_INFINITY);
  }

  private boolean reliable(Division division) {
    int[] count = seen[division.kind().ordinal()][division.bill()];
    return Math.min(count[0], count[1]) >= RELIABLE;
  }

  private void learn(Division division, int child, double gain) {
    int kind = division.kind().ordinal();
    double scale = division.kind() == Kind.FIXED_FEE ? Math.max(division.weight(), 0.01) : 1;
    gains[kind][division.bill()][child] += Math.log(Math.max(gain / scale, 1e-4));
    seen[kind][division.bill()][child]++;
  }

  private double estimate(Node node, Division division, double cutoff) {
    int kind = division.kind().ordinal();
    double most = Math.max(1e-6, cutoff - node.bound);
    double[] gain = new double[2];
    for (int c = 0; c < 2; c++) {
      int count = seen[kind][division.bill()][c];
      gain[c] =
          count == 0
              ? Math.min(most, 1) * division.weight() / largest()
              : Math.min(most, scale(division) * Math.exp(gains[kind][division.bill()][c] / count));
    }
    return score(gain[0], gain[1]) + 1e-9 * division.weight();
  }

  private static double scale(Division division) {
    return division.kind() == Kind.FIXED_FEE ? division.weight() : 1;
  }

  private double largest() {
    double largest = 1;
    for (double principal : instance.principal) {
      largest = Math.max(largest, principal);
    }
    return largest;
  }

  private static double score(double one, double other) {
    return Math.max(one, 1e-4) * Math.max(other, 1e-4);
  }
}
