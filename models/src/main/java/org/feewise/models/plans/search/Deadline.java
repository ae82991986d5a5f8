package org.feewise.models.plans.search;

import java.time.Duration;

/** The moment by which the search must answer. */
record Deadline(long nanoTime) {
  static Deadline in(Duration budget) {
    long nanos = Math.min(budget.toNanos(), Duration.ofDays(1).toNanos());
    return new Deadline(System.nanoTime() + nanos);
  }

  /** The earlier of this and a moment from now. */
  Deadline within(Duration budget) {
    return new Deadline(Math.min(nanoTime, in(budget).nanoTime));
  }

  boolean passed() {
    return System.nanoTime() - nanoTime > 0;
  }
}
