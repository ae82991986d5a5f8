package org.feewise.analytics.history;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * What the house knows of bills and of those who owe them, whatever day it became known.
 *
 * @param bills one row a bill: bill_no, citizen_id, fee_type, payer_kind, principal_fen, paid_fen,
 *     issued_on, due_on (the effective one), period_from, period_to, settled_on (null while open),
 *     source; {@code paid}, the payments of principal in order of time, and {@code reminded}, the
 *     reminders in order of day, each null where there are none
 * @param citizens one row a citizen: citizen_id, district, income_day; {@code plans}, the accepted
 *     payment plans, null where there are none
 */
public record HouseRecords(Dataset<Row> bills, Dataset<Row> citizens) {
  private static final String BILLS =
      """
      select bill_no, citizen_id, fee_type, payer_kind, principal_fen, paid_fen, issued_on,
        effective_due_on as due_on, period_from, period_to, settled_on, source
      from bill where %s""";
  private static final String PAYMENTS =
      """
      select bill_no, citizen_id, paid_at, (paid_at at time zone 'Asia/Shanghai')::date as paid_on,
        principal_fen, coalesce(channel, method, '') as channel
      from payment where principal_fen > 0 and %s""";
  private static final String REMINDERS =
      """
      select bill_no, citizen_id, (sent_at at time zone 'Asia/Shanghai')::date as sent_on,
        (read_at at time zone 'Asia/Shanghai')::date as read_on
      from reminder where sent_at is not null and bill_no is not null and %s""";
  private static final String CITIZENS =
      "select citizen_id, district, income_day from citizen where %s";
  private static final String PLANS =
      """
      select citizen_id, (accepted_at at time zone 'Asia/Shanghai')::date as accepted_on,
        (plan ->> 'doneOn')::date as done_on,
        (replaced_at at time zone 'Asia/Shanghai')::date as replaced_on,
        (select min((noticed_at at time zone 'Asia/Shanghai')::date) from missed_payment m
          where m.plan_id = payment_plan.plan_id) as missed_on
      from payment_plan where accepted_at is not null and %s""";

  private static final String WRITTEN_BILLS =
      """
      bill_no in (select bill_no from bill where changed_in >= '%1$d'
        union select bill_no from payment where changed_in >= '%1$d'
        union select bill_no from reminder where changed_in >= '%1$d' and bill_no is not null)""";
  private static final String WRITTEN_CITIZENS =
      """
      citizen_id in (select citizen_id from citizen where changed_in >= '%1$d'
        union select citizen_id from payment_plan where changed_in >= '%1$d'
        union select payment_plan.citizen_id from payment_plan
          join missed_payment m using (plan_id) where m.changed_in >= '%1$d')""";

  /** How the rows of a query on a table are read; the query lacks its last condition. */
  private interface Reading {
    Dataset<Row> rows(String table, String query) throws SQLException;
  }

  static Dataset<Row> allBills(SparkSession spark, HouseSnapshot house) throws SQLException {
    return bills(whole(spark, house));
  }

  static Dataset<Row> allCitizens(SparkSession spark, HouseSnapshot house) throws SQLException {
    return citizens(whole(spark, house));
  }

  private static Reading whole(SparkSession spark, HouseSnapshot house) {
    return (table, query) -> house.readTable(spark, table, query);
  }

  /** The bills of which anything was written by a transaction or a later one. */
  static Dataset<Row> billsWrittenSince(SparkSession spark, HouseSnapshot house, long transaction)
      throws SQLException {
    String written = WRITTEN_BILLS.formatted(transaction);
    return bills((_, query) -> house.read(spark, query.formatted(written)));
  }

  /** The citizens of whom anything was written by a transaction or a later one. */
  static Dataset<Row> citizensWrittenSince(
      SparkSession spark, HouseSnapshot house, long transaction) throws SQLException {
    String written = WRITTEN_CITIZENS.formatted(transaction);
    return citizens((_, query) -> house.read(spark, query.formatted(written)));
  }

  /**
   * Some citizens and all their bills, as they are now.
   *
   * @throws SQLException when the house cannot be read
   */
  public static HouseRecords of(
      SparkSession spark, HouseDatabase database, Collection<String> citizens) throws SQLException {
    Column theirs = col("citizen_id").isInCollection(citizens);
    Reading reading = (_, query) -> database.read(spark, query.formatted("true")).where(theirs);
    return new HouseRecords(bills(reading), citizens(reading));
  }

  /** Every bill without what was paid and sent, and every citizen without plans. */
  static HouseRecords bare(SparkSession spark, HouseSnapshot house) throws SQLException {
    return new HouseRecords(
        house
            .readTable(spark, "bill", BILLS)
            .withColumn("paid", lit(null))
            .withColumn("reminded", lit(null)),
        house.readTable(spark, "citizen", CITIZENS).withColumn("plans", lit(null)));
  }

  private static Dataset<Row> bills(Reading reading) throws SQLException {
    Dataset<Row> paid =
        inOrder(
            reading.rows("payment", PAYMENTS),
            "bill_no",
            "paid",
            "paid_at",
            "paid_on",
            "principal_fen",
            "channel");
    Dataset<Row> reminded =
        inOrder(reading.rows("reminder", REMINDERS), "bill_no", "reminded", "sent_on", "read_on");
    return reading
        .rows("bill", BILLS)
        .join(paid, asScala("bill_no"), "left")
        .join(reminded, asScala("bill_no"), "left");
  }

  private static Dataset<Row> citizens(Reading reading) throws SQLException {
    Dataset<Row> plans =
        inOrder(
            reading.rows("payment_plan", PLANS),
            "citizen_id",
            "plans",
            "accepted_on",
            "done_on",
            "replaced_on",
            "missed_on");
    return reading.rows("citizen", CITIZENS).join(plans, asScala("citizen_id"), "left");
  }

  private static Dataset<Row> inOrder(
      Dataset<Row> rows, String key, String name, String... columns) {
    Column[] fields = Stream.of(columns).map(functions::col).toArray(Column[]::new);
    return rows.groupBy(key).agg(sort_array(collect_list(struct(fields))).as(name));
  }

  private static scala.collection.immutable.Seq<String> asScala(String column) {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of(column)).toSeq();
  }
}
