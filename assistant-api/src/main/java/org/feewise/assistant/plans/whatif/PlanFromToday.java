package org.feewise.assistant.plans.whatif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.feewise.assistant.plans.KeptPlan;
import org.feewise.assistant.plans.PlanView;
import org.feewise.assistant.plans.accepted.PlanProgress;
import org.feewise.assistant.plans.accepted.PlanStep;
import org.feewise.assistant.plans.accepted.PlanStep.State;
import org.feewise.assistant.plans.view.PlanDay;
import org.feewise.models.money.Money;
import org.feewise.models.plans.PayDate;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanBill;
import org.feewise.models.plans.PlanProblem;
import org.feewise.models.plans.advice.Settlement;

/**
 * What is still ahead of a plan: payments that were missed fall on today, and money of days gone by
 * that was not spent is there today.
 */
final class PlanFromToday {
  private final KeptPlan kept;
  private final PlanProgress progress;
  private final LocalDate today;

  PlanFromToday(KeptPlan kept, PlanProgress progress, LocalDate today) {
    this.kept = kept;
    this.progress = progress;
    this.today = today;
  }

  /** The problem with the pay dates that the plan was made for, as far as they are still ahead. */
  PlanProblem problem(PlanProblem asked) {
    List<PlanDay> days = kept.plan().payDates();
    if (days.isEmpty()) {
      return asked;
    }
    TreeMap<LocalDate, Money> ahead = new TreeMap<>();
    for (PlanDay day : days) {
      ahead.merge(day.on().isBefore(today) ? today : day.on(), day.capacity(), Money::plus);
    }
    if (ahead.containsKey(today)) {
      ahead.computeIfPresent(today, (day, money) -> money.minus(spentBefore()).max(Money.ZERO));
    }
    return withDates(asked, ahead);
  }

  private Money spentBefore() {
    return progress.in(State.DONE).stream()
        .filter(step -> step.on().isBefore(today))
        .map(PlanStep::amount)
        .reduce(Money.ZERO, Money::plus);
  }

  /** The payments still to be made, settling what is open today. */
  List<Payment> payments(PlanProblem problem) {
    Map<String, List<Payment>> open =
        progress.steps().stream()
            .filter(step -> step.state() != State.DONE)
            .map(this::payment)
            .collect(Collectors.groupingBy(Payment::billNo));
    List<Payment> payments = new ArrayList<>();
    for (PlanBill bill : problem.bills()) {
      List<Payment> own = open.getOrDefault(bill.billNo(), List.of());
      if (!own.isEmpty()) {
        payments.addAll(Settlement.of(bill, own).orElseGet(() -> lastAlone(bill, own)));
      }
    }
    return payments.stream().sorted(Payment.IN_ORDER).toList();
  }

  private Payment payment(PlanStep step) {
    LocalDate on = step.on().isBefore(today) ? today : step.on();
    return new Payment(step.billNo(), on, step.method(), step.amount());
  }

  /** So much was paid ahead of the plan that its last payment is all that is left. */
  private static List<Payment> lastAlone(PlanBill bill, List<Payment> own) {
    Payment last = own.stream().max(Payment.IN_ORDER).orElseThrow();
    return Settlement.of(bill, List.of(last)).orElse(List.of());
  }

  /** The same problem where payments of today, which may be no pay date, are known. */
  static PlanProblem knowing(PlanProblem problem, List<Payment> payments) {
    TreeMap<LocalDate, Money> days = new TreeMap<>();
    problem.payDates().forEach(day -> days.put(day.on(), day.capacity()));
    Set<LocalDate> paid = new HashSet<>();
    payments.forEach(payment -> paid.add(payment.on()));
    paid.stream()
        .filter(day -> !day.isBefore(problem.asOf()))
        .forEach(day -> days.putIfAbsent(day, Money.ZERO));
    return withDates(problem, days);
  }

  private static PlanProblem withDates(PlanProblem problem, TreeMap<LocalDate, Money> days) {
    List<PayDate> dates =
        days.entrySet().stream().map(day -> new PayDate(day.getKey(), day.getValue())).toList();
    return problem.withPayDates(dates);
  }

  Set<String> billNos() {
    return kept.plan().bills().stream().map(PlanView.BillLine::billNo).collect(Collectors.toSet());
  }
}
