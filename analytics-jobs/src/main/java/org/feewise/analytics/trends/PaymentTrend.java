package org.feewise.analytics.trends;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.feewise.analytics.history.HouseDatabase;
import org.feewise.analytics.history.HouseRecords;

/**
 * How fees are paid, by fee type, district and the month in which they fell due: the report table
 * {@code report.payment_trend}.
 *
 * <p>A bill is on time when its principal was paid in full by its effective due date, late when
 * after it, overdue when it is open after it; an open bill that is not due yet is counted in {@code
 * bills} alone.
 */
public final class PaymentTrend {
  /** The district of a payer whose district is not known. */
  static final String NO_DISTRICT = "-";

  private final HouseDatabase database;
  private final Clock clock;

  /**
   * Prepares a report.
   *
   * @param database holds the report
   */
  public PaymentTrend(HouseDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Computes the report and puts it in the place of the one before, at once and as a whole.
   *
   * @param records the house's bills and citizens
   * @param asOf the day that decides what is overdue, Asia/Shanghai
   * @return how many rows the report has
   * @throws SQLException when the database refuses; the report is then as it was
   */
  public long refresh(HouseRecords records, LocalDate asOf) throws SQLException {
    return new ReportTable(database).replaceWith(aggregate(records, asOf), clock.instant());
  }

  /** The report's rows, aggregated by Spark. */
  Dataset<Row> aggregate(HouseRecords records, LocalDate asOf) {
    Column due = col("due_on");
    Column settled = col("settled_on");
    Column overdue = settled.isNull().and(due.lt(lit(asOf)));
    Column open = col("principal_fen").minus(col("paid_fen"));
    return records
        .bills()
        .where(col("issued_on").leq(lit(asOf)))
        .join(records.citizens().select("citizen_id", "district"), "citizen_id")
        .groupBy(
            col("fee_type"),
            trunc(due, "month").as("month"),
            coalesce(col("district"), lit(NO_DISTRICT)).as("district"))
        .agg(
            count(lit(1)).as("bills"),
            sum("principal_fen").as("billed_fen"),
            sum("paid_fen").as("collected_fen"),
            count_if(settled.leq(due)).as("on_time_bills"),
            count_if(settled.gt(due)).as("late_bills"),
            count_if(overdue).as("overdue_bills"),
            sum(when(overdue, open).otherwise(0L)).as("overdue_fen"));
  }
}
