package org.feewise.analytics.risk;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.feewise.analytics.history.MappedBills;
import org.feewise.models.risk.features.FeatureSchema;

/**
 * Which bills of a table are learnt from and which are tested.
 *
 * @param training positions in the table, in order of issue where {@code temporal}
 * @param test positions in the table
 * @param temporal whether every tested bill was issued no earlier than those learnt from
 */
record Partition(int[] training, int[] test, boolean temporal) {
  static Partition temporal(MappedBills bills, double testShare) {
    int[] order =
        IntStream.range(0, bills.bills().size())
            .boxed()
            .sorted(Comparator.comparing(i -> bills.bills().get(i).issuedOn()))
            .mapToInt(Integer::intValue)
            .toArray();
    return cut(order, testShare, true);
  }

  static Partition random(int rows, double testShare, long seed) {
    int[] order = IntStream.range(0, rows).toArray();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = rows - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return cut(order, testShare, false);
  }

  private static Partition cut(int[] order, double testShare, boolean temporal) {
    int learnt = order.length - (int) Math.round(order.length * testShare);
    return new Partition(
        Arrays.copyOf(order, learnt), Arrays.copyOfRange(order, learnt, order.length), temporal);
  }

  /** The last of too many to learn from: the newest, or a random part where order is random. */
  int[] newestOfTraining(int most) {
    return Arrays.copyOfRange(training, Math.max(0, training.length - most), training.length);
  }

  /** Whether the bills to learn from cover two years, so that seasons can be told from growth. */
  boolean coversSeasons(MappedBills bills) {
    long[] days =
        Arrays.stream(training)
            .mapToObj(i -> bills.bills().get(i).issuedOn())
            .filter(Objects::nonNull)
            .mapToLong(LocalDate::toEpochDay)
            .sorted()
            .toArray();
    return days.length > 0 && FeatureSchema.coversSeasons(days[days.length - 1] - days[0]);
  }
}
