package org.feewise.models.risk.watch;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.feewise.models.risk.measures.ByPayer;
import org.feewise.models.risk.measures.Estimate;

/**
 * Bills that a model had not seen, with what it said of each and what happened.
 *
 * @param dueOn effective due date of each
 * @param probability of being late, as the model said
 */
public record JudgedBills(
    List<LocalDate> dueOn, ByPayer payers, double[] probability, boolean[] late) {
  private static final int FEWEST_BILLS = 30;
  private static final int FEWEST_PAYERS = 10;

  public JudgedBills {
    if (dueOn.size() != late.length
        || probability.length != late.length
        || payers.rows() != late.length) {
      throw new IllegalArgumentException(
          "%d due dates, %d payers, %d probabilities for %d outcomes"
              .formatted(dueOn.size(), payers.rows(), probability.length, late.length));
    }
  }

  public int size() {
    return late.length;
  }

  /** Only those that fell due on a day or later. */
  public JudgedBills dueFrom(LocalDate day) {
    return subset(IntStream.range(0, size()).filter(i -> !dueOn.get(i).isBefore(day)).toArray());
  }

  JudgedBills subset(int[] rows) {
    boolean[] someLate = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      someLate[i] = late[rows[i]];
    }
    return new JudgedBills(
        IntStream.of(rows).mapToObj(dueOn::get).toList(),
        payers.subset(rows),
        IntStream.of(rows).mapToDouble(row -> probability[row]).toArray(),
        someLate);
  }

  double expected() {
    return IntStream.range(0, size()).mapToDouble(i -> probability[i]).average().orElseThrow();
  }

  double observed() {
    return IntStream.range(0, size()).mapToDouble(i -> late[i] ? 1 : 0).average().orElseThrow();
  }

  /** Share late less mean probability. */
  Estimate gap(double confidence) {
    return payers.mean(
        IntStream.range(0, size()).mapToDouble(i -> (late[i] ? 1 : 0) - probability[i]).toArray(),
        confidence);
  }

  /** By month of the due date; months of fewer than 30 bills or 10 payers are left out. */
  public List<MonthCalibration> byMonth(boolean heldBack) {
    Map<YearMonth, List<Integer>> months =
        IntStream.range(0, size())
            .boxed()
            .collect(
                Collectors.groupingBy(
                    i -> YearMonth.from(dueOn.get(i)), TreeMap::new, Collectors.toList()));
    List<MonthCalibration> calibrations = new ArrayList<>();
    months.forEach(
        (month, rows) -> {
          JudgedBills bills = subset(rows.stream().mapToInt(Integer::intValue).toArray());
          if (bills.size() >= FEWEST_BILLS && bills.payers().payers() >= FEWEST_PAYERS) {
            calibrations.add(bills.month(month, heldBack));
          }
        });
    return calibrations;
  }

  private MonthCalibration month(YearMonth month, boolean heldBack) {
    return new MonthCalibration(
        month.toString(), heldBack, size(), payers.payers(), expected(), observed(), gap(0.95));
  }
}
