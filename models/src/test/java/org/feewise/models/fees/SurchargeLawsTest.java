package org.feewise.models.fees;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.feewise.models.money.Money;

class SurchargeLawsTest {
  private final Surcharges surcharges = Surcharges.builtIn();

  @Provide
  Arbitrary<SurchargeQuestion> bills() {
    return Combinators.combine(
            Arbitraries.of(FeeType.class),
            Arbitraries.of(PayerKind.class),
            Arbitraries.longs().between(1, 100_000_000),
            Arbitraries.integers().between(0, 1800),
            Arbitraries.integers().between(-30, 1500))
        .as(
            (feeType, payer, fen, due, late) -> {
              LocalDate dueOn = LocalDate.of(2023, 1, 1).plusDays(due);
              return SurchargeQuestion.due(
                  FeeScope.national(feeType, payer), Money.ofFen(fen), dueOn, dueOn.plusDays(late));
            });
  }

  @Property
  void theSurchargeIsNeverNegativeNorAboveItsCap(@ForAll("bills") SurchargeQuestion bill) {
    SurchargeAssessment assessment = surcharges.assess(bill);
    assertThat(assessment.surcharge().isNegative()).isFalse();
    if (bill.scope().feeType().isFine()) {
      assertThat(assessment.surcharge()).isLessThanOrEqualTo(bill.principal());
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
  void whoPaysInTimePaysNothingMore(@ForAll("bills") SurchargeQuestion bill) {
    LocalDate lastDay = surcharges.assess(bill).effectiveDueOn();
    SurchargeAssessment inTime = surcharges.assess(bill.withAsOf(lastDay));
    assertThat(inTime.surcharge()).isEqualTo(Money.ZERO);
    assertThat(inTime.lateDays()).isZero();
  }

  /** Putting part of a payment off to a later day never brings the surcharge down. */
  @Property
  void splittingAPaymentNeverLowersTheSurcharge(
      @ForAll("bills") SurchargeQuestion bill,
      @ForAll @IntRange(min = 1, max = 99) int percent,
      @ForAll @IntRange(min = 1, max = 400) int wait) {
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
    if (!assessment.spans().isEmpty()) {
      assertThat(assessment.spans().stream().mapToLong(SurchargeSpan::days).sum())
          .isEqualTo(assessment.lateDays());
    }
  }
}
