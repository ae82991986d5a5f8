package org.feewise.models.plans.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.plans.BillCost;
import org.feewise.models.plans.BrokenRule;
import org.feewise.models.plans.PayDate;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanBill;
import org.feewise.models.plans.PlanCheck;
import org.feewise.models.plans.PlanOptimizer;
import org.feewise.models.plans.PlanOutcome;
import org.feewise.models.plans.PlanProblem;
import org.feewise.models.plans.PlanVerifier;
import org.feewise.models.plans.ProblemSketch;
import org.feewise.models.plans.advice.PlanSlack.DateSlack;
import org.feewise.models.plans.bench.DrawnProblem;
import org.junit.jupiter.api.Test;

class PlanSlackTest {

  @Test
  void aDayHasTheSlackThatPencilAndPaperSay() {
    // 1,000.00 due on day 10 at 0.05 % a day; 600.00 on day 2, 450.00 on day 8
    PlanProblem problem =
        ProblemSketch.plan()
            .date(2, "600.00")
            .date(8, "450.00")
            .split("B", "1000.00", 10, "0.0005")
            .free()
            .problem();
    List<Payment> payments = List.of(pay("B", 2, "600.00"), pay("B", 8, "400.00"));

    List<DateSlack> slack = new PlanSlack(problem, payments).dates();

    // the first 600.00 are spent at once; 50.00 are left over on day 8
    assertThat(slack).extracting(DateSlack::mayShrink).containsExactly(yuan("0"), yuan("50.00"));
    // paid up to the due date, after the other payment, nothing is added; then 600 x 0.0005
    assertThat(slack.get(0).freeDays()).isEqualTo(8);
    assertThat(slack.get(0).nextDayCosts()).contains(yuan("0.30"));
    // the second: two days until the due date, then 400 x 0.0005 a day out of 50.00 left over
    assertThat(slack.get(1).freeDays()).isEqualTo(2);
    assertThat(slack.get(1).nextDayCosts()).contains(yuan("0.20"));
    assertThat(slack.get(1).lastsDays()).isEqualTo(PlanSlack.MOST_DAYS);
    assertThat(slack.get(1).beyondHorizon()).isTrue();
  }

  @Test
  void aSlipBreaksAPlanWhereALaterPaymentLivesOnItsMoney() {
    PlanProblem problem =
        ProblemSketch.plan()
            .date(0, "500.00")
            .date(5, "100.00")
            .whole("A", "300.00", 40, "0.0005")
            .whole("B", "300.00", 40, "0.0005")
            .free()
            .problem();
    List<Payment> payments = List.of(pay("A", 0, "300.00"), pay("B", 5, "300.00"));

    DateSlack first = new PlanSlack(problem, payments).dates().getFirst();

    assertThat(first.lastsDays()).isEqualTo(5);
    assertThat(first.freeDays()).isEqualTo(5);
    assertThat(first.breaks()).map(BrokenRule::kind).contains(BrokenRule.Kind.CAPACITY);
    assertThat(first.nextDayCosts()).isEmpty();
  }

  @Test
  void aSlipBeyondTheDiscountCostsTheDiscount() {
    PlanProblem problem =
        ProblemSketch.plan()
            .date(1, "200.00")
            .discounted("D", "100.00", 30, "0.0005", "0.05", 4)
            .free()
            .problem();
    DateSlack only = new PlanSlack(problem, List.of(pay("D", 1, "95.00"))).dates().getFirst();

    assertThat(only.freeDays()).isEqualTo(3);
    assertThat(only.nextDayCosts()).contains(yuan("5.00"));
  }

  @Test
  void paymentsThatBreakARuleHaveNoSlack() {
    PlanProblem problem =
        ProblemSketch.plan().date(1, "1.00").whole("A", "300.00", 9, "0.0005").free().problem();
    assertThatThrownBy(() -> new PlanSlack(problem, List.of(pay("A", 1, "300.00"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CAPACITY");
  }

  @Test
  void agreesWithTryingEveryShortageAndEverySlip() {
    int dates = 0;
    for (int seed = 0; seed < 60; seed++) {
      PlanProblem problem = DrawnProblem.of(new Random(seed), 4, 4, 2, 0.8);
      PlanOutcome outcome = new PlanOptimizer().solve(problem, Duration.ofSeconds(2));
      for (DateSlack slack : new PlanSlack(problem, outcome.payments()).dates()) {
        String at = "seed " + seed + " " + slack;
        dates++;
        shortage(problem, outcome.payments(), slack, at);
        slips(problem, outcome, slack, at);
      }
    }
    assertThat(dates).isGreaterThan(100);
  }

  private static void shortage(
      PlanProblem problem, List<Payment> payments, DateSlack slack, String at) {
    assertThat(keepsWithout(problem, payments, slack.on(), slack.mayShrink())).as(at).isTrue();
    Money more = slack.mayShrink().plus(Money.ofFen(1));
    Money there =
        problem.payDates().stream()
            .filter(date -> date.on().equals(slack.on()))
            .findFirst()
            .orElseThrow()
            .capacity();
    if (more.compareTo(there) <= 0) {
      assertThat(keepsWithout(problem, payments, slack.on(), more)).as(at).isFalse();
    }
  }

  private static boolean keepsWithout(
      PlanProblem problem, List<Payment> payments, LocalDate day, Money missing) {
    List<PayDate> poorer =
        problem.payDates().stream()
            .map(
                date ->
                    date.on().equals(day) ? new PayDate(day, date.capacity().minus(missing)) : date)
            .toList();
    return new PlanVerifier(problem.withPayDates(poorer)).check(payments).keepsRules();
  }

  private static void slips(PlanProblem problem, PlanOutcome outcome, DateSlack slack, String at) {
    for (int days = 1; days <= Math.min(slack.lastsDays(), 40); days++) {
      PlanCheck check = slipped(problem, outcome, slack.on(), days);
      assertThat(check.keepsRules()).as("%s, %d days", at, days).isTrue();
      if (days <= slack.freeDays()) {
        assertThat(check.extraCost()).as(at).isLessThanOrEqualTo(outcome.extraCost());
      } else if (days == slack.freeDays() + 1) {
        assertThat(slack.nextDayCosts())
            .as(at)
            .contains(check.extraCost().minus(outcome.extraCost()));
      }
    }
    if (!slack.beyondHorizon()) {
      assertThat(slipped(problem, outcome, slack.on(), slack.lastsDays() + 1).keepsRules())
          .as(at)
          .isFalse();
    }
  }

  /** Pays day by day: what a bill's last day must bring is added up from the days before. */
  private static PlanCheck slipped(
      PlanProblem problem, PlanOutcome outcome, LocalDate from, int days) {
    TreeMap<LocalDate, Money> money = new TreeMap<>();
    problem
        .payDates()
        .forEach(date -> money.merge(later(date.on(), from, days), date.capacity(), Money::plus));
    List<PayDate> dates =
        money.entrySet().stream().map(day -> new PayDate(day.getKey(), day.getValue())).toList();
    List<Payment> payments = new ArrayList<>();
    for (BillCost cost : outcome.check().bills()) {
      payments.addAll(paidDayByDay(cost.bill(), outcome.payments(), from, days));
    }
    return new PlanVerifier(problem.withPayDates(dates)).check(payments);
  }

  private static List<Payment> paidDayByDay(
      PlanBill bill, List<Payment> plan, LocalDate from, int days) {
    TreeMap<LocalDate, TreeMap<PaymentMethod, Money>> byDay = new TreeMap<>();
    for (Payment payment : plan) {
      if (payment.billNo().equals(bill.billNo())) {
        byDay
            .computeIfAbsent(later(payment.on(), from, days), day -> new TreeMap<>())
            .merge(payment.method(), payment.amount(), Money::plus);
      }
    }
    List<Payment> paid = new ArrayList<>();
    TreeMap<LocalDate, Money> principal = new TreeMap<>();
    Money rest = bill.principal();
    for (LocalDate day : byDay.keySet()) {
      TreeMap<PaymentMethod, Money> amounts = byDay.get(day);
      Money today = amounts.values().stream().reduce(Money.ZERO, Money::plus);
      if (day.equals(byDay.lastKey())) {
        principal.put(day, rest);
        Money owed = rest.plus(bill.surchargeOn(principal)).minus(bill.discountWhenPaidBy(day));
        PaymentMethod largest =
            amounts.entrySet().stream().max(TreeMap.Entry.comparingByValue()).get().getKey();
        amounts.merge(largest, owed.minus(today), Money::plus);
      } else {
        principal.put(day, today);
        rest = rest.minus(today);
      }
      amounts.forEach((method, sum) -> paid.add(new Payment(bill.billNo(), day, method, sum)));
    }
    return paid;
  }

  private static LocalDate later(LocalDate day, LocalDate from, int days) {
    return day.equals(from) ? day.plusDays(days) : day;
  }

  private static Payment pay(String bill, int day, String amount) {
    return new Payment(bill, ProblemSketch.TODAY.plusDays(day), PaymentMethod.ALIPAY, yuan(amount));
  }

  private static Money yuan(String amount) {
    return Money.parse(amount);
  }
}
