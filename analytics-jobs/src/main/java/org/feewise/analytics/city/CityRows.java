package org.feewise.analytics.city;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.feewise.analytics.city.CitizenLife.Told;

/** The rows that one citizen's life puts into each {@link CityTable}, columns in its order. */
final class CityRows {
  private static final String SOURCE = "city";
  private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

  private CityRows() {}

  static Stream<Row> citizen(CitizenLife.Teller teller, int number) {
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

  static Stream<Row> bills(CitizenLife.Teller teller, int number) {
    CitizenLife life = teller.life(number);
    return life.bills().stream().map(told -> bill(life.profile().citizen().citizenId(), told));
  }

  private static Row bill(String citizenId, Told told) {
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

  private static String attributes(Told told) {
    return Stream.of(
            told.disputed() ? "\"disputed\":true" : "",
            told.overpaidFen() > 0 ? "\"overpaidFen\":" + told.overpaidFen() : "")
        .filter(attribute -> !attribute.isEmpty())
        .collect(Collectors.joining(",", "{", "}"));
  }

  static Stream<Row> payments(CitizenLife.Teller teller, int number) {
    CitizenLife life = teller.life(number);
    String citizenId = life.profile().citizen().citizenId();
    return life.bills().stream()
        .flatMap(
            told ->
                told.payments().stream()
                    .map(payment -> payment(told.bill().billNo(), citizenId, payment)));
  }

  private static Row payment(String billNo, String citizenId, Payment payment) {
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

  static Stream<Row> reminders(CitizenLife.Teller teller, int number) {
    CitizenLife life = teller.life(number);
    String citizenId = life.profile().citizen().citizenId();
    return life.bills().stream()
        .filter(told -> told.reminder() != null)
        .map(told -> reminder(told.bill().billNo(), citizenId, told.reminder()));
  }

  private static Row reminder(String billNo, String citizenId, Reminder reminder) {
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

  static Stream<Row> citizenTruth(CitizenLife.Teller teller, int number) {
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

  static Stream<Row> billTruths(CitizenLife.Teller teller, int number) {
    return teller.life(number).bills().stream()
        .map(told -> RowFactory.create(told.bill().billNo(), told.lateChance()));
  }

  private static Instant instant(LocalDateTime local) {
    return local.toInstant(ZONE);
  }

  private static String spaced(Stream<?> values) {
    return values.map(Object::toString).collect(Collectors.joining(" "));
  }
}
