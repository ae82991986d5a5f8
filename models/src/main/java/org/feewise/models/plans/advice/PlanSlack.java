package org.feewise.models.plans.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.feewise.models.money.Money;
import org.feewise.models.plans.BillCost;
import org.feewise.models.plans.BrokenRule;
import org.feewise.models.plans.PayDate;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanBill;
import org.feewise.models.plans.PlanCheck;
import org.feewise.models.plans.PlanProblem;
import org.feewise.models.plans.PlanVerifier;

/** How far life may depart from a plan, day by day, before it costs more or breaks. */
public final class PlanSlack {
  /** A day that may slip so far is not looked at further. */
  public static final int MOST_DAYS = 60;

  private static final int LEAST_DAYS = 7;
  private static final int MOST_CHECKS = 1_500;

  private final PlanProblem problem;
  private final List<Payment> payments;
  private final Money cost;
  private final Set<String> settled;
  private final int horizon;

  public PlanSlack(PlanProblem problem, List<Payment> payments) {
    this.problem = problem;
    this.payments = List.copyOf(payments);
    PlanCheck check = new PlanVerifier(problem).check(payments);
    if (!check.keepsRules()) {
      throw new IllegalArgumentException("payments break a rule: " + check.broken());
    }
    this.cost = check.extraCost();
    this.settled = settled(check);
    int work = Math.max(1, problem.payDates().size() * (1 + payments.size() / 20));
    this.horizon = Math.clamp(MOST_CHECKS / work, LEAST_DAYS, MOST_DAYS);
  }

  /**
   * The slack of one pay date.
   *
   * @param mayShrink money that may be missing on the day with every payment kept
   * @param freeDays days that its money and payments may come later at no further cost
   * @param lastsDays days they may come later with everything still paid
   * @param beyondHorizon whether the days looked at ended before anything broke
   * @param nextDayCosts what the first day beyond the free ones adds; empty when it breaks the plan
   *     or is not looked at
   * @param breaks the rule that the first day beyond the lasting ones breaks; empty within the
   *     horizon
   */
  public record DateSlack(
      LocalDate on,
      Money mayShrink,
      int freeDays,
      int lastsDays,
      boolean beyondHorizon,
      Optional<Money> nextDayCosts,
      Optional<BrokenRule> breaks) {}

  /** What comes of a plan when one day slips. */
  private record Slipped(Money cost, Optional<BrokenRule> broken) {}

  /** One line for each pay date up to the last payment. */
  public List<DateSlack> dates() {
    if (payments.isEmpty()) {
      return List.of();
    }
    LocalDate last = payments.stream().map(Payment::on).max(LocalDate::compareTo).orElseThrow();
    return problem.payDates().stream()
        .filter(date -> !date.on().isAfter(last))
        .map(date -> slack(date, last))
        .toList();
  }

  /** The bills that the plan settles and a slip of a day touches. */
  private Set<String> settledPaidOn(LocalDate day) {
    return payments.stream()
        .filter(payment -> payment.on().equals(day))
        .map(Payment::billNo)
        .filter(settled::contains)
        .collect(Collectors.toSet());
  }

  private DateSlack slack(PayDate date, LocalDate last) {
    Set<String> touched = settledPaidOn(date.on());
    int free = 0;
    int lasts = 0;
    boolean stillFree = true;
    Optional<Money> next = Optional.empty();
    for (int days = 1; days <= horizon; days++) {
      Slipped slipped = slip(date, days, touched);
      if (slipped.broken().isPresent()) {
        return new DateSlack(
            date.on(), mayShrink(date, last), free, lasts, false, next, slipped.broken());
      }
      lasts = days;
      if (stillFree && slipped.cost().compareTo(cost) > 0) {
        stillFree = false;
        next = Optional.of(slipped.cost().minus(cost));
      }
      free = stillFree ? days : free;
    }
    return new DateSlack(
        date.on(), mayShrink(date, last), free, lasts, true, next, Optional.empty());
  }

  /** The least that is left over on the day itself or on a later one, while payments are due. */
  private Money mayShrink(PayDate from, LocalDate last) {
    Money left = Money.ZERO;
    Money least = from.capacity();
    for (PayDate date : problem.payDates()) {
      left = left.plus(date.capacity()).minus(spentOn(date.on()));
      if (!date.on().isBefore(from.on()) && !date.on().isAfter(last)) {
        least = least.min(left);
      }
    }
    return least;
  }

  private Money spentOn(LocalDate day) {
    return payments.stream()
        .filter(payment -> payment.on().equals(day))
        .map(
            payment -> payment.amount().plus(problem.terms(payment.method()).fee(payment.amount())))
        .reduce(Money.ZERO, Money::plus);
  }

  private Slipped slip(PayDate date, int days, Set<String> touched) {
    LocalDate to = date.on().plusDays(days);
    Moved moved = Moved.of(problem, payments, date.on(), to);
    Optional<List<Payment>> resettled = moved.resettled(touched);
    if (resettled.isEmpty()) {
      return new Slipped(
          cost, Optional.of(new BrokenRule(BrokenRule.Kind.OVERPAID, to.toString(), "")));
    }
    PlanCheck check = new PlanVerifier(moved.problem()).check(resettled.get());
    Optional<BrokenRule> broken = check.broken().stream().findFirst();
    return new Slipped(check.keepsRules() ? check.extraCost() : cost, broken);
  }

  private static Set<String> settled(PlanCheck check) {
    return check.bills().stream()
        .filter(BillCost::settled)
        .map(cost -> cost.bill().billNo())
        .collect(Collectors.toSet());
  }

  /**
   * A problem and a plan of which one pay date, its money and its payments, lies on another day.
   */
  public record Moved(PlanProblem problem, List<Payment> payments) {

    /** What comes on one day comes on another; days that fall together are one. */
    public static Moved of(
        PlanProblem problem, List<Payment> payments, LocalDate from, LocalDate to) {
      TreeMap<LocalDate, Money> dates = new TreeMap<>();
      for (PayDate date : problem.payDates()) {
        dates.merge(date.on().equals(from) ? to : date.on(), date.capacity(), Money::plus);
      }
      List<PayDate> payDates =
          dates.entrySet().stream()
              .map(date -> new PayDate(date.getKey(), date.getValue()))
              .toList();
      return new Moved(
          problem.withPayDates(payDates),
          payments.stream()
              .map(
                  payment ->
                      payment.on().equals(from)
                          ? new Payment(payment.billNo(), to, payment.method(), payment.amount())
                          : payment)
              .toList());
    }

    /**
     * The payments with the last ones of some bills worked out again.
     *
     * @param billNos bills that are to be settled
     * @return empty when a bill would be paid twice
     */
    public Optional<List<Payment>> resettled(Set<String> billNos) {
      Map<String, List<Payment>> byBill =
          payments.stream().collect(Collectors.groupingBy(Payment::billNo));
      List<Payment> all = new ArrayList<>();
      for (PlanBill bill : problem.bills()) {
        List<Payment> own = byBill.getOrDefault(bill.billNo(), List.of());
        if (billNos.contains(bill.billNo())) {
          Optional<List<Payment>> resettled = Settlement.of(bill, own);
          if (resettled.isEmpty()) {
            return Optional.empty();
          }
          all.addAll(resettled.get());
        } else {
          all.addAll(own);
        }
      }
      return Optional.of(all.stream().sorted(Payment.IN_ORDER).toList());
    }
  }
}
