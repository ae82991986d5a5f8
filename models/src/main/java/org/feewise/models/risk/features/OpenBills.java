package org.feewise.models.risk.features;

import java.util.Arrays;
import java.util.BitSet;

/** One payer's bills that are not paid in full on a day, and how much of them is. */
final class OpenBills {
  private final EventQueue overdueByDay = new EventQueue();
  private final BitSet overdue = new BitSet();
  private int[] partsSeen = new int[16];
  private int open;
  private int overdueBills;
  private int partlyPaid;
  private int payingBills;
  private int billsInParts;
  private long openFen;
  private long paidFen;

  void open(int bill, BillStory story) {
    if (bill >= partsSeen.length) {
      partsSeen = Arrays.copyOf(partsSeen, Math.max(bill + 1, 2 * partsSeen.length));
    }
    open++;
    openFen += fen(story.amount());
  }

  /** The next part of the bill came in. */
  void payPart(int bill, BillStory story) {
    int part = partsSeen[bill]++;
    if (part == 0) {
      partlyPaid++;
      payingBills++;
      billsInParts++;
    }
    paidFen += fen(story.payments().parts().get(part).amount());
  }

  void fallOverdue(int bill, int dueDay) {
    overdue.set(bill);
    overdueBills++;
    overdueByDay.add(dueDay, 0, bill);
  }

  void settle(int bill, BillStory story) {
    open--;
    openFen -= fen(story.amount());
    if (overdue.get(bill)) {
      overdue.clear(bill);
      overdueBills--;
    }
    int parts = partsSeen[bill];
    for (int part = 0; part < parts; part++) {
      paidFen -= fen(story.payments().parts().get(part).amount());
    }
    if (parts > 0) {
      partlyPaid--;
    } else if (story.payments().count() > 0) {
      payingBills++;
      billsInParts += story.payments().count() > 1 ? 1 : 0;
    }
  }

  int count() {
    return open;
  }

  int overdue() {
    return overdueBills;
  }

  int partlyPaid() {
    return partlyPaid;
  }

  /** Of the bills on which anything was paid, the share paid in parts; NaN where nothing was. */
  double inPartsShare() {
    return payingBills == 0 ? Double.NaN : (double) billsInParts / payingBills;
  }

  /** How much of what the open bills came to is paid; NaN where none is open. */
  double paidShare() {
    return open == 0 || openFen <= 0 ? Double.NaN : (double) paidFen / openFen;
  }

  /** Days past due of the oldest overdue bill, 0 where there is none. */
  int longestOverdueDays(int today) {
    while (!overdueByDay.isEmpty() && !overdue.get(EventQueue.bill(overdueByDay.first()))) {
      overdueByDay.removeFirst();
    }
    return overdueByDay.isEmpty() ? 0 : today - EventQueue.day(overdueByDay.first());
  }

  private static long fen(double yuan) {
    return Math.round(yuan * 100);
  }
}
