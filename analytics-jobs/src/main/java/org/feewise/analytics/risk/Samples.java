package org.feewise.analytics.risk;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.feewise.analytics.history.HouseHistory;

/**
 * Which bills of a run are described: the open ones, which are scored; some of the judged ones, to
 * learn from and to measure on; some of the newest, judged or not, on which drift of features is
 * seen first.
 */
record Samples(LocalDate asOf, HouseHistory.Extent extent) {
  private static final int MOST_JUDGED = 30_000;
  private static final int MOST_NEWEST = 20_000;

  /** So many that a monthly bill is among them whatever the month. */
  private static final int NEWEST_DAYS = 31;

  /** The newest bills are issued after this day. */
  static LocalDate newestAfter(LocalDate asOf) {
    return asOf.minusDays(NEWEST_DAYS);
  }

  /** Whether a bill of {@link HouseHistory#bills} is described. */
  Column wanted() {
    return col("settled_on")
        .isNull()
        .or(col("due_on").lt(lit(asOf)).and(judged().isDrawn()))
        .or(isNewest());
  }

  TrainingSample training(Dataset<Row> described) {
    return TrainingSample.of(
        described.where(col("late").isNotNull().and(judged().isDrawn())), extent.judged());
  }

  NewestBills newest(Dataset<Row> described) {
    return NewestBills.of(described.where(isNewest()));
  }

  private Draw judged() {
    return new Draw(extent.judged(), MOST_JUDGED);
  }

  private Column isNewest() {
    return col("issued_on")
        .gt(lit(newestAfter(asOf)))
        .and(new Draw(extent.recent(), MOST_NEWEST).isDrawn());
  }
}
