package org.feewise.assistant.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.feewise.assistant.bills.Bill;
import org.feewise.assistant.bills.Payment;
import org.feewise.models.fees.FeeScope;
import org.feewise.models.fees.FeeType;
import org.feewise.models.fees.PayerKind;
import org.feewise.models.fees.PrincipalPayment;
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
  private static final String RIVER = "river";
  private final Surcharges surcharges =
      Surcharges.withRulesFrom(Path.of("..", "docs", "examples", "rules"));
  private final BillTerms terms = new BillTerms(surcharges.catalogue(), TODAY);

  @ParameterizedTest
  @EnumSource(PayerKind.class)
  void aPlanPaysTheSurchargeOfTheLawOnEveryDay(PayerKind payer) {
    Random random = new Random(payer.name().hashCode());
    int withParts = 0;
    for (FeeType feeType : FeeType.values()) {
      for (int i = 0; i < 60; i++) {
        String region = i % 2 == 0 ? null : RIVER;
        LocalDate dueOn = TODAY.plusDays(random.nextInt(-700, 200));
        LocalDate paidOn = TODAY.plusDays(random.nextInt(0, 900));
        Money principal = Money.ofFen(random.nextLong(2, i % 3 == 0 ? 5_000 : 500_000));
        Bill bill = bill(feeType, payer, region, principal, Money.ZERO, dueOn);
        List<Payment> parts = parts(bill, random, i % 4);
        bill = bill(feeType, payer, region, principal, sum(parts), dueOn);
        PlanBill planned = terms.planBill(bill, parts, null);

        assertThat(planned.surchargeOn(Map.of(paidOn, bill.outstanding())))
            .as("%s due %s paid %s after %s", bill, dueOn, paidOn, parts)
            .isEqualTo(law(bill, parts, paidOn));
        withParts += planned.surcharge().filter(l -> l.accrued().signum() > 0).isPresent() ? 1 : 0;
      }
    }
    assertThat(withParts).isPositive();
  }

  /** What is still to come may itself be paid in parts; the law then counts them all. */
  @Test
  void partsOfThePlanAndPartsBeforeItAddUpAsTheLawAddsThem() {
    Random random = new Random(1);
    for (FeeType feeType : FeeType.values()) {
      for (int i = 0; i < 30; i++) {
        LocalDate dueOn = TODAY.plusDays(random.nextInt(-300, 30));
        Money principal = Money.ofFen(random.nextLong(100, 100_000));
        String region = i % 2 == 0 ? null : RIVER;
        Bill bill = bill(feeType, PayerKind.RESIDENT, region, principal, Money.ZERO, dueOn);
        List<Payment> before = parts(bill, random, 2);
        bill = bill(feeType, PayerKind.RESIDENT, region, principal, sum(before), dueOn);
        Money rest = bill.outstanding();
        Money first = Money.ofFen(rest.fen() / 3);
        LocalDate on = TODAY.plusDays(random.nextInt(1, 90));
        LocalDate last = on.plusDays(random.nextInt(1, 200));
        Map<LocalDate, Money> plan = new TreeMap<>(Map.of(last, rest.minus(first)));
        List<Payment> all = new ArrayList<>(before);
        if (first.isPositive()) {
          plan.put(on, first);
          all.add(payment(bill, on, first, Money.ZERO));
        }

        assertThat(terms.planBill(bill, before, null).surchargeOn(plan))
            .as("%s %s then %s", bill, before, plan)
            .isEqualTo(law(bill, all, last));
      }
    }
  }

  @Test
  void electricityOfABusinessCostsMoreFromNewYearOn() {
    Money thousand = Money.ofYuan(1000);
    Bill bill = bill(FeeType.ELECTRICITY, PayerKind.ENTERPRISE, "1000.00", "2026-12-22");

    // 9 days at 0.2 % and 10 days at 0.3 %: 18.00 + 30.00
    assertThat(
            terms
                .planBill(bill, List.of(), null)
                .surchargeOn(Map.of(LocalDate.of(2027, 1, 10), thousand)))
        .hasToString("48.00");
  }

  /** 20 days late of a fine of 200.00, half of it paid: 100 x 3 % x 20 = 60.00 already. */
  @Test
  void theCeilingIsThePrincipalOfTheWholeBill() {
    Bill fine = bill(FeeType.TRAFFIC_FINE, PayerKind.RESIDENT, "200.00", "2026-10-30");
    Bill half = withPaid(fine, "100.00");
    List<Payment> paid =
        List.of(payment(fine, LocalDate.of(2026, 11, 19), Money.ofYuan(100), Money.ZERO));
    PlanBill planned = terms.planBill(half, paid, null);

    // 40 days of the other half: 60.00 + 120.00; 60 days: 60.00 + 180.00, stopped at 200.00
    assertThat(planned.surchargeOn(Map.of(LocalDate.of(2026, 12, 9), Money.ofYuan(100))))
        .hasToString("180.00");
    assertThat(planned.surchargeOn(Map.of(LocalDate.of(2026, 12, 29), Money.ofYuan(100))))
        .hasToString("200.00");
  }

  /** Parking in the river region costs 0.5 % a day, 2.00 as soon as it costs anything. */
  @Test
  void aFlatMinimumCountsOnceForTheWholeBill() {
    Bill whole =
        bill(
            FeeType.PARKING,
            PayerKind.RESIDENT,
            RIVER,
            Money.ofYuan(10),
            Money.ZERO,
            LocalDate.of(2026, 11, 20));
    Bill half =
        bill(
            FeeType.PARKING,
            PayerKind.RESIDENT,
            RIVER,
            Money.ofYuan(10),
            Money.ofYuan(5),
            LocalDate.of(2026, 11, 20));
    List<Payment> late =
        List.of(payment(whole, LocalDate.of(2026, 11, 24), Money.ofYuan(5), Money.ZERO));
    Map<LocalDate, Money> tenDays = Map.of(LocalDate.of(2026, 11, 30), Money.ofYuan(10));
    Map<LocalDate, Money> fortyDays = Map.of(LocalDate.of(2026, 12, 30), Money.ofYuan(10));

    // 10 x 0.005 x 10 = 0.50; 10 x 0.005 x 40 = 2.00
    assertThat(terms.planBill(whole, List.of(), null).surchargeOn(tenDays)).hasToString("2.00");
    assertThat(terms.planBill(whole, List.of(), null).surchargeOn(fortyDays)).hasToString("2.00");
    // 5 x 0.005 x 4 + 5 x 0.005 x 90 = 0.10 + 2.25
    PlanBill rest = terms.planBill(half, late, null);
    assertThat(rest.surchargeOn(Map.of(LocalDate.of(2027, 2, 18), Money.ofYuan(5))))
        .hasToString("2.35");
    assertThat(rest.surchargeOn(Map.of(LocalDate.of(2026, 11, 30), Money.ofYuan(5))))
        .hasToString("2.00");
  }

  /** 60.00 accrued on the first half, of which 60.00 came with it. */
  @Test
  void aSurchargeThatWasPaidIsNotPlannedAgain() {
    Bill fine = bill(FeeType.TRAFFIC_FINE, PayerKind.RESIDENT, "200.00", "2026-10-30");
    List<Payment> paid =
        List.of(payment(fine, LocalDate.of(2026, 11, 19), Money.ofYuan(100), Money.ofYuan(60)));
    PlanBill planned = terms.planBill(withPaid(fine, "100.00"), paid, null);

    assertThat(planned.surchargeOn(Map.of(LocalDate.of(2026, 12, 9), Money.ofYuan(100))))
        .hasToString("120.00");
    assertThat(planned.surchargeOn(Map.of(LocalDate.of(2026, 12, 29), Money.ofYuan(100))))
        .hasToString("140.00");
  }

  @Test
  void aBillOlderThanTheCatalogueHasNoSurchargeAndNoLaw() {
    Bill old = bill(FeeType.INCOME_TAX, PayerKind.RESIDENT, "100.00", "2011-06-30");
    PlanBill planned = terms.planBill(old, List.of(), null);

    assertThat(planned.surcharge()).isEmpty();
    assertThat(terms.surchargeLaw(planned, old, Locale.ENGLISH)).isEmpty();
  }

  private Money law(Bill bill, List<Payment> parts, LocalDate paidOn) {
    List<PrincipalPayment> paid =
        parts.stream().map(part -> new PrincipalPayment(part.paidOn(), part.principal())).toList();
    return surcharges
        .assess(
            SurchargeQuestion.due(bill.scope(), bill.principal(), bill.dueOn(), paidOn)
                .withPaid(paid))
        .surcharge();
  }

  /** Earlier payments, some in time and some late, that leave something to pay. */
  private static List<Payment> parts(Bill bill, Random random, int most) {
    List<Payment> parts = new ArrayList<>();
    long left = bill.principal().fen() - 1;
    for (int i = 0; i < most; i++) {
      long fen = random.nextLong(0, left + 1) / 2;
      if (fen > 0) {
        LocalDate on = TODAY.minusDays(random.nextInt(1, 200));
        parts.add(payment(bill, on, Money.ofFen(fen), Money.ZERO));
        left -= fen;
      }
    }
    return parts;
  }

  private static Money sum(List<Payment> parts) {
    return parts.stream().map(Payment::principal).reduce(Money.ZERO, Money::plus);
  }

  private static Payment payment(Bill bill, LocalDate on, Money principal, Money surcharge) {
    return new Payment(
        "P-" + on,
        bill.billNo(),
        bill.feeType(),
        bill.title(),
        on.atStartOfDay().toInstant(ZoneOffset.UTC),
        principal,
        surcharge,
        Money.ZERO,
        Money.ZERO,
        null);
  }

  private Bill bill(FeeType feeType, PayerKind payer, String principal, String dueOn) {
    return bill(feeType, payer, null, Money.parse(principal), Money.ZERO, LocalDate.parse(dueOn));
  }

  private Bill withPaid(Bill bill, String paid) {
    return bill(
        bill.feeType(), bill.payerKind(), null, bill.principal(), Money.parse(paid), bill.dueOn());
  }

  private Bill bill(
      FeeType feeType,
      PayerKind payer,
      String region,
      Money principal,
      Money paid,
      LocalDate dueOn) {
    FeeScope scope = FeeScope.of(feeType, payer, region);
    LocalDate effective =
        dueOn.isBefore(surcharges.catalogue().since())
            ? dueOn
            : surcharges.deadline(scope, dueOn).effectiveOn();
    return new Bill(
        "B1",
        "C1",
        feeType,
        payer,
        "bill",
        null,
        principal,
        paid,
        dueOn.minusDays(20),
        dueOn,
        effective,
        null,
        null,
        region);
  }
}
