package org.feewise.analytics.risk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.feewise.analytics.history.DescribedBills;
import org.feewise.models.risk.RiskModel;
import org.feewise.models.risk.TrainingSet;
import org.feewise.models.risk.features.FeatureRow;
import org.feewise.models.risk.features.HouseFeatures;
import org.feewise.models.risk.measures.ByPayer;
import org.feewise.models.risk.watch.JudgedBills;

/**
 * Judged bills to learn from and to measure on.
 *
 * @param set in order of issue
 * @param citizens who owed each
 * @param issuedOn day of issue of each
 * @param dueOn effective due date of each
 * @param judged how many there were to draw from
 */
record TrainingSample(
    TrainingSet set,
    List<String> citizens,
    List<LocalDate> issuedOn,
    List<LocalDate> dueOn,
    long judged) {
  static TrainingSample of(Dataset<Row> drawn, long judged) {
    List<Row> rows = drawn.orderBy("issued_on", "bill_no").collectAsList();
    FeatureRow[] features = new FeatureRow[rows.size()];
    boolean[] late = new boolean[features.length];
    double[] days = new double[features.length];
    List<String> citizens = new ArrayList<>();
    List<LocalDate> issuedOn = new ArrayList<>();
    List<LocalDate> dueOn = new ArrayList<>();
    for (int i = 0; i < features.length; i++) {
      Row row = rows.get(i);
      features[i] = DescribedBills.features(row);
      late[i] = row.<Boolean>getAs("late");
      Double daysLate = row.getAs("days_late");
      days[i] = daysLate == null ? Double.NaN : daysLate;
      citizens.add(row.getAs("citizen_id"));
      issuedOn.add(row.getAs("issued_on"));
      dueOn.add(row.getAs("due_on"));
    }
    return new TrainingSample(
        new TrainingSet(HouseFeatures.SCHEMA, features, late, days, true),
        citizens,
        issuedOn,
        dueOn,
        judged);
  }

  /** First day of issue, null without rows. */
  LocalDate from() {
    return issuedOn.isEmpty() ? null : issuedOn.getFirst();
  }

  /** Last day of issue, null without rows. */
  LocalDate to() {
    return issuedOn.isEmpty() ? null : issuedOn.getLast();
  }

  /** The bills that fell due on a day or before it. */
  TrainingSample dueThrough(LocalDate day) {
    return subset(rows(due -> !due.isAfter(day)));
  }

  /** The bills that fell due after a day. */
  TrainingSample dueAfter(LocalDate day) {
    return subset(rows(due -> due.isAfter(day)));
  }

  private int[] rows(Predicate<LocalDate> which) {
    return IntStream.range(0, dueOn.size()).filter(i -> which.test(dueOn.get(i))).toArray();
  }

  TrainingSample subset(int[] rows) {
    return new TrainingSample(
        set.subset(rows), some(citizens, rows), some(issuedOn, rows), some(dueOn, rows), judged);
  }

  private static <T> List<T> some(List<T> all, int[] rows) {
    return IntStream.of(rows).mapToObj(all::get).toList();
  }

  /** What was said of these bills, one probability each. */
  JudgedBills judgedBy(double[] probability) {
    return new JudgedBills(dueOn, ByPayer.of(citizens), probability, set.late());
  }

  /** What a model that has not seen them says of these bills. */
  JudgedBills judgedBy(RiskModel model) {
    return judgedBy(model.probabilities(List.of(set.rows())));
  }
}
