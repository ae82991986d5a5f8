package org.feewise.models.fees;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.feewise.models.calendar.OfficialCalendar;
import org.feewise.models.fees.catalogue.FeeRule.Circumstance;
import org.feewise.models.money.Money;

/**
 * What holds for every bill: all fees and payers, national and regional, in parts and with grants.
 */
class SurchargeLawsTest {
  private static final LocalDate FIRST_DUE = LocalDate.of(2023, 1, 1);

  private final Surcharges surcharges = RiverRegion.surcharges();

  @Provide
  Arbitrary<SurchargeQuestion> bills() {
    Arbitrary<FeeScope> scopes =
        Combinators.combine(
                Arbitraries.of(FeeType.class),
                Arbitraries.of(PayerKind.class),
                Arbitraries.of(true, false))
            .as((fee, payer, river) -> FeeScope.of(fee, payer, river ? RiverRegion.CODE : null));
    return Combinators.combine(
            scopes,
            Arbitraries.longs().between(1, 100_000_000),
            Arbitraries.oneOf(Arbitraries.integers().between(0, 1800), aroundNewYear()),
            Arbitraries.integers().between(-30, 1500),
            Arbitraries.of(true, false),
            parts())
        .as(SurchargeLawsTest::bill);
  }

  /** Deadlines that may roll into another year. */
  private static Arbitrary<Integer> aroundNewYear() {
    return Combinators.combine(
            Arbitraries.integers().between(2024, 2028), Arbitraries.integers().between(-3, 3))
        .as(
            (year, days) ->
                Math.toIntExact(
                    ChronoUnit.DAYS.between(FIRST_DUE, LocalDate.of(year, 1, 1).plusDays(days))));
  }

  /** Share of the principal in percent, and days after the deadline. */
  record Part(int percent, int daysAfterDue) {}

  private static Arbitrary<List<Part>> parts() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 50), Arbitraries.integers().between(-20, 700))
        .as(Part::new)
        .list()
        .ofMaxSize(2);
  }

  private static SurchargeQuestion bill(
      FeeScope scope, long fen, int due, int late, boolean special, List<Part> parts) {
    LocalDate dueOn = FIRST_DUE.plusDays(due);
    boolean served = scope.feeType().isFine() && special;
    List<PrincipalPayment> paid = new ArrayList<>();
    for (Part part : parts) {
      Money amount = Money.ofFen(fen * part.percent() / 100);
      if (amount.isPositive()) {
        paid.add(new PrincipalPayment(dueOn.plusDays(part.daysAfterDue()), amount));
      }
    }
    SurchargeQuestion question =
        new SurchargeQuestion(
                scope,
                Money.ofFen(fen),
                served ? DueBy.decided(dueOn.minusDays(15)) : DueBy.printed(dueOn),
                dueOn.plusDays(late))
            .withPaid(paid);
    if (!special) {
      return question;
    }
    return hasRelief(scope)
        ? question.whenEnforced().withGrantedRelief(Circumstance.LOW_INCOME)
        : question.whenEnforced();
  }

  private static boolean hasRelief(FeeScope scope) {
    boolean fee = scope.feeType() == FeeType.WATER || scope.feeType() == FeeType.HEATING;
    return fee && scope.payer() == PayerKind.RESIDENT && scope.region().isPresent();
  }

  @Property(tries = 6000)
  void theSurchargeIsWhatAPlainLoopOverTheDaysAddsUp(@ForAll("bills") SurchargeQuestion bill) {
    LocalDate stated =
        bill.due().dueOn().orElseGet(() -> bill.due().decisionOn().orElseThrow().plusDays(15));
    boolean fixed = bill.scope().feeType() == FeeType.HEATING && bill.scope().region().isPresent();
    LocalDate lastDayInTime =
        fixed ? stated : OfficialCalendar.builtIn().rollForward(stated).effectiveOn();

    SurchargeAssessment assessment = surcharges.assess(bill);
    assertThat(assessment.effectiveDueOn()).isEqualTo(lastDayInTime);
    assertThat(assessment.surcharge())
        .isEqualTo(LawTable.surcharge(bill, lastDayInTime, stated.getYear()));
  }

  @Property
  void theSurchargeIsNeverNegativeNorAboveItsCap(@ForAll("bills") SurchargeQuestion bill) {
    SurchargeAssessment assessment = surcharges.assess(bill);
    assertThat(assessment.surcharge().isNegative()).isFalse();
    if (assessment.lateDays() > 0) {
      assertThat(assessment.cap().isPresent()).isEqualTo(LawTable.hasCap(bill));
    }
    if (LawTable.hasCap(bill)) {
      assertThat(assessment.surcharge().toYuan()).isLessThanOrEqualTo(LawTable.owed(bill));
    }
  }

  @Property
  void waitingNeverMakesItCheaper(
      @ForAll("bills") SurchargeQuestion bill, @ForAll @IntRange(min = 1, max = 400) int wait) {
    SurchargeQuestion later = bill.withAsOf(bill.asOf().plusDays(wait));
    assertThat(surcharges.assess(later).surcharge())
        .isGreaterThanOrEqualTo(surcharges.assess(bill).surcharge());
  }

  @Property
  void owingMoreNeverMakesItCheaper(
      @ForAll("bills") SurchargeQuestion bill,
      @ForAll @IntRange(min = 1, max = 1_000_000) int moreFen) {
    SurchargeQuestion larger = bill.withPrincipal(bill.principal().plus(Money.ofFen(moreFen)));
    assertThat(surcharges.assess(larger).surcharge())
        .isGreaterThanOrEqualTo(surcharges.assess(bill).surcharge());
  }

  @Property
  void whoPaysInTimePaysNothingMore(@ForAll("bills") SurchargeQuestion bill) {
    LocalDate lastDay = surcharges.assess(bill).effectiveDueOn();
    SurchargeAssessment inTime = surcharges.assess(bill.withAsOf(lastDay));
    assertThat(inTime.surcharge()).isEqualTo(Money.ZERO);
    assertThat(inTime.lateDays()).isZero();
  }

  /** Putting part of a payment off to a later day never brings the surcharge down. */
  @Property
  void splittingAPaymentNeverLowersTheSurcharge(
      @ForAll("bills") SurchargeQuestion any,
      @ForAll @IntRange(min = 1, max = 99) int percent,
      @ForAll @IntRange(min = 1, max = 400) int wait) {
    SurchargeQuestion bill = any.withPaid(List.of());
    Money part = Money.ofFen(bill.principal().fen() * percent / 100);
    SurchargeQuestion later = bill.withAsOf(bill.asOf().plusDays(wait));
    SurchargeQuestion split =
        part.isZero() ? later : later.withPaid(List.of(new PrincipalPayment(bill.asOf(), part)));
    assertThat(surcharges.assess(split).surcharge())
        .isGreaterThanOrEqualTo(surcharges.assess(bill).surcharge())
        .isLessThanOrEqualTo(surcharges.assess(later).surcharge());
  }

  @Property
  void spansAndSingleDaysAddUpToWhatAccrued(@ForAll("bills") SurchargeQuestion bill) {
    SurchargeAssessment assessment = surcharges.assess(bill);
    BigDecimal days =
        assessment.dayByDay().map(SurchargeSpan::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(days).isEqualByComparingTo(assessment.accrued());
    if (!assessment.spans().isEmpty() && assessment.unpaid().isPositive()) {
      assertThat(assessment.spans().stream().mapToLong(SurchargeSpan::days).sum())
          .isEqualTo(assessment.lateDays());
    }
  }
}
