package org.feewise.models.plans.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.feewise.models.plans.PlanOptimizer;
import org.feewise.models.plans.PlanOutcome;
import org.feewise.models.plans.PlanOutcome.Feasible;
import org.feewise.models.plans.PlanOutcome.Infeasible;
import org.feewise.models.plans.PlanProblem;
import org.feewise.models.plans.bench.GeneralSolver.Answer;
import org.feewise.models.plans.bench.GeneralSolver.Status;

/** Measures the optimiser beside a general solver, problem by problem in one run. */
public final class PlanBench {
  private static final String PEER = "SCIP (OR-Tools)";
  private static final double[] TIGHTNESS = {0.6, 0.75, 0.9};

  /** Problems solved unmeasured, so that neither side is timed while it loads. */
  private static final int WARM_UP = 40;

  private static final Duration WARM_UP_BUDGET = Duration.ofMillis(300);

  private final Request request;
  private final Consumer<String> log;
  private final Side ours;
  private final Side peer;
  private final Early early = new Early();
  private final Parts parts = new Parts();
  private int comparable;
  private int agreeing;

  /** What is there when only a moment may be spent. */
  private static final class Early {
    private static final Duration MOMENT = Duration.ofMillis(50);

    private int keepRules;
    private int payEverything;
    private double worstMillis;
    private double worstGapShare;

    void measure(PlanProblem problem) {
      long start = System.nanoTime();
      PlanOutcome outcome = new PlanOptimizer().solve(problem, MOMENT);
      worstMillis = Math.max(worstMillis, (System.nanoTime() - start) / 1e6);
      keepRules += outcome.check().keepsRules() ? 1 : 0;
      if (outcome instanceof Feasible plan) {
        payEverything++;
        double principal = problem.totalPrincipal().fen();
        worstGapShare = Math.max(worstGapShare, plan.gap().fen() / principal);
      }
    }

    Map<String, Object> measures() {
      Map<String, Object> measures = new LinkedHashMap<>();
      measures.put("keepRules", keepRules);
      measures.put("payEverything", payEverything);
      measures.put("worstMs", worstMillis);
      measures.put("worstGapShareOfPrincipal", worstGapShare);
      return measures;
    }
  }

  /**
   * What to measure.
   *
   * @param problems how many are drawn, at least 1
   * @param limit most time that either side has for one problem
   */
  public record Request(
      int problems, int bills, int dates, int methods, long seed, Duration limit) {
    public Request {
      if (problems < 1 || bills < 1 || dates < 1 || methods < 1 || methods > 5) {
        throw new IllegalArgumentException(
            "%d problems of %d bills, %d dates and %d methods: at least 1 each, at most 5 methods"
                .formatted(problems, bills, dates, methods));
      }
    }
  }

  /** What one side took where everything can be paid, and how often it proved its answer. */
  private static final class Side {
    private final List<Double> millis = new ArrayList<>();
    private int proven;
    private int payEverything;

    Map<String, Object> measures() {
      Map<String, Object> measures = new LinkedHashMap<>();
      measures.put("proven", proven);
      measures.put("payEverything", payEverything);
      measures.put("p50Ms", median());
      measures.put("p95Ms", quantile(millis, 0.95));
      measures.put("totalMs", total());
      return measures;
    }

    double median() {
      return quantile(millis, 0.5);
    }

    double total() {
      return millis.stream().mapToDouble(ms -> ms).sum();
    }
  }

  /** What finding the best part took where not everything can be paid; no peer looks for it. */
  private static final class Parts {
    private final List<Double> millis = new ArrayList<>();
    private int proven;

    void add(Infeasible outcome, double ms) {
      millis.add(ms);
      proven += outcome.check().settledPrincipal().equals(outcome.mostSettled()) ? 1 : 0;
    }

    Map<String, Object> measures() {
      Map<String, Object> measures = new LinkedHashMap<>();
      measures.put("problems", millis.size());
      measures.put("mostPrincipalProven", proven);
      measures.put("p50Ms", quantile(millis, 0.5));
      measures.put("p95Ms", quantile(millis, 0.95));
      return measures;
    }
  }

  /** The nearest rank; zero of nothing. */
  private static double quantile(List<Double> values, double share) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }

  private PlanBench(Request request, Consumer<String> log) {
    this.request = request;
    this.log = log;
    this.ours = new Side();
    this.peer = new Side();
  }

  /**
   * Solves the same problems with both.
   *
   * @param log told how far it is, one line a problem
   * @return {@code medianRatio} is the peer's median time over ours and {@code ratio} that of the
   *     sums; a problem on which one ran out of time counts with the limit, and one that cannot all
   *     be paid only among {@code bestPart}. {@code within50Ms} is what a second solve came to that
   *     was given 50 ms
   */
  public static Map<String, Object> run(Request request, Consumer<String> log) {
    return new PlanBench(request, log).run();
  }

  private Map<String, Object> run() {
    for (int i = 0; i < WARM_UP; i++) {
      RandomGenerator random = new SplittableRandom(i);
      double tightness = TIGHTNESS[i % TIGHTNESS.length];
      new PlanOptimizer().solve(DrawnProblem.of(random, 8, 8, 4, tightness), WARM_UP_BUDGET);
    }
    GeneralSolver.solve(DrawnProblem.of(new SplittableRandom(1), 3, 3, 2, 0.6), WARM_UP_BUDGET);
    for (int i = 0; i < request.problems(); i++) {
      measure(i);
    }
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("bench", "plans");
    metrics.put("problems", request.problems());
    metrics.put("bills", request.bills());
    metrics.put("dates", request.dates());
    metrics.put("methods", request.methods());
    metrics.put("ours", ours.measures());
    metrics.put("peer", PEER);
    metrics.put("peers", peer.measures());
    metrics.put("bothProven", comparable);
    metrics.put("agreeing", agreeing);
    metrics.put("bestPart", parts.measures());
    metrics.put("within50Ms", early.measures());
    metrics.put("medianRatio", peer.median() / ours.median());
    metrics.put("ratio", peer.total() / ours.total());
    return metrics;
  }

  private void measure(int number) {
    PlanProblem problem =
        DrawnProblem.of(
            new SplittableRandom(request.seed() + number),
            request.bills(),
            request.dates(),
            request.methods(),
            TIGHTNESS[number % TIGHTNESS.length]);
    long start = System.nanoTime();
    PlanOutcome outcome = new PlanOptimizer().solve(problem, request.limit());
    double millis = (System.nanoTime() - start) / 1e6;
    early.measure(problem);
    Answer answer = GeneralSolver.solve(problem, request.limit());
    double peersMillis = answer.seconds() * 1e3;
    if (outcome instanceof Infeasible part && part.proven()) {
      parts.add(part, millis);
    } else {
      ours.millis.add(millis);
      peer.millis.add(peersMillis);
    }

    boolean proven = isProven(outcome);
    boolean peerProven = answer.status() != Status.NOT_PROVEN;
    ours.proven += proven ? 1 : 0;
    ours.payEverything += outcome instanceof Feasible ? 1 : 0;
    peer.payEverything += answer.status() == Status.OPTIMAL ? 1 : 0;
    peer.proven += peerProven ? 1 : 0;
    if (proven && peerProven) {
      comparable++;
      agreeing += agree(problem, outcome, answer) ? 1 : 0;
    }
    log.accept(
        "problem %d of %d: %.1f ms, %s %.1f ms%s"
            .formatted(
                number + 1,
                request.problems(),
                millis,
                PEER,
                peersMillis,
                peerProven ? "" : " without a proof"));
  }

  private static boolean isProven(PlanOutcome outcome) {
    return switch (outcome) {
      case Feasible plan -> plan.optimal();
      case Infeasible partial -> partial.proven();
    };
  }

  /** Both say that nothing pays everything, or name costs within one fen a bill. */
  private static boolean agree(PlanProblem problem, PlanOutcome outcome, Answer answer) {
    return switch (outcome) {
      case Infeasible _ -> answer.status() == Status.INFEASIBLE;
      case Feasible plan ->
          answer.status() == Status.OPTIMAL
              && Math.abs(plan.extraCost().fen() - 100 * answer.cost()) <= problem.bills().size();
    };
  }
}
