package org.feewise.models.plans.search;

import java.util.Arrays;
import org.feewise.models.plans.search.Pricing.BillOffers;

/**
 * Prices a bill that may be paid in parts, for one last date: principal goes to the cheapest slots
 * before it, the rest with surcharge and discount to the last date.
 *
 * <p>One payment on the last date is surely made and counted whole; other free slots carry their
 * fixed fee in proportion to the most they can carry, which bounds the true cost from below.
 */
final class SplitPricing {
  private static final double ALMOST = 1e-9;

  /** The least principal that the last date must bring. */
  private static final double FEN = 0.01;

  private static final int FLOOR_STEPS = 12;

  private final Instance instance;
  private final Part[] early;
  private final Part[] atLast;
  private int earlyCount;
  private int lastCount;

  private int bill;
  private int last;
  private boolean stopped;
  private double principal;

  /** What a day of lateness counts: 1 where the surcharge grows, 0 where it has stopped. */
  private double rate;

  /** The part of the surcharge that does not depend on when the payments are made. */
  private double fixed;

  /** What the surcharge comes to at least; zero where what has accrued is more. */
  private double floor;

  private double discount;
  private double rest;

  /** One slot as the subproblem sees it. */
  private static final class Part {
    int slot;
    double unit;
    double limit;
    double full;
    boolean surelyCounted;
    double key;
    double amount;
    double grown;
  }

  SplitPricing(Instance instance) {
    this.instance = instance;
    early = parts(instance.slots);
    atLast = parts(instance.methods);
  }

  private static Part[] parts(int count) {
    Part[] parts = new Part[count];
    Arrays.setAll(parts, i -> new Part());
    return parts;
  }

  void offer(
      int bill, BillState state, Prices prices, int last, boolean stopped, BillOffers offers) {
    this.bill = bill;
    this.last = last;
    this.stopped = stopped;
    principal = instance.principal[bill];
    rate = stopped ? 0 : 1;
    fixed = stopped ? instance.stop[bill] : instance.accrued[bill];
    double least = instance.leastSurcharge(bill, last);
    floor = stopped || least <= fixed ? 0 : least;
    discount = instance.discount[bill][last];
    int free = instance.mostPayments[bill] - state.paidFor;
    boolean lastPaidFor = false;
    double sunk = 0;
    for (int slot = 0; state.paidFor > 0 && slot < instance.slots; slot++) {
      if (state.slots[slot] == BillState.PAID_FOR) {
        sunk += prices.perPayment[slot];
        lastPaidFor |= instance.dateOf(slot) == last;
      }
    }
    int others = lastPaidFor ? free : free - 1;
    if (others < 0) {
      return;
    }
    collectEarly(state, prices, others);
    for (int method = 0; method < instance.methods; method++) {
      int primary = instance.slot(last, method);
      boolean paidFor = state.slots[primary] == BillState.PAID_FOR;
      if (state.slots[primary] == BillState.CLOSED || lastPaidFor && !paidFor) {
        continue;
      }
      collectLast(state, prices, others, primary);
      if (canCarry(others)) {
        offerThrough(state, sunk + (paidFor ? 0 : prices.perPayment[primary]), offers);
      }
    }
  }

  private void collectEarly(BillState state, Prices prices, int others) {
    earlyCount = 0;
    int first = instance.slot(last, 0);
    for (int slot = 0; slot < last * instance.methods; slot++) {
      double limit = instance.limit[instance.methodOf(slot)];
      byte status = state.slots[slot];
      boolean free = status == BillState.FREE && others > 0;
      if (limit > 0
          && (status == BillState.PAID_FOR
              || free && state.usableBefore(slot, first, instance.methods))) {
        Part part = early[earlyCount++];
        fill(part, slot, status == BillState.PAID_FOR, limit, principal, prices);
        part.grown = instance.grown[bill][instance.dateOf(slot)];
      }
    }
  }

  private void collectLast(BillState state, Prices prices, int others, int primary) {
    lastCount = 0;
    double most = instance.mostOnLast(bill, last, stopped);
    for (int method = 0; method < instance.methods; method++) {
      int slot = instance.slot(last, method);
      byte status = state.slots[slot];
      boolean sure = slot == primary || status == BillState.PAID_FOR;
      if (sure || status == BillState.FREE && others > 0) {
        fill(atLast[lastCount++], slot, sure, instance.limit[method], most, prices);
      }
    }
    sortByKey(atLast, lastCount);
  }

  private static void fill(
      Part part, int slot, boolean sure, double limit, double most, Prices prices) {
    part.slot = slot;
    part.limit = limit;
    part.full = Math.max(0.01, Math.min(limit, most));
    part.surelyCounted = sure;
    part.unit = prices.perYuan[slot] + (sure ? 0 : prices.perPayment[slot] / part.full);
    part.key = part.unit;
    part.amount = 0;
  }

  /** Whether so few payments can carry the bill at all. */
  private boolean canCarry(int others) {
    if (others >= earlyCount + lastCount) {
      return true;
    }
    double[] free = new double[earlyCount + lastCount];
    int count = 0;
    double sure = 0;
    for (int i = 0; i < earlyCount + lastCount; i++) {
      Part part = i < earlyCount ? early[i] : atLast[i - earlyCount];
      if (part.surelyCounted) {
        sure += part.limit;
      } else {
        free[count++] = part.limit;
      }
    }
    if (sure >= principal) {
      return true;
    }
    Arrays.sort(free, 0, count);
    for (int i = count - 1; i >= Math.max(0, count - others); i--) {
      sure += free[i];
    }
    return sure >= principal - discount - 0.004;
  }

  private void offerThrough(BillState state, double sunk, BillOffers offers) {
    double lower = place();
    if (lower < Double.POSITIVE_INFINITY && surcharge() < floor) {
      lower = Math.max(lower, placeAtFloor());
    }
    if (lower < Double.POSITIVE_INFINITY) {
      settle(state, sunk, lower, offers);
    }
  }

  /**
   * Places the principal where the minimum binds. A surcharge that is the larger of two costs no
   * less than any mix of both, so each share of the growing one bounds the cost; the best share is
   * found by halving.
   *
   * @return the bound
   */
  private double placeAtFloor() {
    double lower = Double.NEGATIVE_INFINITY;
    double least = 0;
    double most = 1;
    rate = 0;
    for (int i = 0; i < FLOOR_STEPS; i++) {
      fixed = rate * instance.accrued[bill] + (1 - rate) * floor;
      lower = Math.max(lower, place());
      boolean above = instance.accrued[bill] + grown() > floor;
      if (rate == 0 && !above || lower == Double.POSITIVE_INFINITY) {
        break;
      }
      least = above ? rate : least;
      most = above ? most : rate;
      rate = (least + most) / 2;
    }
    rate = 1;
    fixed = instance.accrued[bill];
    return lower;
  }

  /** Finds the cheapest amounts; returns what bounds their value, infinite where there are none. */
  private double place() {
    double below = 0;
    double lower = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < lastCount; k++) {
      double price = atLast[k].unit;
      lower = Math.max(lower, distribute(price));
      double need = need();
      double upTo = below + atLast[k].limit;
      if (need < below) {
        return Math.max(lower, boundAt(giveBack(below)));
      }
      if (need <= upTo) {
        return lower;
      }
      below = upTo;
    }
    double dearer = push(below);
    return dearer == Double.POSITIVE_INFINITY || need() > below + 1e-6
        ? Double.POSITIVE_INFINITY
        : Math.max(lower, boundAt(dearer));
  }

  /** Puts principal where it is cheapest when a yuan on the last date costs so much. */
  private double distribute(double price) {
    double lastKey = keys(price);
    sortByKey(early, earlyCount);
    double left = principal - FEN;
    double value = 0;
    for (int i = 0; i < earlyCount; i++) {
      Part part = early[i];
      part.amount = part.key < lastKey ? Math.min(part.limit, left) : 0;
      left -= part.amount;
      value += part.key * part.amount;
    }
    rest = left + FEN;
    value += lastKey * rest + (1 + price) * (fixed - discount);
    for (int i = 0; i < lastCount; i++) {
      if (atLast[i].unit < price) {
        value += (atLast[i].unit - price) * atLast[i].limit;
      }
    }
    return value;
  }

  private double keys(double price) {
    for (int i = 0; i < earlyCount; i++) {
      early[i].key = early[i].unit + rate * early[i].grown * (1 + price);
    }
    return price + rate * instance.grown[bill][last] * (1 + price);
  }

  /** The bound of the subproblem when a yuan on the last date costs so much. */
  private double boundAt(double price) {
    double[] amounts = new double[earlyCount];
    int[] slots = new int[earlyCount];
    for (int i = 0; i < earlyCount; i++) {
      amounts[i] = early[i].amount;
      slots[i] = early[i].slot;
    }
    double kept = rest;
    double bound = distribute(price);
    for (int i = 0; i < earlyCount; i++) {
      for (int k = 0; k < earlyCount; k++) {
        if (early[i].slot == slots[k]) {
          early[i].amount = amounts[k];
        }
      }
    }
    rest = kept;
    return bound;
  }

  private double surcharge() {
    return rate == 0 ? fixed : fixed + rate * grown();
  }

  /** What the payments of the bill accrue. */
  private double grown() {
    double sum = instance.grown[bill][last] * rest;
    for (int i = 0; i < earlyCount; i++) {
      sum += early[i].grown * early[i].amount;
    }
    return sum;
  }

  private double need() {
    return rest + surcharge() - discount;
  }

  /** How much less falls due on the last date for a yuan of principal paid at an earlier slot. */
  private double relief(Part part) {
    return 1 + rate * (instance.grown[bill][last] - part.grown);
  }

  /** The price of a yuan on the last date at which a slot is as good as the last date. */
  private double indifference(Part part) {
    double lag = rate * (instance.grown[bill][last] - part.grown);
    return (part.unit - lag) / (1 + lag);
  }

  /** Moves principal to earlier slots until the last date can carry the rest; its price then. */
  private double push(double upTo) {
    double price = atLast[lastCount - 1].unit;
    for (int moves = 0; moves <= earlyCount && need() > upTo + ALMOST; moves++) {
      Part next = null;
      for (int i = 0; i < earlyCount; i++) {
        boolean room = early[i].amount < early[i].limit - ALMOST;
        if (room && (next == null || indifference(early[i]) < indifference(next))) {
          next = early[i];
        }
      }
      if (next == null || rest < FEN + ALMOST) {
        return Double.POSITIVE_INFINITY;
      }
      double move = Math.min(next.limit - next.amount, (need() - upTo) / relief(next));
      move = Math.min(move, rest - FEN);
      next.amount += move;
      rest -= move;
      price = Math.max(price, indifference(next));
    }
    return price;
  }

  /** Moves principal back to the last date until its cheaper payments are full; its price then. */
  private double giveBack(double below) {
    double price = atLast[0].unit;
    for (int moves = 0; moves <= earlyCount && need() < below - ALMOST; moves++) {
      Part next = null;
      for (int i = 0; i < earlyCount; i++) {
        boolean used = early[i].amount > ALMOST;
        if (used && (next == null || indifference(early[i]) > indifference(next))) {
          next = early[i];
        }
      }
      if (next == null) {
        return price;
      }
      double move = Math.min(next.amount, (below - need()) / relief(next));
      next.amount -= move;
      rest += move;
      price = indifference(next);
    }
    return price;
  }

  private void settle(BillState state, double sunk, double lower, BillOffers offers) {
    double surcharge = Math.max(floor, surcharge());
    double value = surcharge - discount + sunk;
    double left = rest + surcharge - discount;
    for (int i = 0; i < lastCount; i++) {
      Part part = atLast[i];
      part.amount = Math.max(0, Math.min(left, part.limit));
      left -= part.amount;
      value += part.unit * part.amount;
    }
    for (int i = 0; i < earlyCount; i++) {
      value += early[i].unit * early[i].amount;
    }
    boolean improves = offers.improves(last, stopped, lower + sunk, value);
    if (improves && left < 1e-5) {
      offers.keep(column(surcharge), value);
    }
  }

  private Column column(double surcharge) {
    int[] slots = new int[earlyCount + lastCount];
    double[] amounts = new double[slots.length];
    double[] counted = new double[slots.length];
    double cost = surcharge - discount;
    int used = 0;
    for (int i = 0; i < earlyCount + lastCount; i++) {
      Part part = i < earlyCount ? early[i] : atLast[i - earlyCount];
      if (part.surelyCounted || part.amount > ALMOST) {
        int method = instance.methodOf(part.slot);
        slots[used] = part.slot;
        amounts[used] = part.amount;
        counted[used] = part.surelyCounted ? 1 : part.amount / part.full;
        cost +=
            instance.feeRate[method] * part.amount
                + (instance.fixedFee[method] + Prices.TIE) * counted[used];
        used++;
      }
    }
    return new Column(
        bill,
        last,
        stopped,
        Arrays.copyOf(slots, used),
        Arrays.copyOf(amounts, used),
        Arrays.copyOf(counted, used),
        cost);
  }

  private static void sortByKey(Part[] parts, int count) {
    for (int i = 1; i < count; i++) {
      Part part = parts[i];
      int k = i - 1;
      while (k >= 0 && parts[k].key > part.key) {
        parts[k + 1] = parts[k];
        k--;
      }
      parts[k + 1] = part;
    }
  }
}
