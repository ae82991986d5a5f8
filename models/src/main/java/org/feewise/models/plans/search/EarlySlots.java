package org.feewise.models.plans.search;

import java.util.Arrays;

/**
 * The slots before a bill's last date that its principal may go through, each at a price a yuan,
 * and what goes through them.
 *
 * <p>Of the slots of a date only those are kept that may be worth using: a slot that can carry the
 * whole bill makes every dearer one of its date useless.
 */
final class EarlySlots {
  static final double ALMOST = 1e-9;

  private final Instance instance;
  final int[] slot;
  final boolean[] sure;

  /** Price of a yuan, the share of a fixed fee that is not surely counted included. */
  final double[] unit;

  final double[] limit;

  /** The most that goes through a slot, over which its fixed fee is spread. */
  final double[] full;

  /** What a yuan here adds to the surcharge. */
  final double[] grown;

  final double[] amount;
  private final double[] key;
  private final int[] cheaper;
  private final double[] kept;
  int count;

  /** Dates before this one have been taken. */
  private int taken;

  private boolean freeOnes;

  /** Everything that was placed, and what it adds to the surcharge. */
  double placed;

  double accrued;
  private double keptPlaced;
  private double keptAccrued;

  EarlySlots(Instance instance) {
    this.instance = instance;
    slot = new int[instance.slots];
    sure = new boolean[instance.slots];
    unit = new double[instance.slots];
    limit = new double[instance.slots];
    full = new double[instance.slots];
    grown = new double[instance.slots];
    amount = new double[instance.slots];
    key = new double[instance.slots];
    cheaper = new int[instance.slots];
    kept = new double[instance.slots];
  }

  /** Forgets the slots of the bill before. */
  void begin() {
    count = 0;
    taken = 0;
  }

  /** Takes the usable slots of the dates before the last one, which only moves on. */
  void collect(int bill, BillState state, Prices prices, int last, boolean alsoFree) {
    if (alsoFree != freeOnes || state.isCapped()) {
      begin();
      freeOnes = alsoFree;
    }
    int end = instance.slot(last, 0);
    for (; taken < last; taken++) {
      int begin = count;
      double carries = Double.POSITIVE_INFINITY;
      for (int method = 0; method < instance.methods; method++) {
        int at = instance.slot(taken, method);
        double most = instance.limit[method];
        boolean paidFor = state.slots[at] == BillState.PAID_FOR;
        if (most > 0 && (paidFor || freeOnes && state.usableBefore(at, end, instance.methods))) {
          add(bill, at, taken, paidFor, most, prices);
          if (most >= instance.principal[bill]) {
            carries = Math.min(carries, unit[count - 1]);
          }
        }
      }
      dropDearer(begin, carries);
    }
  }

  private void add(int bill, int at, int date, boolean paidFor, double most, Prices prices) {
    slot[count] = at;
    sure[count] = paidFor;
    limit[count] = most;
    full[count] = Math.max(0.01, Math.min(most, instance.principal[bill]));
    unit[count] = prices.perYuan[at] + (paidFor ? 0 : prices.perPayment[at] / full[count]);
    grown[count] = instance.grown[bill][date];
    count++;
  }

  private void dropDearer(int begin, double carries) {
    int to = begin;
    for (int i = begin; i < count; i++) {
      if (sure[i] || unit[i] <= carries) {
        slot[to] = slot[i];
        sure[to] = sure[i];
        limit[to] = limit[i];
        full[to] = full[i];
        unit[to] = unit[i];
        grown[to] = grown[i];
        to++;
      }
    }
    count = to;
  }

  /**
   * Puts principal where it is cheaper than on the last date, the cheapest first.
   *
   * @param lateness price of a yuan of surcharge
   * @param below price of a yuan of principal on the last date
   * @return the value of what was placed
   */
  double distribute(double most, double lateness, double below) {
    int candidates = 0;
    for (int i = 0; i < count; i++) {
      amount[i] = 0;
      double price = unit[i] + grown[i] * lateness;
      if (price < below) {
        key[candidates] = price;
        cheaper[candidates++] = i;
      }
    }
    double left = most;
    double value = 0;
    accrued = 0;
    while (candidates > 0 && left > 0) {
      int best = 0;
      for (int k = 1; k < candidates; k++) {
        best = key[k] < key[best] ? k : best;
      }
      int i = cheaper[best];
      amount[i] = Math.min(limit[i], left);
      left -= amount[i];
      accrued += grown[i] * amount[i];
      value += key[best] * amount[i];
      key[best] = key[--candidates];
      cheaper[best] = cheaper[candidates];
    }
    placed = most - left;
    return value;
  }

  /** Places more through a slot, or less. */
  void move(int i, double more) {
    amount[i] += more;
    placed += more;
    accrued += grown[i] * more;
  }

  /** Price of what was placed, the surcharge aside. */
  double value() {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += unit[i] * amount[i];
    }
    return sum;
  }

  /** The slot with room that is indifferent to the last date at the lowest price; -1 for none. */
  int nextToFill(double rate, double lastGrown) {
    int next = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      if (amount[i] < limit[i] - ALMOST) {
        double price = indifference(i, rate, lastGrown);
        next = price < least ? i : next;
        least = Math.min(least, price);
      }
    }
    return next;
  }

  /** The slot in use that is indifferent to the last date at the highest price; -1 for none. */
  int nextToEmpty(double rate, double lastGrown) {
    int next = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      if (amount[i] > ALMOST) {
        double price = indifference(i, rate, lastGrown);
        next = price > most ? i : next;
        most = Math.max(most, price);
      }
    }
    return next;
  }

  /** The price of a yuan on the last date at which a slot is as good as the last date. */
  double indifference(int i, double rate, double lastGrown) {
    double lag = rate * (lastGrown - grown[i]);
    return (unit[i] - lag) / (1 + lag);
  }

  void keep() {
    System.arraycopy(amount, 0, kept, 0, count);
    keptPlaced = placed;
    keptAccrued = accrued;
  }

  void restore() {
    System.arraycopy(kept, 0, amount, 0, count);
    placed = keptPlaced;
    accrued = keptAccrued;
  }

  /** The most that the sure slots and so many others can carry. */
  double mostThrough(int others, double[] more, int moreCount) {
    double[] free = new double[count + moreCount];
    System.arraycopy(more, 0, free, 0, moreCount);
    int frees = moreCount;
    double carried = 0;
    for (int i = 0; i < count; i++) {
      if (sure[i]) {
        carried += limit[i];
      } else {
        free[frees++] = limit[i];
      }
    }
    Arrays.sort(free, 0, frees);
    for (int i = frees - 1; i >= Math.max(0, frees - others); i--) {
      carried += free[i];
    }
    return carried;
  }
}
