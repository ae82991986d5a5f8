package org.feewise.models.plans.search;

import java.time.Duration;

/** The moment by which the search must answer. */
record Deadline(long nanoTime) {
  static Deadline in(Duration budget) {
    long nanos = Math.min(budget.toNanos(), Duration.ofDays(1).toNanos());
    return new Deadline(System.nanoTime() + nanos);
  }

  boolean passed() {
    return System.nanoTime() - nanoTime > 0;
  }
}
