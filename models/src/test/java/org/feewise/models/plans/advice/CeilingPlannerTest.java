package org.feewise.models.plans.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.plans.PlanOutcome;
import org.feewise.models.plans.PlanOutcome.Feasible;
import org.feewise.models.plans.PlanOutcome.Infeasible;
import org.feewise.models.plans.PlanProblem;
import org.feewise.models.plans.PlanVerifier;
import org.feewise.models.plans.ProblemSketch;
import org.feewise.models.plans.bench.DrawnProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CeilingPlannerTest {
  private static final Duration BUDGET = Duration.ofSeconds(2);

  @ParameterizedTest
  @CsvSource({
    "5000.00, 3000.00, 1000.00",
    "5000.00, 2999.99, 1000.00",
    "5000.01, 3000.00, 1000.00",
    "3000.00, 3000.00, 0.00",
    "3000.00, 4000.00, 0.00",
    "0.00, 0.00, 0.00"
  })
  void halfOfWhatRemainsIsRoundedDown(Money income, Money needs, Money half) {
    assertThat(MonthlyCeiling.halfOf(income, needs).most()).isEqualTo(half);
  }

  @Test
  void twoPayDatesOfAMonthShareItsCeiling() {
    // days 0 and 14 lie in March, day 40 in April
    PlanProblem problem =
        ProblemSketch.plan()
            .date(0, "700.00")
            .date(14, "700.00")
            .date(40, "700.00")
            .split("A", "900.00", 30, "0.0005")
            .free()
            .problem();

    PlanProblem capped = new MonthlyCeiling(Money.ofYuan(1000)).cap(problem);

    assertThat(capped.payDates())
        .extracting(date -> date.capacity().toString())
        .containsExactly("700.00", "300.00", "700.00");
  }

  @Test
  void whatOneMonthSavesDoesNotLiftTheNextAboveTheCeiling() {
    // 300.00 a month; without the ceiling April would take 400.00, saved in March
    PlanProblem problem =
        ProblemSketch.plan()
            .date(0, "300.00")
            .date(31, "300.00")
            .date(62, "300.00")
            .whole("A", "200.00", 5, "0.0005")
            .whole("B", "200.00", 10, "0.0005")
            .whole("C", "200.00", 10, "0.0005")
            .free()
            .problem();
    MonthlyCeiling ceiling = new MonthlyCeiling(Money.ofYuan(300));

    PlanOutcome plan = new CeilingPlanner().solve(problem, ceiling, BUDGET);

    assertThat(plan).isInstanceOf(Feasible.class);
    assertThat(ceiling.exceededIn(problem, plan.payments())).isEmpty();
    assertThat(MonthlyCeiling.months(problem, plan.payments()).values())
        .containsOnly(Money.ofYuan(200), Money.parse("202.10"), Money.parse("205.20"));
  }

  @Test
  void aBillThatIsDueLateIsSpreadAllTheSame() {
    PlanProblem problem =
        ProblemSketch.plan()
            .date(2, "800.00")
            .date(40, "800.00")
            .split("A", "1200.00", 90, "0.0005")
            .method(PaymentMethod.ALIPAY, "0", "0", null, null)
            .method(PaymentMethod.UNIONPAY, "0", "0", null, null)
            .problem();
    MonthlyCeiling ceiling = new MonthlyCeiling(Money.ofYuan(800));

    PlanOutcome plan = new CeilingPlanner().solve(problem, ceiling, BUDGET);

    assertThat(plan).isInstanceOf(Feasible.class);
    assertThat(((Feasible) plan).optimal()).isTrue();
    assertThat(ceiling.exceededIn(problem, plan.payments())).isEmpty();
  }

  @Test
  void aBillAboveTheCeilingThatIsPaidAtOnceStaysOpen() {
    PlanProblem problem =
        ProblemSketch.plan()
            .date(0, "300.00")
            .date(31, "300.00")
            .whole("A", "500.00", 40, "0.0005")
            .free()
            .problem();

    PlanOutcome plan =
        new CeilingPlanner().solve(problem, new MonthlyCeiling(Money.ofYuan(300)), BUDGET);

    assertThat(plan).isInstanceOf(Infeasible.class);
    assertThat(plan.payments()).isEmpty();
  }

  @Test
  void noMonthEverTakesMoreThanTheCeiling() {
    int tight = 0;
    for (int seed = 0; seed < 120; seed++) {
      Random random = new Random(seed);
      PlanProblem problem = DrawnProblem.of(random, 5, 6, 3, 0.7);
      Money heaviest =
          problem.payDates().stream()
              .map(date -> date.capacity())
              .max(Money::compareTo)
              .orElseThrow();
      MonthlyCeiling ceiling = new MonthlyCeiling(Money.ofFen(1 + random.nextLong(heaviest.fen())));

      PlanOutcome plan = new CeilingPlanner().solve(problem, ceiling, BUDGET);

      assertThat(ceiling.exceededIn(problem, plan.payments())).as("seed %d", seed).isEmpty();
      assertThat(new PlanVerifier(problem).check(plan.payments())).isEqualTo(plan.check());
      assertThat(plan.check().keepsRules()).isTrue();
      if (plan instanceof Feasible feasible) {
        assertThat(feasible.lowerBound()).isLessThanOrEqualTo(feasible.extraCost());
      }
      tight += plan.payments().isEmpty() ? 0 : 1;
    }
    assertThat(tight).isGreaterThan(30);
  }
}
