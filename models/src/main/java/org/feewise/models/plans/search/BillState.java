package org.feewise.models.plans.search;

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

  /** Counts a slot's payment and its fixed fee from now on, whatever is paid through it. */
  void payFor(Instance instance, int slot) {
    slots[slot] = PAID_FOR;
    paidFor++;
    forbidBetween(0, instance.dateOf(slot));
  }
}
