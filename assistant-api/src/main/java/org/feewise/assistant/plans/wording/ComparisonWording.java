package org.feewise.assistant.plans.wording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.feewise.assistant.plans.view.Comparison;
import org.feewise.models.money.Money;
import org.feewise.models.plans.BillCost;
import org.feewise.models.plans.MethodTerms;
import org.feewise.models.plans.PayDate;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanBill;
import org.feewise.models.plans.PlanOutcome;
import org.feewise.models.plans.PlanProblem;
import org.feewise.models.words.Words;

/** Sets a plan beside paying all its bills today and beside waiting until its last day. */
final class ComparisonWording {
  private final PlanProblem problem;
  private final Words words;

  ComparisonWording(PlanProblem problem, Words words) {
    this.problem = problem;
    this.words = words;
  }

  /** Over the bills that the plan settles, so that like is compared with like. */
  List<Comparison> of(PlanOutcome outcome) {
    List<PlanBill> settled =
        outcome.check().bills().stream().filter(BillCost::settled).map(BillCost::bill).toList();
    if (settled.isEmpty()) {
      return List.of();
    }
    LocalDate today = problem.asOf();
    LocalDate last = waitedFor(outcome.payments());
    List<Comparison> comparisons = new ArrayList<>();
    comparisons.add(with(Comparison.With.PAY_ALL_NOW, today, settled, outcome.extraCost()));
    if (last.isAfter(today)) {
      comparisons.add(
          with(Comparison.With.WAIT_UNTIL_LAST_DATE, last, settled, outcome.extraCost()));
    }
    return comparisons;
  }

  /** The plan's last day; where it pays on one day only, the last day on which one could pay. */
  private LocalDate waitedFor(List<Payment> payments) {
    List<LocalDate> days = payments.stream().map(Payment::on).distinct().sorted().toList();
    return days.size() > 1 ? days.getLast() : problem.payDates().getLast().on();
  }

  private Comparison with(
      Comparison.With with, LocalDate day, List<PlanBill> bills, Money planCosts) {
    Money extra = Money.ZERO;
    Money needs = Money.ZERO;
    for (PlanBill bill : bills) {
      Money changed =
          bill.surchargeOn(Map.of(day, bill.principal())).minus(bill.discountWhenPaidBy(day));
      Money fee = leastFee(bill.principal().plus(changed));
      extra = extra.plus(changed).plus(fee);
      needs = needs.plus(bill.principal()).plus(changed).plus(fee);
    }
    Money difference = extra.minus(planCosts);
    boolean possible = needs.compareTo(moneyBy(day)) <= 0;
    return new Comparison(
        with,
        day,
        extra,
        difference,
        needs,
        possible,
        says(with, day, difference, needs, possible));
  }

  /** Of one payment, by a method that carries it where there is one. */
  private Money leastFee(Money amount) {
    boolean carried = problem.methods().stream().anyMatch(terms -> terms.carries(amount));
    return problem.methods().stream()
        .filter(terms -> !carried || terms.carries(amount))
        .map((MethodTerms terms) -> terms.fee(amount))
        .min(Money::compareTo)
        .orElse(Money.ZERO);
  }

  private Money moneyBy(LocalDate day) {
    return problem.payDates().stream()
        .filter(date -> !date.on().isAfter(day))
        .map(PayDate::capacity)
        .reduce(Money.ZERO, Money::plus);
  }

  private String says(
      Comparison.With with, LocalDate day, Money difference, Money needs, boolean possible) {
    String outcome = difference.isZero() ? "same" : difference.isPositive() ? "dearer" : "cheaper";
    Money shown = difference.isNegative() ? difference.negated() : difference;
    String sentence =
        words.say(
            "compare." + with + "." + outcome, day.toString(), shown.toString(), needs.toString());
    return possible ? sentence : sentence + words.say("compare.impossible", needs.toString());
  }
}
