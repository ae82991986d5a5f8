package org.feewise.models.plans.evaluation;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feewise.models.evaluation.CaseFields;
import org.feewise.models.evaluation.Evaluation;
import org.feewise.models.evaluation.Scoring;
import org.feewise.models.money.Money;
import org.feewise.models.plans.PlanCheck;
import org.feewise.models.plans.PlanOptimizer;
import org.feewise.models.plans.PlanOutcome;
import org.feewise.models.plans.PlanVerifier;

/** Scores the plans on a case file: is feasible what is, and is the cost the least. */
public final class PlanEvaluation {
  private static final Duration BUDGET = Duration.ofSeconds(20);

  private PlanEvaluation() {}

  /**
   * Scores a file of cases.
   *
   * @param out where the predictions go, if anywhere
   * @param stdout receives one line of JSON with the metrics
   * @param stderr receives what was wrong with which line
   * @return 0 when the file was scored, 2 when it could not be read
   */
  public static int run(Path cases, Optional<Path> out, PrintStream stdout, PrintStream stderr) {
    return new Evaluation(stdout, stderr).run(cases, out, new PlanScoring());
  }

  private static final class PlanScoring implements Scoring<PlanCase> {
    private final PlanOptimizer optimizer = new PlanOptimizer();
    private final List<Double> solveMs = new ArrayList<>();
    private int cases;
    private int feasibleRight;
    private int optimal;
    private int costsKnown;
    private long gapFen;

    @Override
    public PlanCase read(CaseFields line) {
      return PlanCase.of(line);
    }

    @Override
    public List<PlanPrediction> score(PlanCase scored) {
      long start = System.nanoTime();
      PlanOutcome outcome = optimizer.solve(scored.problem(), BUDGET);
      double took = Math.round((System.nanoTime() - start) / 1e3) / 1e3;
      count(scored, outcome);
      solveMs.add(took);
      return List.of(PlanPrediction.of(scored.id(), outcome, took));
    }

    private void count(PlanCase scored, PlanOutcome outcome) {
      cases++;
      PlanCheck check = new PlanVerifier(scored.problem()).check(outcome.payments());
      boolean feasible = check.feasible();
      boolean right = check.keepsRules() && scored.feasible().orElse(feasible) == feasible;
      feasibleRight += right ? 1 : 0;
      optimal += right && isOptimal(scored, outcome, check) ? 1 : 0;
      if (feasible && scored.extraCost().isPresent()) {
        costsKnown++;
        gapFen += check.extraCost().minus(scored.extraCost().get()).max(Money.ZERO).fen();
      }
    }

    /** Within one fen a bill of the least cost the case names, else as the plan itself proves. */
    private static boolean isOptimal(PlanCase scored, PlanOutcome outcome, PlanCheck check) {
      Money within = Money.ofFen(scored.problem().bills().size());
      return switch (outcome) {
        case PlanOutcome.Feasible plan ->
            scored
                .extraCost()
                .map(least -> check.extraCost().minus(least).compareTo(within) <= 0)
                .orElse(plan.optimal());
        case PlanOutcome.Infeasible part -> part.proven();
      };
    }

    @Override
    public Map<String, Object> metrics() {
      Map<String, Object> metrics = new LinkedHashMap<>();
      metrics.put("cases", cases);
      metrics.put("feasibleRight", share(feasibleRight, cases));
      metrics.put("optimal", share(optimal, cases));
      metrics.put("meanGapFen", share(gapFen, costsKnown));
      metrics.put("solveP50Ms", percentile(0.50));
      metrics.put("solveP95Ms", percentile(0.95));
      return metrics;
    }

    private static double share(long part, long whole) {
      return whole == 0 ? Double.NaN : (double) part / whole;
    }

    private double percentile(double share) {
      if (solveMs.isEmpty()) {
        return Double.NaN;
      }
      List<Double> sorted = new ArrayList<>(solveMs);
      Collections.sort(sorted);
      return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
  }
}
