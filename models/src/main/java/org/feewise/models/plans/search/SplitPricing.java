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
  /** The least principal that the last date must bring. */
  private static final double FEN = 0.01;

  private static final int FLOOR_STEPS = 12;

  private final Instance instance;
  private final EarlySlots early;
  private final LastSlot[] atLast;
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

  /** A slot of the last date. */
  private static final class LastSlot {
    int slot;
    double unit;
    double limit;
    double full;
    boolean surelyCounted;
    double amount;
  }

  SplitPricing(Instance instance) {
    this.instance = instance;
    early = new EarlySlots(instance);
    atLast = new LastSlot[instance.methods];
    Arrays.setAll(atLast, i -> new LastSlot());
  }

  /** Turns to another bill. */
  void begin() {
    early.begin();
  }

  /** Notes what the bill may cost with a last date, which only moves on for the same bill. */
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
    early.collect(bill, state, prices, last, others > 0);
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

  private void collectLast(BillState state, Prices prices, int others, int primary) {
    lastCount = 0;
    double most = instance.mostOnLast(bill, last, stopped);
    for (int method = 0; method < instance.methods; method++) {
      int slot = instance.slot(last, method);
      byte status = state.slots[slot];
      boolean sure = slot == primary || status == BillState.PAID_FOR;
      if (sure || status == BillState.FREE && others > 0) {
        fill(atLast[lastCount++], slot, sure, most, prices);
      }
    }
    sortByUnit();
  }

  private void fill(LastSlot part, int slot, boolean sure, double most, Prices prices) {
    part.slot = slot;
    part.limit = instance.limit[instance.methodOf(slot)];
    part.full = Math.max(0.01, Math.min(part.limit, most));
    part.surelyCounted = sure;
    part.unit = prices.perYuan[slot] + (sure ? 0 : prices.perPayment[slot] / part.full);
    part.amount = 0;
  }

  private void sortByUnit() {
    for (int i = 1; i < lastCount; i++) {
      LastSlot part = atLast[i];
      int k = i - 1;
      while (k >= 0 && atLast[k].unit > part.unit) {
        atLast[k + 1] = atLast[k];
        k--;
      }
      atLast[k + 1] = part;
    }
  }

  /** Whether so few payments can carry the bill at all. */
  private boolean canCarry(int others) {
    if (others >= early.count + lastCount) {
      return true;
    }
    double sure = 0;
    double[] free = new double[lastCount];
    int count = 0;
    for (int i = 0; i < lastCount; i++) {
      if (atLast[i].surelyCounted) {
        sure += atLast[i].limit;
      } else {
        free[count++] = atLast[i].limit;
      }
    }
    return sure >= principal
        || sure + early.mostThrough(others, free, count) >= principal - discount - 0.004;
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
    double lateness = rate * (1 + price);
    double onLast = price + instance.grown[bill][last] * lateness;
    double value = early.distribute(principal - FEN, lateness, onLast);
    rest = principal - early.placed;
    value += onLast * rest + (1 + price) * (fixed - discount);
    for (int i = 0; i < lastCount; i++) {
      if (atLast[i].unit < price) {
        value += (atLast[i].unit - price) * atLast[i].limit;
      }
    }
    return value;
  }

  /** The bound of the subproblem when a yuan on the last date costs so much. */
  private double boundAt(double price) {
    early.keep();
    double kept = rest;
    double bound = distribute(price);
    early.restore();
    rest = kept;
    return bound;
  }

  private double surcharge() {
    return rate == 0 ? fixed : fixed + rate * grown();
  }

  /** What the payments of the bill accrue. */
  private double grown() {
    return instance.grown[bill][last] * rest + early.accrued;
  }

  private double need() {
    return rest + surcharge() - discount;
  }

  /** How much less falls due on the last date for a yuan of principal paid at an earlier slot. */
  private double relief(int slot) {
    return 1 + rate * (instance.grown[bill][last] - early.grown[slot]);
  }

  /** Moves principal to earlier slots until the last date can carry the rest; its price then. */
  private double push(double upTo) {
    double lastGrown = instance.grown[bill][last];
    double price = atLast[lastCount - 1].unit;
    for (int moves = 0; moves <= early.count && need() > upTo + EarlySlots.ALMOST; moves++) {
      int next = early.nextToFill(rate, lastGrown);
      if (next < 0 || rest < FEN + EarlySlots.ALMOST) {
        return Double.POSITIVE_INFINITY;
      }
      double move =
          Math.min(early.limit[next] - early.amount[next], (need() - upTo) / relief(next));
      move = Math.min(move, rest - FEN);
      early.move(next, move);
      rest -= move;
      price = Math.max(price, early.indifference(next, rate, lastGrown));
    }
    return price;
  }

  /** Moves principal back to the last date until its cheaper payments are full; its price then. */
  private double giveBack(double below) {
    double lastGrown = instance.grown[bill][last];
    double price = atLast[0].unit;
    for (int moves = 0; moves <= early.count && need() < below - EarlySlots.ALMOST; moves++) {
      int next = early.nextToEmpty(rate, lastGrown);
      if (next < 0) {
        return price;
      }
      double move = Math.min(early.amount[next], (below - need()) / relief(next));
      early.move(next, -move);
      rest += move;
      price = early.indifference(next, rate, lastGrown);
    }
    return price;
  }

  private void settle(BillState state, double sunk, double lower, BillOffers offers) {
    double surcharge = Math.max(floor, surcharge());
    double value = surcharge - discount + sunk;
    double left = rest + surcharge - discount;
    for (int i = 0; i < lastCount; i++) {
      LastSlot part = atLast[i];
      part.amount = Math.max(0, Math.min(left, part.limit));
      left -= part.amount;
      value += part.unit * part.amount;
    }
    value += early.value();
    boolean improves = offers.improves(last, stopped, lower + sunk, value);
    if (improves && left < 1e-5) {
      offers.keep(column(surcharge), value);
    }
  }

  private Column column(double surcharge) {
    int most = early.count + lastCount;
    ColumnDraft draft = new ColumnDraft(instance, most, surcharge - discount);
    for (int i = 0; i < early.count; i++) {
      draft.add(
          early.slot[i], early.amount[i], early.sure[i] ? 1 : early.amount[i] / early.full[i]);
    }
    for (int i = 0; i < lastCount; i++) {
      LastSlot part = atLast[i];
      draft.add(part.slot, part.amount, part.surelyCounted ? 1 : part.amount / part.full);
    }
    return draft.column(bill, last, stopped);
  }

  /** Gathers the payments of a column and what they cost. */
  private static final class ColumnDraft {
    private final Instance instance;
    private final int[] slots;
    private final double[] amounts;
    private final double[] counted;
    private double cost;
    private int used;

    ColumnDraft(Instance instance, int most, double cost) {
      this.instance = instance;
      this.cost = cost;
      slots = new int[most];
      amounts = new double[most];
      counted = new double[most];
    }

    void add(int slot, double amount, double count) {
      if (count == 1 || amount > EarlySlots.ALMOST) {
        int method = instance.methodOf(slot);
        slots[used] = slot;
        amounts[used] = amount;
        counted[used++] = count;
        cost +=
            instance.feeRate[method] * amount + (instance.fixedFee[method] + Prices.TIE) * count;
      }
    }

    Column column(int bill, int last, boolean stopped) {
      return new Column(
          bill,
          last,
          stopped,
          Arrays.copyOf(slots, used),
          Arrays.copyOf(amounts, used),
          Arrays.copyOf(counted, used),
          cost);
    }
  }
}
