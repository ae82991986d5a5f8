package org.feewise.models.plans.advice;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.feewise.models.money.Money;
import org.feewise.models.plans.BillCost;
import org.feewise.models.plans.PayDate;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanBill;
import org.feewise.models.plans.PlanCheck;
import org.feewise.models.plans.PlanOutcome;
import org.feewise.models.plans.PlanProblem;
import org.feewise.models.plans.PlanVerifier;

/**
 * Puts a plan in the order a person would: bills on time where money is there, and in whole
 * payments. It changes a plan only where cost, lateness, the last day and the number of payments
 * all stay as they are or fall.
 */
public final class PlanTidying {
  private final PlanProblem problem;
  private final PlanVerifier verifier;
  private final Predicate<List<Payment>> allowed;
  private final long end;
  private Standing best;

  /** A plan and what it is judged by. */
  private record Standing(
      List<Payment> payments,
      PlanCheck check,
      Money cost,
      long lateFenDays,
      LocalDate finish,
      int count) {

    boolean improves(Standing other) {
      boolean noWorse =
          cost.compareTo(other.cost) <= 0
              && lateFenDays <= other.lateFenDays
              && !finish.isAfter(other.finish)
              && count <= other.count;
      return noWorse
          && (cost.compareTo(other.cost) < 0
              || lateFenDays < other.lateFenDays
              || finish.isBefore(other.finish)
              || count < other.count);
    }
  }

  private PlanTidying(
      PlanProblem problem, PlanOutcome outcome, Predicate<List<Payment>> allowed, Duration budget) {
    this.problem = problem;
    this.verifier = new PlanVerifier(problem);
    this.allowed = allowed;
    this.end = System.nanoTime() + budget.toNanos();
    this.best = standing(outcome.payments(), outcome.check());
  }

  /**
   * The same plan or a tidier one.
   *
   * @param allowed what payments must keep beside the rules of the problem
   * @param budget after which the tidiest plan so far is answered
   */
  public static PlanOutcome tidy(
      PlanProblem problem, PlanOutcome outcome, Predicate<List<Payment>> allowed, Duration budget) {
    if (outcome.payments().isEmpty()) {
      return outcome;
    }
    PlanTidying tidying = new PlanTidying(problem, outcome, allowed, budget);
    while (tidying.improve()) {
      // each round starts from the tidiest plan so far
    }
    return tidying.outcome(outcome);
  }

  private PlanOutcome outcome(PlanOutcome before) {
    return switch (before) {
      case PlanOutcome.Feasible feasible ->
          new PlanOutcome.Feasible(
              best.payments, best.check, feasible.lowerBound().min(best.cost), feasible.optimal());
      case PlanOutcome.Infeasible infeasible ->
          new PlanOutcome.Infeasible(
              best.payments, best.check, infeasible.proven(), infeasible.mostSettled());
    };
  }

  private boolean improve() {
    for (BillCost cost : best.check.bills()) {
      if (cost.settled() && (together(cost) || sameMethod(cost) || earlier(cost))) {
        return true;
      }
    }
    return exchange();
  }

  /** All of a bill in one payment. */
  private boolean together(BillCost cost) {
    List<Payment> own = own(cost.bill());
    if (own.size() == 1 && cost.bill().lateDays(cost.lastDate()) == 0) {
      return false;
    }
    for (Payment payment : own) {
      for (PayDate date : problem.payDates()) {
        if (!date.on().isAfter(cost.lastDate())
            && tried(cost.bill(), List.of(on(payment, date.on())))) {
          return true;
        }
      }
    }
    return false;
  }

  /** What a day brings by two methods comes by one. */
  private boolean sameMethod(BillCost cost) {
    List<Payment> own = own(cost.bill());
    for (Payment payment : own) {
      for (Payment other : own) {
        if (other != payment && other.on().equals(payment.on())) {
          List<Payment> changed = new ArrayList<>(own);
          changed.set(
              own.indexOf(other),
              new Payment(other.billNo(), other.on(), payment.method(), other.amount()));
          if (tried(cost.bill(), changed)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** One payment of a bill on an earlier day, where it may fall together with another. */
  private boolean earlier(BillCost cost) {
    List<Payment> own = own(cost.bill());
    for (Payment payment : own) {
      for (PayDate date : problem.payDates()) {
        if (date.on().isBefore(payment.on())) {
          List<Payment> changed = new ArrayList<>(own);
          changed.set(own.indexOf(payment), on(payment, date.on()));
          if (tried(cost.bill(), changed)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** A late payment and an earlier one of another bill take each other's days. */
  private boolean exchange() {
    Map<String, PlanBill> bills = new HashMap<>();
    problem.bills().forEach(bill -> bills.put(bill.billNo(), bill));
    for (Payment late : best.payments) {
      PlanBill bill = bills.get(late.billNo());
      if (bill.lateDays(late.on()) == 0) {
        continue;
      }
      for (Payment early : best.payments) {
        if (early.on().isBefore(late.on())
            && !early.billNo().equals(late.billNo())
            && exchanged(bill, late, bills.get(early.billNo()), early)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean exchanged(PlanBill one, Payment late, PlanBill other, Payment early) {
    Optional<List<Payment>> first = Settlement.of(one, replaced(one, late, early.on()));
    Optional<List<Payment>> second = Settlement.of(other, replaced(other, early, late.on()));
    return first.isPresent()
        && second.isPresent()
        && offered(with(with(best.payments, one, first.get()), other, second.get()));
  }

  private List<Payment> replaced(PlanBill bill, Payment payment, LocalDate day) {
    List<Payment> own = new ArrayList<>(own(bill));
    own.set(own.indexOf(payment), on(payment, day));
    return own;
  }

  private boolean tried(PlanBill bill, List<Payment> own) {
    return Settlement.of(bill, own)
        .map(settled -> offered(with(best.payments, bill, settled)))
        .orElse(false);
  }

  private boolean offered(List<Payment> payments) {
    if (System.nanoTime() > end) {
      return false;
    }
    PlanCheck check = verifier.check(payments);
    boolean settles =
        check.keepsRules() && check.settledPrincipal().equals(best.check.settledPrincipal());
    if (!settles) {
      return false;
    }
    Standing standing = standing(payments, check);
    if (!standing.improves(best) || !allowed.test(payments)) {
      return false;
    }
    best = standing;
    return true;
  }

  private static Standing standing(List<Payment> payments, PlanCheck check) {
    Map<String, PlanBill> bills = new HashMap<>();
    check.bills().forEach(cost -> bills.put(cost.bill().billNo(), cost.bill()));
    long late =
        payments.stream()
            .mapToLong(
                payment ->
                    payment.amount().fen() * bills.get(payment.billNo()).lateDays(payment.on()))
            .sum();
    LocalDate finish = payments.stream().map(Payment::on).max(LocalDate::compareTo).orElseThrow();
    return new Standing(
        List.copyOf(payments), check, check.extraCost(), late, finish, payments.size());
  }

  private List<Payment> own(PlanBill bill) {
    return best.payments.stream()
        .filter(payment -> payment.billNo().equals(bill.billNo()))
        .toList();
  }

  private static List<Payment> with(List<Payment> all, PlanBill bill, List<Payment> own) {
    List<Payment> changed = new ArrayList<>(own);
    all.stream().filter(payment -> !payment.billNo().equals(bill.billNo())).forEach(changed::add);
    changed.sort(Payment.IN_ORDER);
    return changed;
  }

  private static Payment on(Payment payment, LocalDate day) {
    return new Payment(payment.billNo(), day, payment.method(), payment.amount());
  }
}
