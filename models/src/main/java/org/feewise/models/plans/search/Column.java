package org.feewise.models.plans.search;

/**
 * One way to pay one bill: its last date, what goes through which slot, and what it costs and takes
 * up. A bill left open is a column without payments.
 */
final class Column {
  static final int OPEN = -1;

  final int bill;
  final int last;
  final boolean stopped;
  final int[] slots;

  /** Yuan through each slot; on the last date with the surcharge and without the discount. */
  final double[] amounts;

  /** Share of the fixed fee counted for each slot, 1 for a payment that is surely made. */
  final double[] counted;

  final double cost;
  int[] rows;
  double[] values;

  /** The dates on which money leaves, and how much; then the rows of daily limits and how much. */
  int[] keys;

  double[] taken;

  /** Whether the current node allows it. */
  boolean allowed = true;

  /** Position in the basis, or -1. */
  int position = -1;

  Column(
      int bill,
      int last,
      boolean stopped,
      int[] slots,
      double[] amounts,
      double[] counted,
      double cost) {
    this.bill = bill;
    this.last = last;
    this.stopped = stopped;
    this.slots = slots;
    this.amounts = amounts;
    this.counted = counted;
    this.cost = cost;
  }

  static Column open(Instance instance, int bill) {
    double cost = instance.openWeight * instance.principal[bill];
    return new Column(bill, OPEN, false, new int[0], new double[0], new double[0], cost);
  }

  boolean isOpen() {
    return last == OPEN;
  }

  /** Whether a bill in this state may be paid this way. */
  boolean fits(BillState state, int methods) {
    if (isOpen()) {
      return state.mayStayOpen;
    }
    if (!state.allows(last, stopped)) {
      return false;
    }
    int paidFor = 0;
    for (int i = 0; i < slots.length; i++) {
      byte status = state.slots[slots[i]];
      if (status == BillState.CLOSED || status == BillState.PAID_FOR && counted[i] < 1) {
        return false;
      }
      boolean early = slots[i] < last * methods;
      if (early && !state.usableBefore(slots[i], last * methods, methods)) {
        return false;
      }
      paidFor += status == BillState.PAID_FOR ? 1 : 0;
    }
    return paidFor == state.paidFor;
  }
}
