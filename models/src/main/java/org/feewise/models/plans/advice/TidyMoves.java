package org.feewise.models.plans.advice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.feewise.models.plans.BillCost;
import org.feewise.models.plans.PayDate;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanBill;
import org.feewise.models.plans.PlanCheck;
import org.feewise.models.plans.PlanProblem;

/** Plans one step away that may be tidier; none is checked yet. */
final class TidyMoves {
  private final PlanProblem problem;
  private final Map<String, PlanBill> bills;
  private final BillPayments plan;
  private final PlanCheck check;

  TidyMoves(PlanProblem problem, List<Payment> payments, PlanCheck check) {
    this.problem = problem;
    this.bills = BillPayments.bills(problem);
    this.plan = new BillPayments(payments);
    this.check = check;
  }

  Stream<List<Payment>> all() {
    Stream<List<Payment>> ofOneBill =
        check.bills().stream()
            .filter(BillCost::settled)
            .flatMap(
                cost -> Stream.of(together(cost), sameMethod(cost), earlier(cost)).flatMap(m -> m));
    return Stream.concat(ofOneBill, exchanges());
  }

  /** All of a bill in one payment. */
  private Stream<List<Payment>> together(BillCost cost) {
    List<Payment> own = plan.of(cost.bill());
    if (own.size() == 1 && cost.bill().lateDays(cost.lastDate()) == 0) {
      return Stream.empty();
    }
    return own.stream()
        .flatMap(
            payment ->
                problem.payDates().stream()
                    .map(PayDate::on)
                    .filter(day -> !day.isAfter(cost.lastDate()))
                    .flatMap(day -> settled(cost, List.of(BillPayments.on(payment, day)))));
  }

  /** What a day brings by two methods comes by one. */
  private Stream<List<Payment>> sameMethod(BillCost cost) {
    List<Payment> own = plan.of(cost.bill());
    return own.stream()
        .flatMap(
            payment ->
                own.stream()
                    .filter(other -> other != payment && other.on().equals(payment.on()))
                    .flatMap(other -> settled(cost, byMethodOf(cost.bill(), payment, other))));
  }

  private List<Payment> byMethodOf(PlanBill bill, Payment payment, Payment other) {
    return plan.replaced(
        bill, other, new Payment(other.billNo(), other.on(), payment.method(), other.amount()));
  }

  /** One payment of a bill on an earlier day, where it may fall together with another. */
  private Stream<List<Payment>> earlier(BillCost cost) {
    return plan.of(cost.bill()).stream()
        .flatMap(
            payment ->
                problem.payDates().stream()
                    .map(PayDate::on)
                    .filter(day -> day.isBefore(payment.on()))
                    .map(day -> BillPayments.on(payment, day))
                    .flatMap(moved -> settled(cost, plan.replaced(cost.bill(), payment, moved))));
  }

  private Stream<List<Payment>> settled(BillCost cost, List<Payment> own) {
    return plan.with(Map.of(cost.bill(), own)).stream();
  }

  /** A late payment and an earlier one of another bill take each other's days. */
  private Stream<List<Payment>> exchanges() {
    return plan.all().stream()
        .filter(late -> bills.get(late.billNo()).lateDays(late.on()) > 0)
        .flatMap(
            late ->
                plan.all().stream()
                    .filter(early -> early.on().isBefore(late.on()))
                    .filter(early -> !early.billNo().equals(late.billNo()))
                    .flatMap(early -> exchanged(late, early).stream()));
  }

  private Optional<List<Payment>> exchanged(Payment late, Payment early) {
    PlanBill one = bills.get(late.billNo());
    PlanBill other = bills.get(early.billNo());
    return plan.with(
        Map.of(
            one, plan.replaced(one, late, BillPayments.on(late, early.on())),
            other, plan.replaced(other, early, BillPayments.on(early, late.on()))));
  }
}
