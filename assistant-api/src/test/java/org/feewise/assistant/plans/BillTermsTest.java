package org.feewise.assistant.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.feewise.assistant.bills.Bill;
import org.feewise.models.fees.FeeScope;
import org.feewise.models.fees.FeeType;
import org.feewise.models.fees.PayerKind;
import org.feewise.models.fees.SurchargeQuestion;
import org.feewise.models.fees.Surcharges;
import org.feewise.models.money.Money;
import org.feewise.models.plans.PlanBill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a plan reckons with, against what the law says of the same bill on the same day. */
class BillTermsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private final Surcharges surcharges = Surcharges.builtIn();
  private final BillTerms terms = new BillTerms(surcharges.catalogue(), TODAY);

  @ParameterizedTest
  @EnumSource(PayerKind.class)
  void aPlanPaysTheSurchargeOfTheLawOnEveryDay(PayerKind payer) {
    Random random = new Random(payer.name().hashCode());
    for (FeeType feeType : FeeType.values()) {
      for (int i = 0; i < 25; i++) {
        Money principal = Money.ofFen(random.nextLong(1, 500_000));
        LocalDate dueOn = TODAY.plusDays(random.nextInt(-700, 200));
        LocalDate paidOn = TODAY.plusDays(random.nextInt(0, 900));
        Bill bill = bill(feeType, payer, principal, dueOn);
        PlanBill planned = terms.planBill(bill, null);

        assertThat(planned.surchargeOn(Map.of(paidOn, principal)))
            .as("%s of %s due %s paid %s", feeType, payer, dueOn, paidOn)
            .isEqualTo(
                surcharges
                    .assess(SurchargeQuestion.due(bill.scope(), principal, dueOn, paidOn))
                    .surcharge());
      }
    }
  }

  @Test
  void electricityOfABusinessCostsMoreFromNewYearOn() {
    Money thousand = Money.ofYuan(1000);
    Bill bill =
        bill(FeeType.ELECTRICITY, PayerKind.ENTERPRISE, thousand, LocalDate.of(2026, 12, 22));

    // 9 days at 0.2 % and 10 days at 0.3 %: 18.00 + 30.00
    assertThat(terms.planBill(bill, null).surchargeOn(Map.of(LocalDate.of(2027, 1, 10), thousand)))
        .hasToString("48.00");
  }

  private Bill bill(FeeType feeType, PayerKind payer, Money principal, LocalDate dueOn) {
    FeeScope scope = FeeScope.national(feeType, payer);
    LocalDate effective = surcharges.deadline(scope, dueOn).effectiveOn();
    return new Bill(
        "B1",
        "C1",
        feeType,
        payer,
        "bill",
        null,
        principal,
        Money.ZERO,
        dueOn.minusDays(20),
        dueOn,
        effective,
        null,
        null,
        null);
  }
}
