package org.feewise.assistant.chat.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.assistant.bills.BillStore;
import org.feewise.assistant.bills.Period;
import org.feewise.assistant.bills.SurchargeRules;
import org.feewise.assistant.bills.imports.CopyRows;
import org.feewise.models.fees.DueBy;
import org.feewise.models.fees.FeeScope;
import org.feewise.models.fees.PayerKind;
import org.feewise.models.fees.Surcharges;
import org.feewise.models.words.Words;

/** Puts demo citizens with bills and payments of their own into the database, one for each case. */
final class DemoCitizens {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalTime NOON = LocalTime.NOON;
  private static final String SOURCE = "evaluation";
  private static final Words WORDS =
      Words.of(DemoCitizens.class, "evaluation", Locale.SIMPLIFIED_CHINESE);

  private final DataSource database;
  private final BillStore store;
  private final SurchargeRules rules;
  private final Surcharges surcharges;
  private long count;

  DemoCitizens(DataSource database, BillStore store, SurchargeRules rules, Surcharges surcharges) {
    this.database = database;
    this.store = store;
    this.rules = rules;
    this.surcharges = surcharges;
  }

  /** A citizen, and the ledger as of the day of the case. */
  record Citizen(String id, BillLedger ledger) {}

  /** The next citizen, at noon of a day; the same place in a file gives the same bills. */
  Citizen on(LocalDate today) {
    long number = ++count;
    String id = "demo-" + number;
    add(id, DemoBills.on(today, number));
    Clock clock = Clock.fixed(today.atTime(NOON).atZone(ZONE).toInstant(), ZONE);
    return new Citizen(id, new BillLedger(store, rules, clock));
  }

  private void add(String citizenId, List<DemoBill> bills) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        insert(connection, citizenId, bills);
        connection.commit();
      } catch (SQLException | IOException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a demo citizen could not be added", e);
    } catch (IOException e) {
      throw new UncheckedIOException("a demo citizen could not be added", e);
    }
  }

  private void insert(Connection connection, String citizenId, List<DemoBill> bills)
      throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local synchronous_commit = off");
    }
    try (PreparedStatement insert =
        connection.prepareStatement("insert into citizen (citizen_id, source) values (?, ?)")) {
      insert.setString(1, citizenId);
      insert.setString(2, SOURCE);
      insert.executeUpdate();
    }
    try (CopyRows rows =
        CopyRows.into(
            connection,
            "bill (bill_no, citizen_id, fee_type, title, period_from, period_to, principal_fen,"
                + " paid_fen, issued_on, due_on, effective_due_on, decision_on, settled_on,"
                + " source)")) {
      for (DemoBill bill : bills) {
        write(rows, citizenId, bill);
      }
    }
    try (CopyRows rows =
        CopyRows.into(
            connection,
            "payment (payment_id, bill_no, citizen_id, paid_at, principal_fen, method, source)")) {
      for (DemoBill bill : bills) {
        if (bill.paid().isPresent()) {
          write(rows, citizenId, bill, bill.paid().get());
        }
      }
    }
  }

  private void write(CopyRows rows, String citizenId, DemoBill bill) throws IOException {
    rows.value(billNo(citizenId, bill))
        .value(citizenId)
        .value(bill.feeType())
        .value(title(bill))
        .value(bill.period().map(Period::from).orElse(null))
        .value(bill.period().map(Period::to).orElse(null))
        .value(bill.principal().fen())
        .value(bill.paid().map(paid -> paid.principal().fen()).orElse(0L))
        .value(bill.issuedOn())
        .value(bill.dueOn())
        .value(effectiveDueOn(bill))
        .value(bill.decisionOn().orElse(null))
        .value(bill.isSettled() ? bill.paid().get().on() : null)
        .value(SOURCE)
        .endRow();
  }

  private static void write(CopyRows rows, String citizenId, DemoBill bill, DemoBill.Paid paid)
      throws IOException {
    String billNo = billNo(citizenId, bill);
    rows.value("pay-" + billNo)
        .value(billNo)
        .value(citizenId)
        .value(paid.on().atTime(NOON).atZone(ZONE).toOffsetDateTime())
        .value(paid.principal().fen())
        .value(paid.method())
        .value(SOURCE)
        .endRow();
  }

  private static String billNo(String citizenId, DemoBill bill) {
    return citizenId + "-" + bill.number();
  }

  private String title(DemoBill bill) {
    String fee = surcharges.catalogue().title(bill.feeType()).in(WORDS.locale());
    LocalDate named = bill.named();
    return WORDS.say("bill.title", "" + named.getYear(), "" + named.getMonthValue(), fee);
  }

  /** By the law; a day before the fee catalogue begins is taken as it is. */
  private LocalDate effectiveDueOn(DemoBill bill) {
    return bill.dueOn().isBefore(surcharges.catalogue().since().plusYears(1))
        ? bill.dueOn()
        : surcharges
            .deadline(
                FeeScope.national(bill.feeType(), PayerKind.RESIDENT),
                new DueBy(Optional.of(bill.dueOn()), bill.decisionOn()))
            .effectiveOn();
  }
}
