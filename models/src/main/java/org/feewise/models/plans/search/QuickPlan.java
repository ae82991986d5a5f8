package org.feewise.models.plans.search;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.feewise.models.money.Money;
import org.feewise.models.plans.MethodTerms;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanBill;
import org.feewise.models.plans.PlanProblem;

/**
 * A plan in a moment: bills one after the other, each in the cheapest way that the money still
 * there allows. It is a start for the search, no more.
 */
final class QuickPlan {
  private final PlanProblem problem;
  private final List<LocalDate> dates;

  /** Fen that may still be spent up to and including each date. */
  private final long[] room;

  /** Fen that may still be spent in the month of each date. */
  private final Map<YearMonth, Long> roomOfMonth = new HashMap<>();

  private final Map<String, Long> spentOfDay = new HashMap<>();
  private final List<Payment> payments = new ArrayList<>();

  private QuickPlan(PlanProblem problem) {
    this.problem = problem;
    this.dates = problem.payDates().stream().map(date -> date.on()).toList();
    this.room = new long[dates.size()];
    long sum = 0;
    for (int d = 0; d < room.length; d++) {
      sum += problem.payDates().get(d).capacity().fen();
      room[d] = sum;
      YearMonth month = YearMonth.from(dates.get(d));
      problem.mostAMonth().ifPresent(most -> roomOfMonth.put(month, most.fen()));
    }
  }

  /** Plans that serve the bills in different orders. */
  static List<List<Payment>> of(PlanProblem problem) {
    Comparator<PlanBill> dearestFirst = Comparator.comparing(QuickPlan::costOfADay);
    Comparator<PlanBill> soonestFirst = Comparator.comparing(PlanBill::dueOn);
    Comparator<PlanBill> wholeFirst = Comparator.comparing(PlanBill::partial);
    Comparator<PlanBill> largestFirst = Comparator.comparing(PlanBill::principal).reversed();
    return List.of(
        new QuickPlan(problem).inOrder(dearestFirst.reversed()),
        new QuickPlan(problem).inOrder(soonestFirst),
        new QuickPlan(problem).inOrder(wholeFirst.thenComparing(soonestFirst)),
        new QuickPlan(problem).inOrder(wholeFirst.thenComparing(largestFirst)));
  }

  private static BigDecimal costOfADay(PlanBill bill) {
    return bill.surcharge()
        .map(late -> bill.principal().times(late.dailyRate()))
        .orElse(BigDecimal.ZERO);
  }

  private List<Payment> inOrder(Comparator<PlanBill> order) {
    problem.bills().stream()
        .sorted(order.thenComparing(PlanBill::billNo))
        .forEach(
            bill -> {
              if (!payAtOnce(bill) && bill.partial()) {
                payInParts(bill);
              }
            });
    return payments.stream().sorted(Payment.IN_ORDER).toList();
  }

  private boolean payAtOnce(PlanBill bill) {
    Payment best = null;
    long least = Long.MAX_VALUE;
    for (int d = 0; d < dates.size(); d++) {
      long due = dueOnLast(bill, new TreeMap<>(), d);
      for (MethodTerms method : problem.methods()) {
        long cost = due + method.fee(Money.ofFen(Math.max(0, due))).fen();
        if (due > 0 && cost < least && due <= mostThrough(method, d)) {
          least = cost;
          best = new Payment(bill.billNo(), dates.get(d), method.method(), Money.ofFen(due));
        }
      }
    }
    if (best != null) {
      spend(best);
    }
    return best != null;
  }

  /** As much as there is on each day until the rest can be paid in one; all or nothing. */
  private void payInParts(PlanBill bill) {
    List<Payment> parts = new ArrayList<>();
    Map<LocalDate, Money> principal = new TreeMap<>();
    long left = bill.principal().fen();
    for (int d = 0; d < dates.size() && parts.size() < bill.mostPayments(); d++) {
      long due = dueOnLast(bill, principal, d);
      MethodTerms method = widest(d);
      if (method == null) {
        break;
      }
      long most = mostThrough(method, d);
      if (due > 0 && due <= most) {
        add(parts, bill, d, method, due);
        return;
      }
      long part = Math.min(most, left - 1);
      if (part > 0 && parts.size() + 1 < bill.mostPayments()) {
        add(parts, bill, d, method, part);
        principal.put(dates.get(d), Money.ofFen(part));
        left -= part;
      }
    }
    parts.forEach(this::takeBack);
  }

  private void add(List<Payment> parts, PlanBill bill, int d, MethodTerms method, long fen) {
    Payment part = new Payment(bill.billNo(), dates.get(d), method.method(), Money.ofFen(fen));
    spend(part);
    parts.add(part);
  }

  private MethodTerms widest(int d) {
    return problem.methods().stream()
        .max(Comparator.comparingLong(method -> mostThrough(method, d)))
        .orElse(null);
  }

  /** What falls due when the rest of a bill is paid on a date, in fen. */
  private long dueOnLast(PlanBill bill, Map<LocalDate, Money> before, int d) {
    Map<LocalDate, Money> principal = new TreeMap<>(before);
    long rest = bill.principal().fen();
    for (Money part : before.values()) {
      rest -= part.fen();
    }
    principal.put(dates.get(d), Money.ofFen(rest));
    return rest + bill.surchargeOn(principal).fen() - bill.discountWhenPaidBy(dates.get(d)).fen();
  }

  /** The largest amount a method can carry on a date, its fee aside, in fen. */
  private long mostThrough(MethodTerms method, int d) {
    long free = roomOfMonth.getOrDefault(YearMonth.from(dates.get(d)), Long.MAX_VALUE);
    for (int later = d; later < room.length; later++) {
      free = Math.min(free, room[later]);
    }
    long spent = spentOfDay.getOrDefault(key(dates.get(d), method), 0L);
    long limit = method.perDay().map(most -> most.fen() - spent).orElse(Long.MAX_VALUE);
    limit = Math.min(limit, method.perPayment().map(Money::fen).orElse(Long.MAX_VALUE));
    long afterFee =
        (long) ((free - method.fixedFee().fen()) / (1 + method.feeRate().doubleValue())) - 1;
    return Math.min(limit, method.fee(Money.ofFen(Math.max(0, free))).isZero() ? free : afterFee);
  }

  private static String key(LocalDate on, MethodTerms method) {
    return on + " " + method.method();
  }

  private void spend(Payment payment) {
    book(payment, 1);
    payments.add(payment);
  }

  private void takeBack(Payment payment) {
    book(payment, -1);
    payments.remove(payment);
  }

  private void book(Payment payment, int sign) {
    MethodTerms method = problem.terms(payment.method());
    long fen = payment.amount().fen();
    long all = fen + method.fee(payment.amount()).fen();
    for (int d = dates.indexOf(payment.on()); d < room.length; d++) {
      room[d] -= sign * all;
    }
    roomOfMonth.computeIfPresent(YearMonth.from(payment.on()), (month, left) -> left - sign * all);
    spentOfDay.merge(key(payment.on(), method), sign * fen, Long::sum);
  }
}
