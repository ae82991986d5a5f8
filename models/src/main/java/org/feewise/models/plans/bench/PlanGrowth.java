package org.feewise.models.plans.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.feewise.models.plans.PlanOptimizer;
import org.feewise.models.plans.PlanOutcome;
import org.feewise.models.plans.PlanOutcome.Feasible;
import org.feewise.models.plans.PlanOutcome.Infeasible;
import org.feewise.models.plans.PlanProblem;
import org.feewise.models.plans.bench.GeneralSolver.Answer;
import org.feewise.models.plans.bench.GeneralSolver.Status;

/** Measures how the time to a proof grows with the number of bills, for both sides. */
public final class PlanGrowth {
  /** The numbers of bills that are measured. */
  public static final List<Integer> BILLS = List.of(5, 10, 20, 40, 80);

  private static final double[] TIGHTNESS = {0.6, 0.75};

  private PlanGrowth() {}

  /**
   * What one number of bills came to.
   *
   * @param ourMedianMs median time, the limit where there was no proof
   * @param ourProven how many problems we proved
   * @param peerMedianMs as ours
   * @param gapShare largest stated gap as a share of the principal
   */
  public record Step(
      int bills,
      double ourMedianMs,
      int ourProven,
      double peerMedianMs,
      int peerProven,
      double gapShare) {

    Map<String, Object> measures() {
      Map<String, Object> measures = new LinkedHashMap<>();
      measures.put("bills", bills);
      measures.put("oursP50Ms", ourMedianMs);
      measures.put("oursProven", ourProven);
      measures.put("peersP50Ms", peerMedianMs);
      measures.put("peersProven", peerProven);
      measures.put("worstGapShareOfPrincipal", gapShare);
      return measures;
    }
  }

  /**
   * Solves problems of every size with both.
   *
   * @param problems of each size
   * @param limit most time that either side has for one
   * @param log told of every size that is done
   */
  public static List<Step> measure(
      int problems, int dates, int methods, long seed, Duration limit, Consumer<String> log) {
    List<Step> steps = new ArrayList<>();
    for (int bills : BILLS) {
      Step step = step(bills, problems, dates, methods, seed, limit);
      steps.add(step);
      log.accept(
          "%d bills: %.0f ms, %d of %d proven; SCIP %.0f ms, %d proven"
              .formatted(
                  bills,
                  step.ourMedianMs(),
                  step.ourProven(),
                  problems,
                  step.peerMedianMs(),
                  step.peerProven()));
    }
    return steps;
  }

  /** The steps as JSON is written from. */
  public static Map<String, Object> metrics(List<Step> steps) {
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("bench", "plans-growth");
    metrics.put("steps", steps.stream().map(Step::measures).toList());
    return metrics;
  }

  private static Step step(
      int bills, int problems, int dates, int methods, long seed, Duration limit) {
    double[] ours = new double[problems];
    double[] peers = new double[problems];
    int ourProven = 0;
    int peerProven = 0;
    double gap = 0;
    for (int i = 0; i < problems; i++) {
      PlanProblem problem =
          DrawnProblem.of(new SplittableRandom(seed + i), bills, dates, methods, TIGHTNESS[i % 2]);
      long start = System.nanoTime();
      PlanOutcome outcome = new PlanOptimizer().solve(problem, limit);
      ours[i] = (System.nanoTime() - start) / 1e6;
      Answer answer = GeneralSolver.solve(problem, limit);
      peers[i] = answer.seconds() * 1e3;
      peerProven += answer.status() == Status.NOT_PROVEN ? 0 : 1;
      switch (outcome) {
        case Feasible plan -> {
          ourProven += plan.optimal() ? 1 : 0;
          gap = Math.max(gap, plan.gap().fen() / (double) problem.totalPrincipal().fen());
        }
        case Infeasible part -> ourProven += part.proven() ? 1 : 0;
      }
    }
    return new Step(bills, median(ours), ourProven, median(peers), peerProven, gap);
  }

  private static double median(double[] millis) {
    Arrays.sort(millis);
    return millis[(millis.length - 1) / 2];
  }
}
