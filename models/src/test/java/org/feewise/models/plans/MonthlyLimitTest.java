package org.feewise.models.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.plans.PlanOutcome.Feasible;
import org.feewise.models.plans.PlanOutcome.Infeasible;
import org.feewise.models.plans.advice.MonthlyCeiling;
import org.feewise.models.plans.bench.DrawnProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans of which no calendar month takes more than a limit. */
class MonthlyLimitTest {
  private static final Duration BUDGET = Duration.ofSeconds(2);

  private static PlanOutcome solve(PlanProblem problem) {
    return new PlanOptimizer().solve(problem, BUDGET);
  }

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
    assertThat(MonthlyCeiling.halfOf(income, needs)).isEqualTo(half);
  }

  @Test
  void twoPayDatesOfAMonthShareWhatItMayTake() {
    // days 0 and 14 lie in March, day 40 in April: 900.00 in March, 300.00 in April
    PlanProblem problem =
        ProblemSketch.plan()
            .date(0, "700.00")
            .date(14, "700.00")
            .date(40, "700.00")
            .split("A", "1200.00", 30, "0.0005")
            .free()
            .problem()
            .withMostAMonth(Money.ofYuan(900));

    PlanOutcome plan = solve(problem);

    // 300 x 0.0005 x 10 days
    assertThat(plan.extraCost()).isEqualTo(Money.parse("1.50"));
    assertThat(MonthlyCeiling.months(problem, plan.payments()).values())
        .containsExactly(Money.ofYuan(900), Money.parse("301.50"));
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
            .problem()
            .withMostAMonth(Money.ofYuan(300));

    PlanOutcome plan = solve(problem);

    assertThat(plan).isInstanceOf(Feasible.class);
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
            .problem()
            .withMostAMonth(Money.ofYuan(800));

    PlanOutcome plan = solve(problem);

    assertThat(plan).isInstanceOf(Feasible.class);
    assertThat(((Feasible) plan).optimal()).isTrue();
  }

  @Test
  void aBillAboveTheCeilingThatIsPaidAtOnceStaysOpen() {
    PlanProblem problem =
        ProblemSketch.plan()
            .date(0, "300.00")
            .date(31, "300.00")
            .whole("A", "500.00", 40, "0.0005")
            .free()
            .problem()
            .withMostAMonth(Money.ofYuan(300));

    PlanOutcome plan = solve(problem);

    assertThat(plan).isInstanceOf(Infeasible.class);
    assertThat(plan.payments()).isEmpty();
  }

  @Test
  void noMonthEverTakesMoreThanTheCeiling() {
    int tight = 0;
    for (int seed = 0; seed < 120; seed++) {
      Random random = new Random(seed);
      PlanProblem drawn = DrawnProblem.of(random, 5, 6, 3, 0.7);
      Money heaviest =
          drawn.payDates().stream().map(PayDate::capacity).max(Money::compareTo).orElseThrow();
      Money most = Money.ofFen(1 + random.nextLong(heaviest.fen()));

      PlanOutcome plan = solve(drawn.withMostAMonth(most));

      assertThat(MonthlyCeiling.months(drawn, plan.payments()).values())
          .as("seed %d", seed)
          .allMatch(month -> month.compareTo(most) <= 0);
      assertThat(new PlanVerifier(drawn).check(plan.payments())).isEqualTo(plan.check());
      assertThat(plan.check().keepsRules()).isTrue();
      if (plan instanceof Feasible feasible) {
        assertThat(feasible.lowerBound()).isLessThanOrEqualTo(feasible.extraCost());
      }
      tight += plan.payments().isEmpty() ? 0 : 1;
    }
    assertThat(tight).isGreaterThan(30);
  }
}
