package org.feewise.models.risk.features;

/** One payer's reminders and what followed them. */
final class ReminderRecord {
  private final LateCount late = new LateCount();
  private int remindedBills;
  private int sent;
  private int read;
  private int paidAfter;
  private long daysToPayment;

  void send(boolean firstOfBill) {
    sent++;
    remindedBills += firstOfBill ? 1 : 0;
  }

  void read() {
    read++;
  }

  /** A bill was judged that had been reminded of while it could still be paid in time. */
  void judge(boolean wasLate) {
    late.add(wasLate);
  }

  /** A bill was paid so many days after its first reminder. */
  void pay(int daysAfterReminder) {
    paidAfter++;
    daysToPayment += daysAfterReminder;
  }

  double remindedShare(int bills) {
    return bills == 0 ? Double.NaN : (double) remindedBills / bills;
  }

  /** Share late of the bills reminded of in time, leaning on a prior; NaN where none is judged. */
  double lateShare(double prior, double priorBills) {
    return late.judged() == 0 ? Double.NaN : late.share(prior, priorBills);
  }

  double meanDaysToPayment() {
    return paidAfter == 0 ? Double.NaN : (double) daysToPayment / paidAfter;
  }

  double readShare() {
    return sent == 0 ? Double.NaN : (double) read / sent;
  }
}
