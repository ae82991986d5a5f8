package org.feewise.analytics.history;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.feewise.models.risk.features.PopulationRates;

/**
 * Bills, payments and reminders of the house as they were known at the end of a day in
 * Asia/Shanghai: what was issued, paid or sent later is not there.
 *
 * @param source only bills of this source, all where empty
 */
public record HouseHistory(HouseRecords records, LocalDate asOf, Optional<String> source) {
  /** No day of a house is later. */
  private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

  /** A missed payment is noticed a day after a plan's last at the latest, which leaves a day. */
  private static final int KEPT_AFTER_DAYS = 2;

  /**
   * What there is.
   *
   * @param first first day of issue
   * @param last last day of issue, at most the day as of which the history is known
   * @param judged bills whose due date has passed
   * @param open bills that are not settled
   * @param recent bills issued after the day that was asked for
   */
  public record Extent(LocalDate first, LocalDate last, long judged, long open, long recent) {
    public long days() {
      return last.toEpochDay() - first.toEpochDay();
    }
  }

  /** How far the bills known by then reach; empty when there are none. */
  public Optional<Extent> extent(LocalDate recentAfter) {
    Row counts =
        known()
            .agg(
                min("issued_on"),
                max("issued_on"),
                count_if(isJudged()),
                count_if(settledOn().isNull()),
                count_if(col("issued_on").gt(lit(recentAfter))))
            .head();
    return counts.isNullAt(0)
        ? Optional.empty()
        : Optional.of(
            new Extent(
                counts.getLocalDate(0),
                counts.getLocalDate(1),
                counts.getLong(2),
                counts.getLong(3),
                counts.getLong(4)));
  }

  /**
   * One row a bill: bill_no, citizen_id, district, fee_type, payer_kind, principal_fen, issued_on,
   * due_on, period_from, period_to, settled_on (null while open), income_day; plans_accepted,
   * plans_kept and plans_broken, each the days on which that became known of the citizen's plans;
   * paid, the payments of principal in order of time; reminded, the reminders in order of day. The
   * last five are null or empty where there are none.
   */
  public Dataset<Row> bills() {
    return known()
        .join(citizens(), "citizen_id")
        .select(
            col("bill_no"),
            col("citizen_id"),
            col("district"),
            col("fee_type"),
            col("payer_kind"),
            col("principal_fen"),
            col("issued_on"),
            col("due_on"),
            col("period_from"),
            col("period_to"),
            settledOn().as("settled_on"),
            col("income_day"),
            col("plans_accepted"),
            col("plans_kept"),
            col("plans_broken"),
            filter(col("paid"), paid -> isKnown(paid.getField("paid_on"))).as("paid"),
            reminders().as("reminded"));
  }

  /** Late shares over time, counted in the engine. */
  public PopulationRates rates() {
    PopulationRates.Counts counts = new PopulationRates.Counts();
    Column late = settledOn().isNull().or(settledOn().gt(col("due_on")));
    known()
        .where(isJudged())
        .join(records.citizens().select("citizen_id", "district"), "citizen_id")
        .groupBy(
            date_add(col("due_on"), 1).as("day"),
            coalesce(col("district"), lit("")).as("district"),
            col("fee_type"))
        .agg(count(lit(1)), count_if(late))
        .toLocalIterator()
        .forEachRemaining(
            day ->
                counts.add(
                    day.getLocalDate(0),
                    day.getString(1),
                    day.getString(2),
                    day.getLong(3),
                    day.getLong(4)));
    return counts.rates();
  }

  /**
   * Late shares over time, read straight from the house.
   *
   * @throws SQLException when it cannot be read
   */
  public static PopulationRates rates(SparkSession spark, HouseDatabase database, LocalDate asOf)
      throws SQLException {
    try (HouseSnapshot house = HouseSnapshot.of(database)) {
      return new HouseHistory(HouseRecords.bare(spark, house), asOf, Optional.empty()).rates();
    }
  }

  private Dataset<Row> known() {
    Dataset<Row> known = records.bills().where(isKnown(col("issued_on")));
    return source.map(name -> known.where(col("source").equalTo(name))).orElse(known);
  }

  private Column isJudged() {
    return col("due_on").lt(lit(asOf));
  }

  private Column settledOn() {
    return ifKnown(col("settled_on"));
  }

  private Column reminders() {
    Function<Column, Column> known =
        sent ->
            struct(
                sent.getField("sent_on").as("sent_on"),
                ifKnown(sent.getField("read_on")).as("read_on"));
    Column sent = filter(col("reminded"), each -> isKnown(each.getField("sent_on")));
    return sort_array(transform(sent, known::apply));
  }

  /**
   * A plan is broken when a missed payment is noticed, and kept when none was by the second day
   * after its last; a plan replaced before is neither.
   */
  private Dataset<Row> citizens() {
    Column plans = filter(col("plans"), plan -> isKnown(plan.getField("accepted_on")));
    return records
        .citizens()
        .select(
            col("citizen_id"),
            col("district"),
            col("income_day"),
            transform(plans, plan -> plan.getField("accepted_on")).as("plans_accepted"),
            transform(filter(plans, this::isKept), HouseHistory::keptOn).as("plans_kept"),
            transform(
                    filter(plans, plan -> isKnown(plan.getField("missed_on"))),
                    plan -> plan.getField("missed_on"))
                .as("plans_broken"));
  }

  private Column isKept(Column plan) {
    return isKnown(keptOn(plan))
        .and(plan.getField("done_on").lt(orNever(plan.getField("replaced_on"))))
        .and(keptOn(plan).lt(orNever(plan.getField("missed_on"))));
  }

  private static Column keptOn(Column plan) {
    return date_add(plan.getField("done_on"), KEPT_AFTER_DAYS);
  }

  private static Column orNever(Column day) {
    return coalesce(day, lit(NEVER));
  }

  private Column isKnown(Column day) {
    return day.leq(lit(asOf));
  }

  private Column ifKnown(Column day) {
    return when(isKnown(day), day);
  }
}
