package org.feewise.models.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.feewise.models.money.PaymentMethod.ALIPAY;
import static org.feewise.models.money.PaymentMethod.BANK_CARD;
import static org.feewise.models.money.PaymentMethod.UNIONPAY;
import static org.feewise.models.plans.ProblemSketch.TODAY;
import static org.feewise.models.plans.ProblemSketch.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.feewise.models.money.Money;
import org.feewise.models.plans.LateSurcharge.RateChange;
import org.feewise.models.plans.PlanOutcome.Feasible;
import org.feewise.models.plans.PlanOutcome.Infeasible;
import org.feewise.models.plans.bench.DrawnProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Problems small enough to work out by hand; the arithmetic stands beside each. */
class PlanOptimizerTest {

  @Test
  void billsThatFitBeforeTheirDueDateCostNothing() {
    // 300 and 200 fit into 500 on day 1
    assertCost(
        plan().date(1, "500").whole("A", "300", 5, "0.01").split("B", "200", 5, "0.01").free(),
        "0.00");
  }

  @Test
  void whatIsPaidLateBearsTheSurchargeOnItsLastDate() {
    // 600 in time, 400 twenty days late: 400 x 0.001 x 20 = 8, paid with the last payment
    Feasible plan =
        assertCost(
            plan().date(1, "600").date(30, "500").split("A", "1000", 10, "0.001").free(), "8.00");

    assertThat(plan.payments())
        .containsExactly(
            new Payment("A", TODAY.plusDays(1), ALIPAY, Money.parse("600.00")),
            new Payment("A", TODAY.plusDays(30), ALIPAY, Money.parse("408.00")));
  }

  @Test
  void aBillThatMayNotBeSplitWaitsUntilAllOfItFits() {
    // 700 fits on day 30 only: 700 x 0.001 x 20 = 14
    assertCost(
        plan().date(1, "600").date(30, "200").whole("A", "700", 10, "0.001").free(), "14.00");
  }

  @Test
  void scarceMoneyGoesToTheBillThatGrowsFastest() {
    // day 1 carries one bill of 500; B would cost 500 x 0.02 x 4 = 40, A costs 500 x 0.001 x 4 = 2
    assertCost(
        plan()
            .date(1, "500")
            .date(5, "600")
            .whole("A", "500", 1, "0.001")
            .whole("B", "500", 1, "0.02")
            .free(),
        "2.00");
  }

  @Test
  void aSurchargeStopsAtThePrincipalWhereTheLawSaysSo() {
    // 100 x 0.03 x 49 = 147, at most 100
    assertCost(plan().date(50, "200").fine("F", "100", 1, "0.03").free(), "100.00");
  }

  @Test
  void aMinimumIsChargedAsSoonAsAnythingAccrues() {
    // 2000 x 0.0005 x 4 = 4, at least 5; on the day it is due nothing
    assertCost(plan().date(5, "2100").atLeast("W", "2000", 1, "0.0005", "5", "0").free(), "5.00");
    assertCost(plan().date(1, "2100").atLeast("W", "2000", 1, "0.0005", "5", "0").free(), "0.00");
    // 1 + 200 x 0.0005 x 9 = 1.90: once the minimum is owed, it waits for the cheaper method
    assertCost(
        plan().date(1, "50").date(10, "2100").atLeast("W", "2000", 1, "0.0005", "12", "1").free(),
        "12.00");
  }

  @Test
  void whatPartsPaidLateHaveCostIsAddedOnce() {
    // 1.234 + 1000 x 0.0005 x 3 = 2.734
    assertCost(
        plan().date(4, "1100").atLeast("W", "1000", 1, "0.0005", "0", "1.234").free(), "2.73");
    // on time, the parts paid late before remain to be paid for
    assertCost(
        plan().date(1, "1100").atLeast("W", "1000", 1, "0.0005", "0", "1.234").free(), "1.23");
  }

  @Test
  void anotherRateHoldsFromTheDayTheLawSays() {
    LateSurcharge late =
        LateSurcharge.daily(new BigDecimal("0.002"))
            .withChanges(List.of(new RateChange(TODAY.plusDays(10), new BigDecimal("0.003"))));
    PlanBill bill =
        new PlanBill(
            "E",
            Money.ofYuan(1000),
            TODAY.plusDays(5),
            false,
            OptionalInt.empty(),
            Optional.of(late),
            Optional.empty());

    // days 6 to 9 at 2, days 10 to 12 at 3: 1000 x (4 x 0.002 + 3 x 0.003) = 17
    assertThat(bill.surchargeOn(Map.of(TODAY.plusDays(12), Money.ofYuan(1000))))
        .hasToString("17.00");
    // the day before the change: 4 x 2; on time: nothing
    assertThat(bill.surchargeOn(Map.of(TODAY.plusDays(9), Money.ofYuan(1000)))).hasToString("8.00");
    assertThat(bill.surchargeOn(Map.of(TODAY.plusDays(5), Money.ofYuan(1000)))).hasToString("0.00");
  }

  @Test
  void aStoppedSurchargeMayWaitWhileAnotherBillIsServed() {
    // F has stopped at 100 on both dates; T costs nothing on day 50 and 100 x 0.01 x 10 = 10 later
    assertCost(
        plan()
            .date(50, "100")
            .date(60, "200")
            .fine("F", "100", 1, "0.03")
            .whole("T", "100", 50, "0.01")
            .free(),
        "100.00");
  }

  @Test
  void anEarlyDiscountIsTakenWhenTheWholeBillFits() {
    // 1000 x 0.05 = 50 off, so 950 suffice on day 1
    assertCost(
        plan().date(1, "950").date(9, "950").discounted("A", "1000", 9, "0.001", "0.05", 1).free(),
        "-50.00");
  }

  @Test
  void anEarlyDiscountOutOfReachIsForgone() {
    // 949.99 do not pay 950 on day 1
    assertCost(
        plan()
            .date(1, "949.99")
            .date(9, "950")
            .discounted("A", "1000", 9, "0.001", "0.05", 1)
            .free(),
        "0.00");
  }

  @Test
  void aDiscountIsGivenUpWhereItCostsMoreElsewhere() {
    // 5 off A, but then B is 10 days late: 500 x 0.02 x 10 = 100
    assertCost(
        plan()
            .date(1, "500")
            .date(11, "500")
            .discounted("A", "500", 20, "0", "0.01", 1)
            .whole("B", "500", 1, "0.02")
            .free(),
        "0.00");
  }

  @Test
  void theCheaperMethodCarriesWhatItMay() {
    // 300 without a fee, 200 through the card: 200 x 0.006 = 1.20
    assertCost(
        plan()
            .date(1, "600")
            .split("A", "500", 5, "0.01")
            .method(ALIPAY, "0", "0", "300", null)
            .method(BANK_CARD, "0.006", "0", null, null),
        "1.20");
  }

  @Test
  void aFixedFeeIsPaidForEveryPayment() {
    // three bills, one payment each at 1.00
    assertCost(
        plan()
            .date(1, "200")
            .date(2, "200")
            .whole("A", "100", 5, "0.01")
            .split("B", "100", 5, "0.01")
            .split("C", "100", 5, "0.01")
            .method(UNIONPAY, "0", "1.00", null, null),
        "3.00");
  }

  @Test
  void fewInstalmentsMayForceALaterPayment() {
    // two payments cannot use days 1, 2 and 3; 400 on day 2, 200 on day 3: (400 + 200 x 2) x 0.01 =
    // 8,
    // against 200 on day 1 and 400 on day 3: 400 x 2 x 0.01 = 8; with all three 200 x 3 x 0.01 = 6
    assertCost(
        plan()
            .date(1, "200")
            .date(2, "200")
            .date(3, "220")
            .instalments("A", "600", 1, "0.01", 2)
            .free(),
        "8.00");
    assertCost(
        plan()
            .date(1, "200")
            .date(2, "200")
            .date(3, "220")
            .instalments("A", "600", 1, "0.01", 3)
            .free(),
        "6.00");
  }

  @Test
  void feesCountAgainstTheCapacity() {
    // 100 + 1 does not fit into 100.99
    assertThat(
            solve(
                plan()
                    .date(1, "100.99")
                    .whole("A", "100", 5, "0")
                    .method(UNIONPAY, "0", "1.00", null, null)))
        .isInstanceOf(Infeasible.class);
    assertCost(
        plan().date(1, "101").whole("A", "100", 5, "0").method(UNIONPAY, "0", "1.00", null, null),
        "1.00");
  }

  @Test
  void aDailyLimitIsSharedByAllBills() {
    // 400 a day: B goes to day 2 at 300 x 0.01 = 3
    assertCost(
        plan()
            .date(1, "1000")
            .date(2, "0")
            .whole("A", "300", 1, "0.02")
            .whole("B", "300", 1, "0.01")
            .method(ALIPAY, "0", "0", null, "400"),
        "3.00");
  }

  @Test
  void whatCannotBePaidIsNamed() {
    PlanOutcome outcome =
        solve(plan().date(1, "500").whole("A", "400", 5, "0").whole("B", "300", 5, "0").free());

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Infeasible.class,
            part -> {
              assertThat(part.proven()).isTrue();
              assertThat(part.check().settledPrincipal()).hasToString("400.00");
              assertThat(part.missing())
                  .singleElement()
                  .satisfies(open -> assertThat(open.bill().billNo()).isEqualTo("B"));
            });
  }

  @Test
  void nothingToPayCostsNothing() {
    assertCost(plan().date(1, "0").free(), "0.00");
  }

  @Test
  void withoutAnyDateEverythingIsMissing() {
    assertThat(solve(plan().whole("A", "1", 1, "0").free()))
        .isInstanceOfSatisfying(Infeasible.class, part -> assertThat(part.missing()).hasSize(1));
  }

  @Test
  void aLargeProblemHasAPlanAtOnceAndSaysHowFarItMayBeFromTheBest() {
    PlanProblem large = DrawnProblem.of(new Random(3), 200, 24, 5, 0.7);

    PlanOutcome outcome = new PlanOptimizer().solve(large, Duration.ofMillis(50));

    assertThat(outcome).isInstanceOf(Feasible.class);
    assertThat(outcome.check().feasible()).isTrue();
    Feasible plan = (Feasible) outcome;
    assertThat(plan.lowerBound())
        .isGreaterThan(Money.ZERO.minus(large.totalPrincipal()))
        .isLessThanOrEqualTo(plan.extraCost());
  }

  @ParameterizedTest
  @CsvSource({
    "-0.01, 2, 1, 100, bills.principal",
    "0.00, 2, 1, 100, bills.principal",
    "100000000.01, 2, 1, 100, bills.principal",
    "10, 2, -1, 100, payDates.on",
    "10, 2, 1, -0.01, payDates.capacity",
    "10, 2, 1, 100000000.01, payDates.capacity",
  })
  void whatMakesNoSenseIsRefusedByName(
      String principal, int due, int day, String capacity, String field) {
    assertThatThrownBy(
            () -> plan().date(day, capacity).whole("A", principal, due, "0.01").free().problem())
        .isInstanceOfSatisfying(
            IllegalPlanException.class, refused -> assertThat(refused.field()).isEqualTo(field));
  }

  @Test
  void moreBillsThanAPlanCarriesAreRefusedByName() {
    ProblemSketch sketch = plan().date(1, "10");
    for (int i = 0; i < 10_000; i++) {
      sketch.whole("B" + i, "1", 1, "0");
    }
    assertThatThrownBy(() -> sketch.free().problem())
        .isInstanceOf(IllegalPlanException.class)
        .hasMessageContaining("bills is 10000: at most 500 a plan");
  }

  private static Feasible assertCost(ProblemSketch sketch, String cost) {
    PlanOutcome outcome = solve(sketch);
    assertThat(outcome).isInstanceOf(Feasible.class);
    Feasible plan = (Feasible) outcome;
    assertThat(plan.check().feasible()).isTrue();
    assertThat(plan.extraCost()).hasToString(cost);
    assertThat(plan.optimal()).isTrue();
    return plan;
  }

  private static PlanOutcome solve(ProblemSketch sketch) {
    return new PlanOptimizer().solve(sketch.problem(), Duration.ofSeconds(10));
  }
}
