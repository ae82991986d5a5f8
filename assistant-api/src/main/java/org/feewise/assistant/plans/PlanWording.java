package org.feewise.assistant.plans;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.feewise.assistant.bills.Bill;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.plans.BillCost;
import org.feewise.models.plans.MethodTerms;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanOutcome;
import org.feewise.models.words.Words;

/** Turns what the optimiser found into lines with reasons and laws, in one language. */
final class PlanWording {
  private final Map<String, Bill> bills;
  private final BillTerms terms;
  private final Map<PaymentMethod, MethodTerms> methods;
  private final LocalDate asOf;
  private final Words words;

  PlanWording(
      List<Bill> bills, BillTerms terms, List<MethodTerms> methods, LocalDate asOf, Words words) {
    this.bills = bills.stream().collect(toMap(Bill::billNo, Function.identity()));
    this.terms = terms;
    this.methods = methods.stream().collect(toMap(MethodTerms::method, Function.identity()));
    this.asOf = asOf;
    this.words = words;
  }

  PlanView view(PlanOutcome outcome, List<PlanKind> kinds, long solveMs) {
    List<Payment> payments = outcome.payments().stream().sorted(Payment.IN_ORDER).toList();
    Map<String, BillCost> costs =
        outcome.check().bills().stream()
            .collect(toMap(cost -> cost.bill().billNo(), Function.identity()));
    return new PlanView(
        UUID.randomUUID().toString(),
        kinds,
        asOf,
        outcome instanceof PlanOutcome.Feasible,
        outcome instanceof PlanOutcome.Feasible feasible && feasible.optimal(),
        outcome.extraCost(),
        lowerBound(outcome),
        total(payments),
        heaviestMonth(payments),
        payments.isEmpty() ? null : payments.getLast().on(),
        payments.stream().map(payment -> line(payment, costs.get(payment.billNo()))).toList(),
        outcome.check().bills().stream().map(this::billLine).toList(),
        notes(outcome),
        solveMs,
        null);
  }

  private static Money lowerBound(PlanOutcome outcome) {
    return switch (outcome) {
      case PlanOutcome.Feasible feasible -> feasible.lowerBound();
      case PlanOutcome.Infeasible infeasible -> infeasible.extraCost();
    };
  }

  private Money withFee(Payment payment) {
    return payment.amount().plus(fee(payment));
  }

  private Money fee(Payment payment) {
    return methods.get(payment.method()).fee(payment.amount());
  }

  private Money total(List<Payment> payments) {
    return payments.stream().map(this::withFee).reduce(Money.ZERO, Money::plus);
  }

  private Money heaviestMonth(List<Payment> payments) {
    Map<YearMonth, Money> months = new HashMap<>();
    payments.forEach(
        payment -> months.merge(YearMonth.from(payment.on()), withFee(payment), Money::plus));
    return months.values().stream().max(Money::compareTo).orElse(Money.ZERO);
  }

  private PlanView.Line line(Payment payment, BillCost cost) {
    return new PlanView.Line(
        payment.billNo(),
        bills.get(payment.billNo()).title(),
        payment.on(),
        payment.method(),
        payment.amount(),
        fee(payment),
        reason(payment, cost));
  }

  private String reason(Payment payment, BillCost cost) {
    boolean last = cost.settled() && payment.on().equals(cost.lastDate());
    long late = cost.bill().lateDays(payment.on());
    String due = cost.bill().dueOn().toString();
    List<String> parts = new ArrayList<>();
    parts.add(
        late == 0
            ? words.say("line.in-time", due)
            : words.say("line.late", Long.toString(late), due));
    if (last && cost.surcharge().isPositive()) {
      parts.add(words.say("line.surcharge", cost.surcharge().toString()));
    }
    if (last && cost.discount().isPositive()) {
      parts.add(words.say("line.discount", cost.discount().toString()));
    }
    if (cost.payments() > 1) {
      parts.add(words.say(last ? "line.rest" : "line.part"));
    }
    Money fee = fee(payment);
    parts.add(fee.isZero() ? words.say("line.no-fee") : words.say("line.fee", fee.toString()));
    return String.join(words.say("separator"), parts);
  }

  private PlanView.BillLine billLine(BillCost cost) {
    Bill bill = bills.get(cost.bill().billNo());
    return new PlanView.BillLine(
        bill.billNo(),
        bill.feeType(),
        bill.title(),
        cost.bill().dueOn(),
        cost.bill().principal(),
        cost.surcharge(),
        cost.discount(),
        cost.fees(),
        cost.missing(),
        billReason(cost),
        terms.surchargeLaw(bill, words.locale()).orElse(null));
  }

  private String billReason(BillCost cost) {
    if (!cost.settled()) {
      return words.say("bill.missing", cost.missing().toString());
    }
    return cost.bill()
        .surcharge()
        .map(
            late ->
                cost.surcharge().isZero()
                    ? words.say("bill.in-time", percent(late.dailyRate()))
                    : words.say(
                        "bill.late", percent(late.dailyRate()), cost.surcharge().toString()))
        .orElseGet(() -> words.say("bill.free"));
  }

  private List<String> notes(PlanOutcome outcome) {
    List<String> notes = new ArrayList<>();
    outcome.check().bills().stream()
        .filter(cost -> cost.payments() > 1)
        .map(cost -> bills.get(cost.bill().billNo()))
        .filter(terms::needsApproval)
        .forEach(
            bill ->
                notes.add(
                    words.say(
                        "note.approval",
                        bill.title(),
                        terms.approvalLaw(bill, words.locale()).orElse(""))));
    outcome.check().bills().stream()
        .filter(PlanWording::isLateWithoutSurcharge)
        .forEach(cost -> notes.add(lateAllTheSame(cost)));
    if (!outcome.check().open().isEmpty()) {
      Money missing =
          outcome.check().open().stream().map(BillCost::missing).reduce(Money.ZERO, Money::plus);
      notes.add(words.say("note.missing", missing.toString()));
    }
    return notes;
  }

  private static boolean isLateWithoutSurcharge(BillCost cost) {
    return cost.settled()
        && cost.bill().surcharge().isEmpty()
        && cost.bill().lateDays(cost.lastDate()) > 0;
  }

  /** Nothing is added, yet being late may cost cover or a place. */
  private String lateAllTheSame(BillCost cost) {
    return words.say(
        "note.late-free",
        bills.get(cost.bill().billNo()).title(),
        cost.lastDate().toString(),
        cost.bill().dueOn().toString());
  }

  private static String percent(BigDecimal rate) {
    return rate.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }
}
