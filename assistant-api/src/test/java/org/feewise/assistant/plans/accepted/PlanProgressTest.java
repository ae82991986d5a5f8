package org.feewise.assistant.plans.accepted;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.feewise.assistant.plans.PlanView;
import org.feewise.assistant.plans.accepted.PlanStep.State;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanProgressTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
  private static final LocalDate SECOND = FIRST.plusDays(30);

  @ParameterizedTest
  @CsvSource({
    // paid, days after the first payment, first, second, percent
    "0.00, 0, DUE, DUE, 0",
    "0.00, 1, MISSED, DUE, 0",
    "299.99, 1, MISSED, DUE, 0",
    "300.00, 1, DONE, DUE, 59",
    "450.00, 31, DONE, MISSED, 59",
    "500.00, 31, DONE, DONE, 100",
    "0.00, 31, MISSED, MISSED, 0"
  })
  void whatWasPaidFillsThePaymentsInOrder(
      String paid, int days, State first, State second, int percent) {
    PlanProgress progress =
        PlanProgress.of(plan(true), Map.of("B", Money.parse(paid)), FIRST.plusDays(days));

    assertThat(progress.steps()).extracting(PlanStep::state).containsExactly(first, second);
    assertThat(progress.donePercent()).isEqualTo(percent);
  }

  @Test
  void aPlanKeptByAnEarlierVersionIsReadByItsAmounts() {
    PlanProgress progress =
        PlanProgress.of(plan(false), Map.of("B", Money.ofYuan(500)), SECOND.plusDays(1));

    assertThat(progress.in(State.DONE)).hasSize(2);
    assertThat(progress.next()).isEmpty();
  }

  @Test
  void whatIsStillOpenOfAPaymentIsTold() {
    PlanProgress progress = PlanProgress.of(plan(true), Map.of("B", Money.ofYuan(450)), SECOND);

    assertThat(progress.next()).map(PlanStep::open).contains(Money.ofYuan(50));
  }

  /** 300.00 first, then the other 200.00 with a surcharge of 3.00. */
  private static PlanView plan(boolean principalKnown) {
    return new PlanView(
        "id",
        List.of(),
        false,
        FIRST,
        true,
        true,
        Money.ofYuan(3),
        Money.ofYuan(3),
        Money.ofYuan(503),
        Money.ofYuan(300),
        SECOND,
        List.of(
            line(FIRST, 300, principalKnown ? Money.ofYuan(300) : null),
            line(SECOND, 203, principalKnown ? Money.ofYuan(200) : null)),
        List.of(
            new PlanView.BillLine(
                "B",
                FeeType.WATER,
                "water",
                FIRST,
                Money.ofYuan(500),
                Money.ofYuan(3),
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                "",
                null,
                null,
                null)),
        List.of(),
        null,
        null,
        null,
        0,
        null);
  }

  private static PlanView.Line line(LocalDate on, long yuan, Money principal) {
    return new PlanView.Line(
        "B",
        "water",
        on,
        PaymentMethod.ALIPAY,
        Money.ofYuan(yuan),
        Money.ZERO,
        principal,
        "",
        null,
        null);
  }
}
