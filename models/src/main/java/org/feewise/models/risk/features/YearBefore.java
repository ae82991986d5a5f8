package org.feewise.models.risk.features;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many bills of a group were judged in the year up to a day, and how many of them late, kept
 * for the days on which that changes.
 */
final class YearBefore implements Serializable {
  static final YearBefore NONE = new Counts().years();

  private static final int DAYS = 365;

  private final int[] changes;
  private final long[] judged;
  private final long[] late;

  private YearBefore(int[] changes, long[] judged, long[] late) {
    this.changes = changes;
    this.judged = judged;
    this.late = late;
  }

  /** The share late, as if so many more bills had been late at the prior share. */
  double share(int day, double prior, double priorBills) {
    int found = Arrays.binarySearch(changes, day);
    int at = found < 0 ? -found - 2 : found;
    return at < 0 ? prior : (late[at] + priorBills * prior) / (judged[at] + priorBills);
  }

  /** Collects counts by day in any order. */
  static final class Counts {
    private final TreeMap<Integer, long[]> changes = new TreeMap<>();

    void add(int day, long bills, long late) {
      change(day, bills, late);
      change(day + DAYS, -bills, -late);
    }

    private void change(int day, long bills, long late) {
      long[] change = changes.computeIfAbsent(day, _ -> new long[2]);
      change[0] += bills;
      change[1] += late;
    }

    YearBefore years() {
      int[] days = new int[changes.size()];
      long[] judged = new long[days.length];
      long[] late = new long[days.length];
      long[] sum = new long[2];
      int at = 0;
      for (Map.Entry<Integer, long[]> change : changes.entrySet()) {
        sum[0] += change.getValue()[0];
        sum[1] += change.getValue()[1];
        days[at] = change.getKey();
        judged[at] = sum[0];
        late[at++] = sum[1];
      }
      return new YearBefore(days, judged, late);
    }
  }
}
