package org.feewise.models.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.plans.LateSurcharge.RateChange;
import org.feewise.models.plans.PlanOutcome.Feasible;
import org.feewise.models.plans.bench.DrawnProblem;
import org.feewise.models.plans.bench.GeneralSolver;
import org.feewise.models.plans.bench.GeneralSolver.Answer;
import org.feewise.models.plans.bench.GeneralSolver.Status;
import org.junit.jupiter.api.Test;

/** The optimiser against oracles that share nothing with its search. */
class PlanOracleTest {

  @Test
  void agreesWithTryingEveryPlanOfTinyProblems() {
    Random random = new Random(4);
    int feasible = 0;
    for (int i = 0; i < 2000; i++) {
      PlanProblem problem = tiny(random);
      Optional<Money> least = EveryPlan.leastCost(problem);
      PlanOutcome outcome = new PlanOptimizer().solve(problem, Duration.ofSeconds(5));

      assertThat(outcome.check().keepsRules()).isTrue();
      assertThat(outcome.check().feasible()).as("%d: %s", i, problem).isEqualTo(least.isPresent());
      if (least.isPresent()) {
        feasible++;
        assertThat(outcome.extraCost().minus(least.get()).fen())
            .as("%d: %s", i, problem)
            .isBetween(0L, (long) problem.bills().size());
      }
    }
    assertThat(feasible).isBetween(500, 1900);
  }

  @Test
  void agreesWithAGeneralSolver() {
    int compared = 0;
    for (int seed = 0; seed < 36; seed++) {
      Random random = new Random(seed);
      double tightness = new double[] {0.6, 0.75, 0.9}[seed % 3];
      boolean large = seed >= 28;
      PlanProblem problem =
          large
              ? DrawnProblem.of(random, 9, 7, 3, tightness)
              : DrawnProblem.of(random, 4, 4, 2, tightness);
      problem = seed % 4 == 3 ? hardened(problem, random) : problem;
      Answer answer = GeneralSolver.solve(problem, Duration.ofSeconds(5));
      PlanOutcome outcome = new PlanOptimizer().solve(problem, Duration.ofSeconds(5));

      if (answer.status() != Status.NOT_PROVEN) {
        compared++;
        assertThat(outcome.check().feasible())
            .as("seed %d", seed)
            .isEqualTo(answer.status() == Status.OPTIMAL);
      }
      if (answer.status() == Status.OPTIMAL) {
        assertThat(outcome.extraCost().toYuan().doubleValue() - answer.cost())
            .as("seed %d", seed)
            .isBetween(-0.01 * problem.bills().size(), 0.01 * problem.bills().size());
      }
    }
    assertThat(compared).isGreaterThan(24);
  }

  /** Whatever the machine is doing meanwhile, no bound may lie above the cost of a plan. */
  @Test
  void aMomentIsEnoughForAPlanWithABoundThatHolds() {
    for (int seed = 0; seed < 12; seed++) {
      PlanProblem problem = DrawnProblem.of(new Random(seed), 20, 12, 4, 0.6);
      PlanOutcome early = new PlanOptimizer().solve(problem, Duration.ofMillis(50));
      PlanOutcome later = new PlanOptimizer().solve(problem, Duration.ofSeconds(1));

      assertThat(early.check().keepsRules()).isTrue();
      assertThat(later.check().keepsRules()).isTrue();
      if (early instanceof Feasible first && later instanceof Feasible second) {
        Money aFenABill = Money.ofFen(problem.bills().size());
        assertThat(first.lowerBound()).isLessThanOrEqualTo(second.extraCost().plus(aFenABill));
        assertThat(second.lowerBound()).isLessThanOrEqualTo(first.extraCost().plus(aFenABill));
      }
    }
  }

  @Test
  void whatTheWatcherIsToldOnlyImproves() {
    for (int seed = 0; seed < 6; seed++) {
      PlanProblem problem = DrawnProblem.of(new Random(seed), 12, 8, 4, 0.75);
      List<PlanOutcome> told = new ArrayList<>();
      new PlanOptimizer().solve(problem, Duration.ofSeconds(1), told::add);

      assertThat(told).isNotEmpty();
      for (int i = 1; i < told.size(); i++) {
        assertThat(told.get(i).check().settledPrincipal())
            .isGreaterThanOrEqualTo(told.get(i - 1).check().settledPrincipal());
        if (told.get(i - 1) instanceof Feasible before) {
          Feasible after = (Feasible) told.get(i);
          assertThat(after.extraCost()).isLessThan(before.extraCost());
          assertThat(after.lowerBound())
              .isGreaterThanOrEqualTo(before.lowerBound().min(after.extraCost()));
        }
      }
    }
  }

  @Test
  void moreMoneyNeverCostsMore() {
    for (int seed = 100; seed < 160; seed++) {
      PlanProblem problem = DrawnProblem.of(new Random(seed), 5, 5, 3, 0.8);
      List<PayDate> richer =
          problem.payDates().stream()
              .map(date -> new PayDate(date.on(), date.capacity().plus(Money.ofYuan(100))))
              .toList();
      PlanOutcome before = new PlanOptimizer().solve(problem, Duration.ofSeconds(5));
      PlanOutcome after =
          new PlanOptimizer().solve(problem.withPayDates(richer), Duration.ofSeconds(5));

      if (before instanceof Feasible plan) {
        assertThat(after).isInstanceOf(Feasible.class);
        assertThat(after.extraCost().fen())
            .as("seed %d", seed)
            .isLessThanOrEqualTo(plan.extraCost().fen() + problem.bills().size());
      }
    }
  }

  /** The same with minimums, parts paid late before, and a limit to what a month may take. */
  private static PlanProblem hardened(PlanProblem problem, Random random) {
    List<PlanBill> bills =
        problem.bills().stream()
            .map(
                bill ->
                    new PlanBill(
                        bill.billNo(),
                        bill.principal(),
                        bill.dueOn(),
                        bill.partial(),
                        bill.maxInstalments(),
                        bill.surcharge()
                            .map(late -> late.withAtLeast(Money.ofYuan(random.nextInt(20))))
                            .map(late -> late.withAccrued(BigDecimal.valueOf(random.nextInt(9)))),
                        bill.discount()))
            .toList();
    Money most = problem.payDates().stream().map(PayDate::capacity).max(Money::compareTo).get();
    return new PlanProblem(problem.asOf(), problem.payDates(), bills, problem.methods())
        .withMostAMonth(most);
  }

  /** One or two bills of a few fen, two dates, one or two methods; every rule occurs. */
  private static PlanProblem tiny(Random random) {
    int methodCount = random.nextInt(1, 3);
    int billCount = methodCount == 2 ? 1 : random.nextInt(1, 3);
    List<PayDate> dates = new ArrayList<>();
    for (int d = 0; d < 2 + (methodCount == 1 && billCount == 1 ? 1 : 0); d++) {
      dates.add(
          new PayDate(ProblemSketch.TODAY.plusDays(1 + 2 * d), Money.ofFen(random.nextInt(9))));
    }
    List<PlanBill> bills = new ArrayList<>();
    for (int b = 0; b < billCount; b++) {
      bills.add(tinyBill(random, b));
    }
    List<MethodTerms> methods = new ArrayList<>();
    for (int m = 0; m < methodCount; m++) {
      methods.add(
          new MethodTerms(
              PaymentMethod.values()[m],
              BigDecimal.ZERO,
              Money.ofFen(random.nextInt(3) == 0 ? 1 : 0),
              few(random),
              few(random)));
    }
    PlanProblem problem = new PlanProblem(ProblemSketch.TODAY, dates, bills, methods);
    return random.nextInt(3) > 0
        ? problem
        : problem.withMostAMonth(Money.ofFen(random.nextInt(12)));
  }

  private static PlanBill tinyBill(Random random, int number) {
    OptionalInt most =
        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(1, 4));
    String[] rates = {"0", "0.5", "1", "2"};
    Optional<EarlyDiscount> discount =
        random.nextInt(3) > 0
            ? Optional.empty()
            : Optional.of(
                new EarlyDiscount(
                    new BigDecimal("0.25"), ProblemSketch.TODAY.plusDays(random.nextInt(6))));
    Money principal = Money.ofFen(random.nextInt(1, 8));
    return new PlanBill(
        "B" + number,
        principal,
        ProblemSketch.TODAY.plusDays(1 + 2 * random.nextInt(3)),
        random.nextInt(3) > 0,
        most,
        Optional.of(
            LateSurcharge.daily(new BigDecimal(rates[random.nextInt(rates.length)]))
                .withChanges(changes(random, rates))
                .stoppedAt(principal)
                .withAtLeast(Money.ofFen(random.nextInt(3) > 0 ? 0 : random.nextInt(1, 9)))
                .withAccrued(
                    random.nextInt(3) > 0
                        ? BigDecimal.ZERO
                        : BigDecimal.valueOf(random.nextInt(60), 3))),
        discount);
  }

  private static List<RateChange> changes(Random random, String[] rates) {
    return random.nextInt(3) > 0
        ? List.of()
        : List.of(
            new RateChange(
                ProblemSketch.TODAY.plusDays(random.nextInt(6)),
                new BigDecimal(rates[random.nextInt(rates.length)])));
  }

  private static Optional<Money> few(Random random) {
    return random.nextInt(3) > 0 ? Optional.empty() : Optional.of(Money.ofFen(random.nextInt(8)));
  }
}
