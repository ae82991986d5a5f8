package org.feewise.models.plans.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanBill;
import org.feewise.models.plans.PlanOptimizer;
import org.feewise.models.plans.PlanOutcome;
import org.feewise.models.plans.PlanProblem;
import org.feewise.models.plans.PlanVerifier;
import org.feewise.models.plans.ProblemSketch;
import org.feewise.models.plans.bench.DrawnProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTidyingTest {
  private static final LocalDate TODAY = ProblemSketch.TODAY;

  @Test
  void aTrifleIsNotLeftToAFarMonth() {
    PlanProblem problem =
        ProblemSketch.plan()
            .date(0, "800.00")
            .date(60, "800.00")
            .split("A", "600.00", 90, "0.0005")
            .free()
            .problem();

    PlanOutcome tidy = tidied(problem, pay("A", 0, "599.00"), pay("A", 60, "1.00"));

    assertThat(tidy.payments()).containsExactly(pay("A", 0, "600.00"));
  }

  @Test
  void aBillWithoutSurchargeIsOnTimeWhereMoneyIsThere() {
    PlanProblem problem = withFreeBill("300.00", ProblemSketch.plan().date(5, "400.00"));

    PlanOutcome tidy = tidied(problem, pay("FREE", 40, "300.00"));

    assertThat(tidy.payments()).containsExactly(pay("FREE", 5, "300.00"));
  }

  @Test
  void aBillThatIsDueLaterMakesWayForOneThatIsDue() {
    PlanProblem problem =
        withFreeBill(
            "300.00", ProblemSketch.plan().date(5, "300.00").split("TAX", "300.00", 90, "0.0005"));

    PlanOutcome tidy = tidied(problem, pay("TAX", 5, "300.00"), pay("FREE", 40, "300.00"));

    assertThat(tidy.payments()).containsExactly(pay("FREE", 5, "300.00"), pay("TAX", 40, "300.00"));
  }

  @Test
  void aDayBringsABillByOneMethodWhereOneCarriesIt() {
    PlanProblem problem =
        ProblemSketch.plan()
            .date(0, "400.00")
            .date(30, "400.00")
            .split("A", "600.00", 90, "0.0005")
            .free()
            .method(PaymentMethod.WECHAT_PAY, "0", "0", null, null)
            .problem();
    Payment byWechat = new Payment("A", TODAY, PaymentMethod.WECHAT_PAY, Money.ofYuan(100));

    PlanOutcome tidy =
        PlanTidying.tidy(
            problem,
            outcome(problem, pay("A", 0, "200.00"), byWechat, pay("A", 30, "300.00")),
            payments -> payments.stream().allMatch(p -> p.amount().fen() <= 30_000),
            Duration.ofSeconds(5));

    assertThat(tidy.payments()).containsExactly(pay("A", 0, "300.00"), pay("A", 30, "300.00"));
  }

  @Test
  void whatIsNotAllowedIsNotTidied() {
    PlanProblem problem = withFreeBill("300.00", ProblemSketch.plan().date(5, "400.00"));
    PlanOutcome plan = outcome(problem, pay("FREE", 40, "300.00"));

    PlanOutcome tidy = PlanTidying.tidy(problem, plan, payments -> false, Duration.ofSeconds(1));

    assertThat(tidy.payments()).isEqualTo(plan.payments());
  }

  /**
   * A bill of 100.00 and a trifle, of which the trifle can be paid on the last day in time and the
   * rest 30 days later: 100.00 x 0.0005 x 30 = 1.50.
   */
  @ParameterizedTest
  @CsvSource({
    // 100.33 x 0.015 = 1.50495
    "0.33, 101.83",
    // 100.44 x 0.015 = 1.5066: a fen more, and there is one bill
    "0.44, 101.95",
    // 101.00 x 0.015 = 1.515, half up: two fen more
    "1.00, none",
  })
  void aTrifleIsPaidWithTheRestForAFenABillAtMost(String trifle, String together) {
    PlanProblem problem =
        ProblemSketch.plan()
            .date(0, trifle)
            .date(30, "200.00")
            .split("A", Money.ofYuan(100).plus(Money.parse(trifle)).toString(), 0, "0.0005")
            .free()
            .problem();

    PlanOutcome tidy = tidied(problem, pay("A", 0, trifle), pay("A", 30, "101.50"));

    if (together.equals("none")) {
      assertThat(tidy.payments()).hasSize(2);
    } else {
      assertThat(tidy.payments()).containsExactly(pay("A", 30, together));
    }
    assertThat(((PlanOutcome.Feasible) tidy).lowerBound()).hasToString("1.50");
  }

  @Test
  void aPlanAboveItsBoundAlreadyHasLessToSpendOnTidiness() {
    PlanProblem problem =
        ProblemSketch.plan()
            .date(0, "0.44")
            .date(30, "200.00")
            .split("A", "100.44", 0, "0.0005")
            .free()
            .problem();
    PlanOutcome.Feasible plan =
        (PlanOutcome.Feasible) outcome(problem, pay("A", 0, "0.44"), pay("A", 30, "101.50"));
    PlanOutcome above =
        new PlanOutcome.Feasible(plan.payments(), plan.check(), Money.parse("1.49"), true);

    PlanOutcome tidy = PlanTidying.tidy(problem, above, any -> true, Duration.ofSeconds(5));

    assertThat(tidy.payments()).isEqualTo(plan.payments());
  }

  @Test
  void aPartThatIsNoTrifleIsNotPaidLaterForTidinessSake() {
    PlanProblem problem =
        ProblemSketch.plan()
            .date(0, "5.00")
            .date(30, "200.00")
            .split("A", "105.00", 0, "0")
            .free()
            .problem();

    PlanOutcome tidy = tidied(problem, pay("A", 0, "5.00"), pay("A", 30, "100.00"));

    assertThat(tidy.payments()).containsExactly(pay("A", 0, "5.00"), pay("A", 30, "100.00"));
  }

  /**
   * Both bills are due on day 0, 30 days late cost 0.0005 x 30 = 0.015. Before: 0.44 x 0.015 = 0.01
   * and 150.00 x 0.015 = 2.25; after: nothing and 150.44 x 0.015 = 2.26.
   */
  @Test
  void anotherBillMakesRoomForATrifleWhereMoneyIsShort() {
    PlanProblem problem =
        ProblemSketch.plan()
            .date(0, "150.00")
            .date(30, "200.00")
            .split("A", "100.00", 0, "0.0005")
            .split("B", "200.44", 0, "0.0005")
            .free()
            .problem();

    PlanOutcome tidy =
        tidied(
            problem,
            pay("A", 0, "99.56"),
            pay("B", 0, "50.44"),
            pay("A", 30, "0.45"),
            pay("B", 30, "152.25"));

    assertThat(tidy.payments())
        .containsExactly(pay("A", 0, "100.00"), pay("B", 0, "50.00"), pay("B", 30, "152.70"));
  }

  @Test
  void tidyingCostsNoMoreThanRoundingNorFinishesLaterNorPaysMoreOftenNorBreaksARule() {
    int changed = 0;
    for (int seed = 0; seed < 150; seed++) {
      double tightness = new double[] {0.3, 0.6, 0.9}[seed % 3];
      PlanProblem problem = DrawnProblem.of(new Random(seed), 6, 5, 3, tightness);
      PlanOutcome before = new PlanOptimizer().solve(problem, Duration.ofSeconds(2));
      PlanOutcome after = PlanTidying.tidy(problem, before, any -> true, Duration.ofSeconds(5));

      assertThat(new PlanVerifier(problem).check(after.payments())).isEqualTo(after.check());
      assertThat(after.check().keepsRules()).isTrue();
      assertThat(after.check().settledPrincipal()).isEqualTo(before.check().settledPrincipal());
      assertThat(after.extraCost()).isLessThanOrEqualTo(most(before));
      assertThat(after.payments()).hasSizeLessThanOrEqualTo(before.payments().size());
      assertThat(finish(after)).isBeforeOrEqualTo(finish(before));
      changed += after.payments().equals(before.payments()) ? 0 : 1;
    }
    assertThat(changed).isPositive();
  }

  /** One bill without surcharge that is due on day 10, and money again on day 40. */
  private static PlanProblem withFreeBill(String principal, ProblemSketch sketch) {
    PlanProblem problem = sketch.date(40, "400.00").free().problem();
    List<PlanBill> bills = new java.util.ArrayList<>(problem.bills());
    bills.add(
        new PlanBill(
            "FREE",
            Money.parse(principal),
            TODAY.plusDays(10),
            true,
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty()));
    return new PlanProblem(TODAY, problem.payDates(), bills, problem.methods());
  }

  private static PlanOutcome tidied(PlanProblem problem, Payment... payments) {
    return PlanTidying.tidy(
        problem, outcome(problem, payments), any -> true, Duration.ofSeconds(5));
  }

  private static PlanOutcome outcome(PlanProblem problem, Payment... payments) {
    var check = new PlanVerifier(problem).check(List.of(payments));
    assertThat(check.feasible()).as("%s", check).isTrue();
    return new PlanOutcome.Feasible(List.of(payments), check, check.extraCost(), true);
  }

  /** What a plan may cost: a fen a bill above what is proven, or above what it costs. */
  private static Money most(PlanOutcome plan) {
    Money rounding = Money.ofFen(plan.check().bills().size());
    return plan instanceof PlanOutcome.Feasible feasible && feasible.optimal()
        ? feasible.lowerBound().plus(rounding)
        : plan.extraCost().plus(rounding);
  }

  private static LocalDate finish(PlanOutcome outcome) {
    return outcome.payments().stream()
        .map(Payment::on)
        .max(LocalDate::compareTo)
        .orElse(LocalDate.MIN);
  }

  private static Payment pay(String bill, int day, String amount) {
    return new Payment(bill, TODAY.plusDays(day), PaymentMethod.ALIPAY, Money.parse(amount));
  }
}
