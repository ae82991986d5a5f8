package org.feewise.analytics.history;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Bills, payments and reminders of the house as they were known at the end of a day in
 * Asia/Shanghai: what was issued, paid or sent later is not there.
 *
 * @param source only bills of this source, all where empty
 */
public record HouseHistory(HouseDatabase database, LocalDate asOf, Optional<String> source) {

  /** How far the bills known by then reach; empty when there are none. */
  public Optional<Span> span(SparkSession spark) {
    Row span =
        database
            .read(
                spark,
                "select min(issued_on) as first, max(issued_on) as last from bill where issued_on"
                    + " <= '%s'%s".formatted(asOf, ofSource("source")))
            .head();
    return span.isNullAt(0)
        ? Optional.empty()
        : Optional.of(new Span(span.getLocalDate(0), span.getLocalDate(1)));
  }

  /**
   * Days of issue.
   *
   * @param last at most the day as of which the history is known
   */
  public record Span(LocalDate first, LocalDate last) {
    public long days() {
      return last.toEpochDay() - first.toEpochDay();
    }
  }

  /**
   * One row a bill: bill_no, citizen_id, fee_type, payer_kind, principal_fen, issued_on, due_on,
   * settled_on (null while open), income_day, channel, payments, reminded_on.
   */
  public Dataset<Row> bills(SparkSession spark, Span span) {
    Dataset<Row> bills =
        database.read(
            spark,
            """
            select b.bill_no, b.citizen_id, b.fee_type, b.payer_kind, b.principal_fen, b.issued_on,
              b.effective_due_on as due_on,
              case when b.settled_on <= '%s' then b.settled_on end as settled_on, c.income_day
            from bill b join citizen c using (citizen_id) where true%s"""
                .formatted(asOf, ofSource("b.source")),
            "issued_on",
            span.first(),
            span.last());
    return bills
        .join(payments(spark, span), asScala("bill_no"), "left")
        .join(reminders(spark, span), asScala("bill_no"), "left");
  }

  private Dataset<Row> payments(SparkSession spark, Span span) {
    return database
        .read(
            spark,
            """
            select bill_no, paid_at, coalesce(channel, method, '') as channel,
              (paid_at at time zone 'Asia/Shanghai')::date as paid_on
            from payment"""
                + (source.isPresent() ? " where true" + ofSource("source") : ""),
            "paid_on",
            span.first().minusYears(1),
            asOf)
        .groupBy("bill_no")
        .agg(
            max_by(col("channel"), col("paid_at")).as("channel"),
            count(lit(1)).cast("int").as("payments"));
  }

  private Dataset<Row> reminders(SparkSession spark, Span span) {
    return database
        .read(
            spark,
            """
            select bill_no, (sent_at at time zone 'Asia/Shanghai')::date as reminded_on
            from reminder where sent_at is not null and bill_no is not null""",
            "reminded_on",
            span.first(),
            asOf)
        .groupBy("bill_no")
        .agg(min("reminded_on").as("reminded_on"));
  }

  /** The groups whose treatment is compared, for some citizens; never features. */
  public Dataset<Row> groups(SparkSession spark) {
    return database.read(
        spark,
        """
        select citizen_id, district, age_band, income_band,
          case when disabled then 'yes' when not disabled then 'no' end as disabled
        from citizen""");
  }

  private String ofSource(String column) {
    return source.map(name -> " and " + column + " = '" + name.replace("'", "''") + "'").orElse("");
  }

  private static scala.collection.immutable.Seq<String> asScala(String column) {
    return scala.jdk.javaapi.CollectionConverters.asScala(java.util.List.of(column)).toSeq();
  }
}
