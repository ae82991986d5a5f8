package org.feewise.analytics.history;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

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
   * One row a bill: bill_no, citizen_id, district, fee_type, payer_kind, principal_fen, issued_on,
   * due_on, period_from, period_to, settled_on (null while open), income_day; plans_accepted,
   * plans_kept and plans_broken, each the days on which that became known of the citizen's plans;
   * paid, the payments of principal in order of time; reminded, the reminders in order of day. The
   * last five are null where there are none.
   */
  public Dataset<Row> bills(SparkSession spark, Span span) {
    return stories((query, day, from) -> database.read(spark, query, day, from, asOf), span);
  }

  /**
   * The bills of some citizens, with the columns of {@link #bills}.
   *
   * @param citizens ids as they stand in the house; they become part of a query
   */
  public Dataset<Row> billsOf(SparkSession spark, Collection<String> citizens) {
    Span everyDay = new Span(asOf, asOf);
    return stories(
        (query, day, _) ->
            database
                .read(spark, query)
                .where(col("citizen_id").isInCollection(citizens).and(col(day).leq(lit(asOf)))),
        everyDay);
  }

  /** One row a bill, with the columns of {@link #bills} that tell no payment and no reminder. */
  public Dataset<Row> issued(SparkSession spark, Span span) {
    return issued((query, day, from) -> database.read(spark, query, day, from, asOf), span);
  }

  /** How the result of a query is read, from a day to the day as of which all is known. */
  private interface Reading {
    Dataset<Row> read(String query, String day, LocalDate from);
  }

  private Dataset<Row> stories(Reading reading, Span span) {
    return issued(reading, span)
        .join(payments(reading, span), asScala("bill_no"), "left")
        .join(reminders(reading, span), asScala("bill_no"), "left");
  }

  private Dataset<Row> issued(Reading reading, Span span) {
    return reading.read(
        """
        select b.bill_no, b.citizen_id, c.district, b.fee_type, b.payer_kind, b.principal_fen,
          b.issued_on, b.effective_due_on as due_on, b.period_from, b.period_to,
          case when b.settled_on <= '%1$s' then b.settled_on end as settled_on, c.income_day,
          plans_accepted, plans_kept, plans_broken
        from bill b join citizen c using (citizen_id) left join (%3$s) p using (citizen_id)
        where true%2$s"""
            .formatted(asOf, ofSource("b.source"), plans()),
        "issued_on",
        span.first());
  }

  /**
   * A plan is broken when a missed payment is noticed, and kept when none was by the second day
   * after its last, one day being left to notice it; a plan replaced before is neither.
   */
  private String plans() {
    return """
        select citizen_id, array_agg(accepted_on) as plans_accepted,
          array_agg(done_on + 2) filter (where done_on + 2 <= '%1$s' and done_on < replaced_on
            and done_on + 2 < missed_on) as plans_kept,
          array_agg(missed_on) filter (where missed_on <= '%1$s') as plans_broken
        from (
          select citizen_id, (accepted_at at time zone 'Asia/Shanghai')::date as accepted_on,
            (plan ->> 'doneOn')::date as done_on,
            coalesce((replaced_at at time zone 'Asia/Shanghai')::date, 'infinity') as replaced_on,
            coalesce((select min((noticed_at at time zone 'Asia/Shanghai')::date)
                from missed_payment m where m.plan_id = payment_plan.plan_id), 'infinity')
              as missed_on
          from payment_plan where accepted_at is not null) as plan
        where accepted_on <= '%1$s' group by citizen_id"""
        .formatted(asOf);
  }

  private Dataset<Row> payments(Reading reading, Span span) {
    return reading
        .read(
            """
            select bill_no, citizen_id, paid_at, (paid_at at time zone 'Asia/Shanghai')::date as paid_on,
              principal_fen, coalesce(channel, method, '') as channel
            from payment where principal_fen > 0"""
                + ofSource("source"),
            "paid_on",
            span.first().minusYears(1))
        .groupBy("bill_no")
        .agg(inOrder("paid", "paid_at", "paid_on", "principal_fen", "channel"));
  }

  private Dataset<Row> reminders(Reading reading, Span span) {
    return reading
        .read(
            """
            select bill_no, citizen_id, (sent_at at time zone 'Asia/Shanghai')::date as sent_on,
              case when (read_at at time zone 'Asia/Shanghai')::date <= '%s'
                then (read_at at time zone 'Asia/Shanghai')::date end as read_on
            from reminder where sent_at is not null and bill_no is not null"""
                .formatted(asOf),
            "sent_on",
            span.first())
        .groupBy("bill_no")
        .agg(inOrder("reminded", "sent_on", "read_on"));
  }

  private static Column inOrder(String name, String... columns) {
    Column[] fields = Stream.of(columns).map(functions::col).toArray(Column[]::new);
    return sort_array(collect_list(struct(fields))).as(name);
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
