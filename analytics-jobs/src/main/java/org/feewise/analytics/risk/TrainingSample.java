package org.feewise.analytics.risk;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.feewise.analytics.history.DescribedBills;
import org.feewise.models.risk.TrainingSet;
import org.feewise.models.risk.features.FeatureRow;
import org.feewise.models.risk.features.HouseFeatures;

/**
 * Judged bills to learn from: at most so many, drawn by their number so that a rerun draws the
 * same.
 *
 * @param set in order of issue
 * @param citizens who owed each
 * @param from first day of issue, null without rows
 * @param to last day of issue, null without rows
 * @param judged how many there were to draw from
 */
record TrainingSample(
    TrainingSet set, List<String> citizens, LocalDate from, LocalDate to, long judged) {
  private static final long BUCKETS = 1_000_000;

  static TrainingSample draw(Dataset<Row> described, int most) {
    Dataset<Row> judged = described.where(col("late").isNotNull());
    long count = judged.count();
    long share = count <= most ? BUCKETS : BUCKETS * most / count;
    List<Row> rows =
        judged
            .where(pmod(xxhash64(col("bill_no")), lit(BUCKETS)).lt(share))
            .orderBy("issued_on", "bill_no")
            .collectAsList();
    FeatureRow[] features = new FeatureRow[rows.size()];
    boolean[] late = new boolean[features.length];
    double[] days = new double[features.length];
    List<String> citizens = new ArrayList<>();
    for (int i = 0; i < features.length; i++) {
      Row row = rows.get(i);
      features[i] = DescribedBills.features(row);
      late[i] = row.<Boolean>getAs("late");
      Double daysLate = row.getAs("days_late");
      days[i] = daysLate == null ? Double.NaN : daysLate;
      citizens.add(row.getAs("citizen_id"));
    }
    return new TrainingSample(
        new TrainingSet(HouseFeatures.SCHEMA, features, late, days, true),
        citizens,
        rows.isEmpty() ? null : rows.getFirst().<LocalDate>getAs("issued_on"),
        rows.isEmpty() ? null : rows.getLast().<LocalDate>getAs("issued_on"),
        count);
  }
}
