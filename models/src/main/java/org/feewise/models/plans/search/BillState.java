package org.feewise.models.plans.search;

import java.util.ArrayList;
import java.util.List;

/**
 * What a node of the search still allows for one bill: last dates, a stopped surcharge or not, and
 * whether each slot is free, must be paid for or is closed.
 */
final class BillState {
  static final byte FREE = 0;
  static final byte PAID_FOR = 1;
  static final byte CLOSED = 2;

  /** Allowed last dates with a surcharge that grows, and with one stopped at the principal. */
  final boolean[] growing;

  final boolean[] stopped;
  final byte[] slots;
  boolean mayStayOpen = true;
  int paidFor;

  /** Ranges of slots that carry only so many payments. */
  private List<Cap> caps = List.of();

  /**
   * At most so many payments through the slots from one, inclusive, to another, exclusive.
   *
   * @param from first slot
   * @param to the slot after the last
   */
  record Cap(int from, int to, int most) {
    boolean holds(int slot) {
      return from <= slot && slot < to;
    }
  }

  private BillState(boolean[] growing, boolean[] stopped, byte[] slots) {
    this.growing = growing;
    this.stopped = stopped;
    this.slots = slots;
  }

  static BillState initial(Instance instance, int bill) {
    BillState state =
        new BillState(
            new boolean[instance.dates], new boolean[instance.dates], new byte[instance.slots]);
    for (int last = 0; last < instance.dates; last++) {
      boolean canStop = instance.canStop(bill, last);
      boolean whole = instance.mostPayments[bill] == 1;
      state.stopped[last] = canStop;
      state.growing[last] = !(canStop && whole);
    }
    return state;
  }

  BillState copy() {
    BillState copy = new BillState(growing.clone(), stopped.clone(), slots.clone());
    copy.mayStayOpen = mayStayOpen;
    copy.paidFor = paidFor;
    copy.caps = caps;
    return copy;
  }

  boolean allows(int last, boolean stop) {
    return stop ? stopped[last] : growing[last];
  }

  boolean allows(int last) {
    return growing[last] || stopped[last];
  }

  void forbid(int last, boolean stop) {
    if (stop) {
      stopped[last] = false;
    } else {
      growing[last] = false;
    }
  }

  void forbidBetween(int from, int to) {
    for (int last = from; last < to; last++) {
      growing[last] = false;
      stopped[last] = false;
    }
  }

  void close(int slot) {
    slots[slot] = CLOSED;
  }

  List<Cap> caps() {
    return caps;
  }

  boolean isCapped() {
    return !caps.isEmpty();
  }

  /**
   * Bounds the payments of a range from now on.
   *
   * @return false when more than that are paid for already
   */
  boolean limit(Cap cap) {
    int paid = 0;
    for (int slot = cap.from(); slot < cap.to(); slot++) {
      paid += slots[slot] == PAID_FOR ? 1 : 0;
    }
    if (paid > cap.most()) {
      return false;
    }
    for (int slot = cap.from(); slot < cap.to() && paid == cap.most(); slot++) {
      if (slots[slot] == FREE) {
        close(slot);
      }
    }
    List<Cap> more = new ArrayList<>(caps);
    more.add(cap);
    caps = List.copyOf(more);
    return true;
  }

  /**
   * Whether a payment may go through a slot before the last date, which takes one payment itself.
   *
   * @param last the last date's first slot
   * @param methods slots of a date
   */
  boolean usableBefore(int slot, int last, int methods) {
    if (slots[slot] != FREE || caps.isEmpty()) {
      return slots[slot] != CLOSED;
    }
    for (Cap cap : caps) {
      if (cap.holds(slot) && cap.from() <= last && last + methods <= cap.to()) {
        int elsewhere = 1;
        for (int other = cap.from(); other < last; other++) {
          elsewhere += slots[other] == PAID_FOR ? 1 : 0;
        }
        if (elsewhere >= cap.most()) {
          return false;
        }
      }
    }
    return true;
  }

  /** Counts a slot's payment and its fixed fee from now on, whatever is paid through it. */
  void payFor(Instance instance, int slot) {
    slots[slot] = PAID_FOR;
    paidFor++;
    forbidBetween(0, instance.dateOf(slot));
  }
}
