package org.feewise.models.plans.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.feewise.models.money.Money;
import org.feewise.models.plans.BillCost;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanBill;
import org.feewise.models.plans.PlanCheck;
import org.feewise.models.plans.PlanProblem;

/**
 * Plans in which a part of a bill that is too small to bother with comes with another part of it;
 * none is checked yet.
 */
final class Trifles {
  /** A part below this is a trifle, and so is one below a hundredth of its bill. */
  static final Money SMALL = Money.ofYuan(5);

  private static final int HUNDREDTH = 100;

  private final Map<String, PlanBill> bills;
  private final BillPayments plan;
  private final PlanCheck check;

  Trifles(PlanProblem problem, List<Payment> payments, PlanCheck check) {
    this.bills = BillPayments.bills(problem);
    this.plan = new BillPayments(payments);
    this.check = check;
  }

  static boolean isTrifle(Payment payment, PlanBill bill) {
    Money hundredth = Money.ofFen(bill.principal().fen() / HUNDREDTH);
    return payment.amount().compareTo(SMALL.max(hundredth)) < 0;
  }

  /** The smallest part first, each by itself and with the help of another bill. */
  Stream<List<Payment>> merged() {
    List<Payment> trifles =
        check.bills().stream()
            .filter(cost -> cost.settled() && cost.payments() > 1)
            .map(BillCost::bill)
            .flatMap(bill -> plan.of(bill).stream().filter(part -> isTrifle(part, bill)))
            .sorted(Comparator.comparing(Payment::amount))
            .toList();
    return trifles.stream().flatMap(this::merged);
  }

  private Stream<List<Payment>> merged(Payment trifle) {
    PlanBill bill = bills.get(trifle.billNo());
    return plan.of(bill).stream()
        .filter(part -> !part.equals(trifle))
        .flatMap(
            part ->
                Settlement.of(bill, together(bill, trifle, part)).stream()
                    .flatMap(
                        own ->
                            Stream.concat(
                                plan.with(Map.of(bill, own)).stream(),
                                helped(bill, own, trifle.on(), part.on()))));
  }

  private List<Payment> together(PlanBill bill, Payment trifle, Payment part) {
    List<Payment> own = plan.replaced(bill, part, more(part, trifle.amount()));
    own.remove(trifle);
    return own;
  }

  /**
   * Another bill that is paid on both days makes room on the one and has its own on the other.
   *
   * @param own the bill's payments with the trifle merged from a day to a day
   */
  private Stream<List<Payment>> helped(
      PlanBill bill, List<Payment> own, LocalDate from, LocalDate to) {
    Money room = on(to, own).minus(on(to, plan.of(bill)));
    return from.equals(to) || !room.isPositive()
        ? Stream.empty()
        : check.bills().stream()
            .map(BillCost::bill)
            .filter(other -> !other.equals(bill))
            .flatMap(other -> shifted(other, room, to, from))
            .flatMap(others -> both(bill, own, others).stream());
  }

  private Optional<List<Payment>> both(PlanBill bill, List<Payment> own, List<Payment> others) {
    return plan.with(Map.of(bill, own, bills.get(others.getFirst().billNo()), others));
  }

  /** The payments of a bill with an amount less on one day and more on another. */
  private Stream<List<Payment>> shifted(PlanBill bill, Money amount, LocalDate from, LocalDate to) {
    List<Payment> own = plan.of(bill);
    return own.stream()
        .filter(gives -> gives.on().equals(from) && gives.amount().compareTo(amount) > 0)
        .flatMap(
            gives ->
                own.stream()
                    .filter(takes -> takes.on().equals(to))
                    .map(takes -> shifted(own, gives, takes, amount)));
  }

  private static List<Payment> shifted(
      List<Payment> own, Payment gives, Payment takes, Money amount) {
    List<Payment> shifted = new ArrayList<>(own);
    shifted.set(own.indexOf(gives), more(gives, Money.ZERO.minus(amount)));
    shifted.set(own.indexOf(takes), more(takes, amount));
    return shifted;
  }

  private static Money on(LocalDate day, List<Payment> payments) {
    return payments.stream()
        .filter(payment -> payment.on().equals(day))
        .map(Payment::amount)
        .reduce(Money.ZERO, Money::plus);
  }

  private static Payment more(Payment payment, Money amount) {
    return new Payment(
        payment.billNo(), payment.on(), payment.method(), payment.amount().plus(amount));
  }
}
