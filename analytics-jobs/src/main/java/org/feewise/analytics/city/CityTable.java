package org.feewise.analytics.city;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.feewise.analytics.city.CitizenLife.Told;

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
          .add("source", StringType)) {
    @Override
    Stream<Row> rows(CitizenLife.Teller teller, int number) {
      Citizen c = teller.profile(number).citizen();
      return Stream.of(
          RowFactory.create(
              c.citizenId(),
              c.name(),
              c.nationalId(),
              c.phone(),
              c.email(),
              c.address(),
              c.locale(),
              c.payerKind().name(),
              c.district(),
              c.region(),
              c.ageBand(),
              c.incomeBand(),
              c.disabled(),
              c.incomeDay(),
              SOURCE));
    }
  },

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
          .add("changed_at", TimestampType)) {
    @Override
    Stream<Row> rows(CitizenLife.Teller teller, int number) {
      CitizenLife life = teller.life(number);
      return life.bills().stream().map(told -> bill(life.profile().citizen().citizenId(), told));
    }

    private Row bill(String citizenId, Told told) {
      Bill bill = told.bill();
      return RowFactory.create(
          bill.billNo(),
          citizenId,
          bill.rhythm().feeType().name(),
          bill.rhythm().titleFor(bill.issuedIn()),
          bill.periodFrom(),
          bill.periodTo(),
          bill.principalFen(),
          bill.issuedOn(),
          bill.dueOn(),
          bill.effectiveDueOn(),
          bill.decisionOn(),
          null,
          bill.payerKind().name(),
          told.settledOn(),
          told.paidFen(),
          SOURCE,
          attributes(told),
          instant(told.changedAt()));
    }

    private String attributes(Told told) {
      return Stream.of(
              told.disputed() ? "\"disputed\":true" : "",
              told.overpaidFen() > 0 ? "\"overpaidFen\":" + told.overpaidFen() : "")
          .filter(attribute -> !attribute.isEmpty())
          .collect(Collectors.joining(",", "{", "}"));
    }
  },

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
          .add("source", StringType)) {
    @Override
    Stream<Row> rows(CitizenLife.Teller teller, int number) {
      CitizenLife life = teller.life(number);
      String citizenId = life.profile().citizen().citizenId();
      return life.bills().stream()
          .flatMap(
              told ->
                  told.payments().stream()
                      .map(payment -> payment(told.bill().billNo(), citizenId, payment)));
    }

    private Row payment(String billNo, String citizenId, Payment payment) {
      return RowFactory.create(
          payment.paymentId(),
          billNo,
          citizenId,
          instant(payment.paidAt()),
          payment.principalFen(),
          payment.surchargeFen(),
          0L,
          0L,
          payment.method().name(),
          payment.channel(),
          SOURCE);
    }
  },

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
          .add("source", StringType)) {
    @Override
    Stream<Row> rows(CitizenLife.Teller teller, int number) {
      CitizenLife life = teller.life(number);
      String citizenId = life.profile().citizen().citizenId();
      return life.bills().stream()
          .filter(told -> told.reminder() != null)
          .map(told -> reminder(told.bill().billNo(), citizenId, told.reminder()));
    }

    private Row reminder(String billNo, String citizenId, Reminder reminder) {
      Instant sentAt = instant(reminder.sentAt());
      return RowFactory.create(
          reminder.reminderId(),
          citizenId,
          billNo,
          reminder.channel().name(),
          "DUE_SOON",
          "SENT",
          sentAt,
          sentAt,
          reminder.readAt() == null ? null : instant(reminder.readAt()),
          1,
          sentAt,
          SOURCE);
    }
  },

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
          .add("moved_on", StringType)) {
    @Override
    Stream<Row> rows(CitizenLife.Teller teller, int number) {
      Profile p = teller.profile(number);
      return Stream.of(
          RowFactory.create(
              p.citizen().citizenId(),
              p.citizen().incomeDay(),
              p.forgetfulness(),
              p.autoPay(),
              p.habitualMethod().name(),
              spaced(p.respondsTo().stream()),
              spaced(p.hardships().stream().map(spell -> spell.from() + "/" + spell.to())),
              spaced(p.movedOn().stream())));
    }
  },

  /** The chance of each bill being late that the generator threw its dice against. */
  BILL_TRUTHS(new StructType().add("bill_no", StringType).add("late_chance", DoubleType)) {
    @Override
    Stream<Row> rows(CitizenLife.Teller teller, int number) {
      return teller.life(number).bills().stream()
          .map(told -> RowFactory.create(told.bill().billNo(), told.lateChance()));
    }
  };

  private static final String SOURCE = "city";
  private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

  private final StructType schema;

  CityTable(StructType schema) {
    this.schema = schema;
  }

  /** The rows of one citizen, in an order that never changes. */
  abstract Stream<Row> rows(CitizenLife.Teller teller, int number);

  StructType schema() {
    return schema;
  }

  private static Instant instant(LocalDateTime local) {
    return local.toInstant(ZONE);
  }

  private static String spaced(Stream<?> values) {
    return values.map(Object::toString).collect(Collectors.joining(" "));
  }
}
