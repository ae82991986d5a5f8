package org.feewise.analytics.city;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** A table of the city with its columns, named as in the database, and its rows. */
enum CityTable {
  CITIZENS(
      new StructType()
          .add("citizen_id", StringType)
          .add("name", StringType)
          .add("national_id", StringType)
          .add("phone", StringType)
          .add("email", StringType)
          .add("address", StringType)
          .add("locale", StringType)
          .add("payer_kind", StringType)
          .add("district", StringType)
          .add("region", StringType)
          .add("age_band", StringType)
          .add("income_band", StringType)
          .add("disabled", BooleanType)
          .add("income_day", IntegerType)
          .add("source", StringType),
      CityRows::citizen),

  BILLS(
      new StructType()
          .add("bill_no", StringType)
          .add("citizen_id", StringType)
          .add("fee_type", StringType)
          .add("title", StringType)
          .add("period_from", DateType)
          .add("period_to", DateType)
          .add("principal_fen", LongType)
          .add("issued_on", DateType)
          .add("due_on", DateType)
          .add("effective_due_on", DateType)
          .add("decision_on", DateType)
          .add("region", StringType)
          .add("payer_kind", StringType)
          .add("settled_on", DateType)
          .add("paid_fen", LongType)
          .add("source", StringType)
          .add("attributes", StringType)
          .add("changed_at", TimestampType),
      CityRows::bills),

  PAYMENTS(
      new StructType()
          .add("payment_id", StringType)
          .add("bill_no", StringType)
          .add("citizen_id", StringType)
          .add("paid_at", TimestampType)
          .add("principal_fen", LongType)
          .add("surcharge_fen", LongType)
          .add("discount_fen", LongType)
          .add("fee_fen", LongType)
          .add("method", StringType)
          .add("channel", StringType)
          .add("source", StringType),
      CityRows::payments),

  REMINDERS(
      new StructType()
          .add("reminder_id", StringType)
          .add("citizen_id", StringType)
          .add("bill_no", StringType)
          .add("channel", StringType)
          .add("reason", StringType)
          .add("status", StringType)
          .add("send_after", TimestampType)
          .add("sent_at", TimestampType)
          .add("read_at", TimestampType)
          .add("attempts", IntegerType)
          .add("created_at", TimestampType)
          .add("source", StringType),
      CityRows::reminders),

  /** What only the generator knows about each citizen. */
  CITIZEN_TRUTHS(
      new StructType()
          .add("citizen_id", StringType)
          .add("income_day", IntegerType)
          .add("forgetfulness", DoubleType)
          .add("auto_pay", BooleanType)
          .add("habitual_method", StringType)
          .add("responds_to", StringType)
          .add("hardships", StringType)
          .add("moved_on", StringType),
      CityRows::citizenTruth),

  /** The chance of each bill being late that the generator threw its dice against. */
  BILL_TRUTHS(
      new StructType().add("bill_no", StringType).add("late_chance", DoubleType),
      CityRows::billTruths);

  private final StructType schema;
  private final RowsOfCitizen rows;

  /** Makes the rows of one citizen, in an order that never changes. */
  private interface RowsOfCitizen {
    Stream<Row> rows(CitizenLife.Teller teller, int number);
  }

  CityTable(StructType schema, RowsOfCitizen rows) {
    this.schema = schema;
    this.rows = rows;
  }

  Stream<Row> rows(CitizenLife.Teller teller, int number) {
    return rows.rows(teller, number);
  }

  StructType schema() {
    return schema;
  }
}
