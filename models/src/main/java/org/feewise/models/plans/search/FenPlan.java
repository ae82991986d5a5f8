package org.feewise.models.plans.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feewise.models.money.Money;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanBill;
import org.feewise.models.plans.PlanCheck;
import org.feewise.models.plans.PlanVerifier;
import org.feewise.models.plans.search.Incumbent.Checked;

/** Turns what the linear program does into payments of whole fen that keep every rule exactly. */
final class FenPlan {
  private final Instance instance;
  private final PlanVerifier verifier;

  FenPlan(Instance instance, PlanVerifier verifier) {
    this.instance = instance;
    this.verifier = verifier;
  }

  /** The plan of a mixture, or nothing when its whole fen break a rule. */
  Optional<Checked> of(Mixture[] mixtures) {
    List<Payment> payments = new ArrayList<>();
    for (int bill = 0; bill < instance.bills; bill++) {
      if (mixtures[bill].openShare() < 0.5 && !mixtures[bill].columns.isEmpty()) {
        addPayments(bill, mixtures[bill], payments);
      }
    }
    payments.sort(Payment.IN_ORDER);
    PlanCheck check = verifier.check(payments);
    boolean whole = check.keepsRules() && check.bills().stream().allMatch(this::settledOrUntouched);
    return whole ? Optional.of(new Checked(List.copyOf(payments), check)) : Optional.empty();
  }

  private boolean settledOrUntouched(org.feewise.models.plans.BillCost bill) {
    return bill.settled() || bill.payments() == 0;
  }

  private void addPayments(int bill, Mixture mixture, List<Payment> payments) {
    double[] amounts = mixture.amounts(instance.slots);
    int last = mixture.columns.stream().mapToInt(column -> column.last).max().orElseThrow();
    PlanBill owed = instance.problem.bills().get(bill);
    long[] fen = new long[instance.slots];
    long rest = owed.principal().fen();
    for (int slot = 0; slot < last * instance.methods && rest > 1; slot++) {
      fen[slot] = Math.min(rest - 1, Math.max(0, floorFen(amounts[slot])));
      rest -= fen[slot];
    }
    rest = raiseToOneFen(owed, fen, last, rest);
    rest = lowerToLimits(owed, amounts, fen, last, rest);
    spread(onLast(owed, fen, last, rest), amounts, fen, last);
    for (int slot = 0; slot < (last + 1) * instance.methods; slot++) {
      if (fen[slot] > 0) {
        payments.add(payment(owed, slot, fen[slot]));
      }
    }
  }

  /** Takes principal back from earlier payments until something is left for the last date. */
  private long raiseToOneFen(PlanBill owed, long[] fen, int last, long principal) {
    long rest = principal;
    for (int slot = last * instance.methods - 1; slot >= 0; slot--) {
      long back = Math.min(1 - onLast(owed, fen, last, rest), fen[slot]);
      if (back > 0) {
        fen[slot] -= back;
        rest += back;
      }
    }
    return rest;
  }

  /** Moves what the payments of the last date cannot carry to earlier payments with room. */
  private long lowerToLimits(
      PlanBill owed, double[] amounts, long[] fen, int last, long principal) {
    long carried = 0;
    for (int method = 0; method < instance.methods; method++) {
      int slot = instance.slot(last, method);
      carried += amounts[slot] > Mixture.NOTHING ? limitFen(slot) : 0;
    }
    long rest = principal;
    for (int slot = last * instance.methods - 1; slot >= 0; slot--) {
      long over = onLast(owed, fen, last, rest) - carried;
      long move = Math.min(Math.min(over, rest - 1), limitFen(slot) - fen[slot]);
      if (move > 0 && amounts[slot] > Mixture.NOTHING) {
        fen[slot] += move;
        rest -= move;
      }
    }
    return rest;
  }

  private long limitFen(int slot) {
    double limit = instance.limit[instance.methodOf(slot)];
    return limit > 1e9 ? 100_000_000_000L : Math.round(limit * 100);
  }

  private Payment payment(PlanBill owed, int slot, long fen) {
    return new Payment(
        owed.billNo(),
        instance.problem.payDates().get(instance.dateOf(slot)).on(),
        instance.problem.methods().get(instance.methodOf(slot)).method(),
        Money.ofFen(fen));
  }

  private static long floorFen(double yuan) {
    double fen = yuan * 100;
    return Math.abs(fen - Math.rint(fen)) < 1e-3 ? Math.round(fen) : (long) Math.floor(fen);
  }

  /** What falls due on the last date: the rest, the whole surcharge, less the discount. */
  private long onLast(PlanBill owed, long[] fen, int last, long rest) {
    Map<LocalDate, Money> principal = new TreeMap<>();
    for (int date = 0; date < last; date++) {
      long sum = 0;
      for (int method = 0; method < instance.methods; method++) {
        sum += fen[instance.slot(date, method)];
      }
      if (sum > 0) {
        principal.put(dateAt(date), Money.ofFen(sum));
      }
    }
    LocalDate on = dateAt(last);
    principal.put(on, Money.ofFen(rest));
    Money extra = owed.surchargeOn(principal).minus(owed.discountWhenPaidBy(on));
    return rest + extra.fen();
  }

  private LocalDate dateAt(int date) {
    return instance.problem.payDates().get(date).on();
  }

  /** Divides what falls due on the last date over its methods, within their limits. */
  private void spread(long onLast, double[] amounts, long[] fen, int last) {
    int first = instance.slot(last, 0);
    int end = first + instance.methods;
    int largest = first;
    long left = onLast;
    for (int slot = first; slot < end; slot++) {
      largest = amounts[slot] > amounts[largest] ? slot : largest;
      fen[slot] = Math.max(0, Math.min(left, Math.min(limitFen(slot), floorFen(amounts[slot]))));
      left -= fen[slot];
    }
    for (int slot = first; slot < end; slot++) {
      if (amounts[slot] > Mixture.NOTHING && left > 0) {
        long more = Math.min(left, limitFen(slot) - fen[slot]);
        fen[slot] += more;
        left -= more;
      }
    }
    fen[largest] += left;
  }
}
