package org.feewise.assistant.plans.wording;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.feewise.assistant.bills.Bill;
import org.feewise.assistant.plans.BillTerms;
import org.feewise.assistant.plans.PlanKind;
import org.feewise.assistant.plans.PlanView;
import org.feewise.assistant.plans.view.Condition;
import org.feewise.assistant.plans.view.PlanDay;
import org.feewise.models.money.Money;
import org.feewise.models.plans.BillCost;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanOutcome;
import org.feewise.models.plans.PlanProblem;
import org.feewise.models.plans.advice.MonthlyCeiling;
import org.feewise.models.words.Words;

/** Turns what the optimiser found into lines with reasons and laws, in one language. */
public final class PlanWording {
  private final PlanProblem problem;
  private final Words words;
  private final LineWording lines;
  private final BillWording billLines;
  private final ComparisonWording comparisons;
  private final SlackWording slack;

  public PlanWording(PlanProblem problem, List<Bill> bills, BillTerms terms, Words words) {
    this.problem = problem;
    this.words = words;
    Map<String, Bill> byNo = bills.stream().collect(toMap(Bill::billNo, Function.identity()));
    this.lines = new LineWording(problem, byNo, terms, words);
    this.billLines = new BillWording(byNo, terms, words);
    this.comparisons = new ComparisonWording(problem, words);
    this.slack = new SlackWording(problem, words);
  }

  public PlanView view(PlanOutcome outcome, List<PlanKind> kinds, long solveMs) {
    List<Payment> payments = outcome.payments().stream().sorted(Payment.IN_ORDER).toList();
    List<PlanView.BillLine> bills = outcome.check().bills().stream().map(billLines::line).toList();
    return new PlanView(
        UUID.randomUUID().toString(),
        kinds,
        bills.stream().anyMatch(PlanWording::isProposal),
        problem.asOf(),
        outcome instanceof PlanOutcome.Feasible,
        outcome instanceof PlanOutcome.Feasible feasible && feasible.optimal(),
        outcome.extraCost(),
        lowerBound(outcome),
        payments.stream().map(lines::withFee).reduce(Money.ZERO, Money::plus),
        heaviestMonth(payments),
        payments.isEmpty() ? null : payments.getLast().on(),
        lines.of(payments, outcome.check()),
        bills,
        notes(outcome, bills),
        comparisons.of(outcome),
        slack.of(payments),
        problem.payDates().stream().map(day -> new PlanDay(day.on(), day.capacity())).toList(),
        solveMs,
        null);
  }

  private static boolean isProposal(PlanView.BillLine bill) {
    return bill.conditions().stream()
        .anyMatch(condition -> condition.kind() == Condition.Kind.INSTALMENTS_NEED_APPROVAL);
  }

  private static Money lowerBound(PlanOutcome outcome) {
    return switch (outcome) {
      case PlanOutcome.Feasible feasible -> feasible.lowerBound();
      case PlanOutcome.Infeasible infeasible -> infeasible.extraCost();
    };
  }

  private Money heaviestMonth(List<Payment> payments) {
    return MonthlyCeiling.months(problem, payments).values().stream()
        .max(Money::compareTo)
        .orElse(Money.ZERO);
  }

  private List<String> notes(PlanOutcome outcome, List<PlanView.BillLine> bills) {
    List<String> notes = new ArrayList<>();
    for (PlanView.BillLine bill : bills) {
      bill.conditions().stream()
          .filter(condition -> condition.kind() != Condition.Kind.NOT_IN_PARTS)
          .forEach(condition -> notes.add(condition.says()));
    }
    if (!outcome.check().open().isEmpty()) {
      Money missing =
          outcome.check().open().stream().map(BillCost::missing).reduce(Money.ZERO, Money::plus);
      notes.add(words.say("note.missing", missing.toString()));
    }
    return notes;
  }
}
