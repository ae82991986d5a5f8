package org.feewise.models.risk.features;

/** How many bills were judged, and how many of them late. */
final class LateCount {
  static final LateCount NONE = new LateCount();

  private int judged;
  private int late;

  void add(boolean wasLate) {
    judged++;
    late += wasLate ? 1 : 0;
  }

  int judged() {
    return judged;
  }

  /** The share late, as if so many more bills had been late at the prior share. */
  double share(double prior, double priorBills) {
    return (late + priorBills * prior) / (judged + priorBills);
  }
}
