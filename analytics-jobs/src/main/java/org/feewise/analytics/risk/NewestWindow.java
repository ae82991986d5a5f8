package org.feewise.analytics.risk;

import java.time.LocalDate;
import java.util.List;

/**
 * How the judged bills of a run are parted by due date: what a challenger learns from, and the
 * newest, on which it is measured. A bill's outcome is known on the day after its due date, so that
 * nothing learnt was unknown when the first of the newest bills fell due.
 *
 * @param learntThrough last due date of the bills to learn from
 */
record NewestWindow(LocalDate learntThrough) {
  private static final int DAYS = 30;
  private static final int FEWEST_BILLS = 200;
  private static final double LARGEST_SHARE = 0.25;

  /**
   * The newest 30 days, or further back until they hold 200 bills, but hardly more than a quarter
   * of all.
   */
  static NewestWindow of(TrainingSample sample, LocalDate asOf) {
    List<LocalDate> due = sample.dueOn().stream().sorted().toList();
    LocalDate usual = asOf.minusDays(DAYS);
    int wanted = (int) due.stream().filter(day -> day.isBefore(usual)).count();
    int from = Math.min(wanted, due.size() - FEWEST_BILLS);
    int earliest = (int) Math.ceil((1 - LARGEST_SHARE) * due.size());
    int first = Math.clamp(Math.max(from, earliest), 0, Math.max(0, due.size() - 1));
    return new NewestWindow(due.isEmpty() ? asOf : due.get(first).minusDays(1));
  }
}
