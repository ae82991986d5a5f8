package org.feewise.models.plans.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.feewise.models.plans.search.Branching.Division;
import org.feewise.models.plans.search.Branching.Kind;
import org.feewise.models.plans.search.Relaxation.Verdict;

/**
 * Chooses the division that raises the bound most: tries one out until it has seen often enough
 * what dividing a bill that way brings, and trusts the mean from then on.
 *
 * <p>Achterberg, Koch and Martin, "Branching rules revisited", Operations Research Letters 33
 * (2005). The mean is geometric, because a child that forces a bill open gains a millionfold.
 */
final class Choice {
  private static final int RELIABLE = 8;

  /** After so many choices each, one more trial is asked for: a large tree deserves better ones. */
  private static final int CHOICES_A_TRIAL = 100;

  private static final int MOST_CANDIDATES = 12;

  /** Candidates in a row that bring nothing better before the best is taken. */
  private static final int PATIENCE = 4;

  private static final double NONE = Double.POSITIVE_INFINITY;
  private static final double SLIGHT = 1e-4;

  private final Relaxation relaxation;
  private final double largestPrincipal;
  private int choices;
  private final Map<Kind, Gains[]> gains = new EnumMap<>(Kind.class);

  /** A division with what it is thought to bring, and the children that trying it out left. */
  private record Rated(Division division, double score, List<Node> alive, double closed) {
    boolean closesAChild() {
      return alive.size() < 2;
    }
  }

  /** What dividing one bill in one way has brought, a child each. */
  private static final class Gains {
    final double[] logSum = new double[2];
    final int[] seen = new int[2];

    void add(int child, double gain) {
      logSum[child] += Math.log(gain);
      seen[child]++;
    }

    double mean(int child) {
      return Math.exp(logSum[child] / seen[child]);
    }
  }

  /**
   * Children still worth looking at, the likelier first.
   *
   * @param closed least bound of a child that is beyond the cutoff; infinite without one
   */
  record Chosen(List<Node> children, double closed) {}

  Choice(Instance instance, Relaxation relaxation) {
    this.relaxation = relaxation;
    for (Kind kind : Kind.values()) {
      Gains[] ofBills = new Gains[instance.bills];
      Arrays.setAll(ofBills, bill -> new Gains());
      gains.put(kind, ofBills);
    }
    double largest = 1;
    for (double principal : instance.principal) {
      largest = Math.max(largest, principal);
    }
    largestPrincipal = largest;
  }

  /** The way that soon leads to some plan, nothing tried out. */
  Chosen plainly(List<Division> divisions) {
    Division first =
        divisions.stream()
            .min(Comparator.comparing(Division::kind).thenComparing(d -> -d.weight()))
            .orElseThrow();
    List<Node> children =
        first.kind() == Kind.OPENNESS ? first.children().reversed() : inOrder(first);
    return new Chosen(children, NONE);
  }

  private static List<Node> inOrder(Division division) {
    return division.likelier() == 0 ? division.children() : division.children().reversed();
  }

  Chosen choose(Node node, List<Division> divisions, double cutoff, Deadline deadline) {
    choices++;
    double room = Math.max(SLIGHT, cutoff - node.bound);
    List<Division> promising =
        divisions.stream()
            .sorted(Comparator.comparingDouble(division -> -estimate(division, room)))
            .limit(MOST_CANDIDATES)
            .toList();
    Rated best = null;
    int since = 0;
    for (Division division : promising) {
      Rated rated =
          isReliable(division) || deadline.passed()
              ? new Rated(division, estimate(division, room), division.children(), NONE)
              : tryOut(node, division, cutoff, deadline);
      if (rated.closesAChild()) {
        return new Chosen(rated.alive(), rated.closed());
      }
      since++;
      if (best == null || rated.score() > best.score()) {
        best = rated;
        since = 0;
      }
      if (since == PATIENCE) {
        break;
      }
    }
    return new Chosen(inOrder(best.division()), NONE);
  }

  private Rated tryOut(Node node, Division division, double cutoff, Deadline deadline) {
    double score = 1;
    double closed = NONE;
    List<Node> alive = new ArrayList<>();
    for (int i = 0; i < division.children().size(); i++) {
      Node child = division.children().get(i);
      Verdict verdict = relaxation.solve(child, cutoff, deadline);
      if (verdict == Verdict.BEYOND_CUTOFF) {
        closed = Math.min(closed, child.bound);
      } else if (verdict != Verdict.IMPOSSIBLE) {
        double gain = Math.max(SLIGHT, child.bound - node.bound);
        gainsOf(division).add(i, Math.max(SLIGHT, gain / scale(division)));
        score *= gain;
        alive.add(child);
      }
    }
    return new Rated(division, score, alive, closed);
  }

  private Gains gainsOf(Division division) {
    return gains.get(division.kind())[division.bill()];
  }

  private boolean isReliable(Division division) {
    int[] seen = gainsOf(division).seen;
    return Math.min(seen[0], seen[1]) >= RELIABLE + choices / CHOICES_A_TRIAL;
  }

  /** What both children are thought to gain, multiplied; at most the room up to the cutoff each. */
  private double estimate(Division division, double room) {
    Gains known = gainsOf(division);
    double score = 1;
    for (int child = 0; child < 2; child++) {
      double gain =
          known.seen[child] == 0
              ? division.weight() / largestPrincipal
              : scale(division) * known.mean(child);
      score *= Math.clamp(gain, SLIGHT, room);
    }
    return score + 1e-9 * division.weight();
  }

  /** Fixed fees gain in proportion to what is not counted of them. */
  private static double scale(Division division) {
    return division.kind() == Kind.FIXED_FEE ? Math.max(division.weight(), 0.01) : 1;
  }
}
