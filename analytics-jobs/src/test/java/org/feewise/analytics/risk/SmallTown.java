package org.feewise.analytics.risk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.SplittableRandom;

/** A town of a few payers in the house's own schema, every third of whom pays late as a rule. */
final class SmallTown {
  static final LocalDate TODAY = LocalDate.of(2026, 3, 20);
  private static final Path MIGRATIONS =
      Path.of("../assistant-api/src/main/resources/db/migration");
  private static final String[] FEES = {"WATER", "ELECTRICITY"};

  private final Connection connection;

  SmallTown(Connection connection) {
    this.connection = connection;
  }

  void createSchema() throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop schema public cascade");
      statement.execute("drop schema if exists report cascade");
      statement.execute("create schema public");
      statement.execute(Files.readString(MIGRATIONS.resolve("V1__house.sql")));
      statement.execute(Files.readString(MIGRATIONS.resolve("V100__risk_model_report.sql")));
    }
  }

  /** Monthly bills of water and electricity up to today; those of the last month are open. */
  void settle(int citizens, int months) throws SQLException {
    SplittableRandom random = new SplittableRandom(3);
    connection.setAutoCommit(false);
    for (int citizen = 0; citizen < citizens; citizen++) {
      addCitizen("c" + citizen, citizen % 2 == 0 ? "north" : "south");
      for (int month = months; month >= 0; month--) {
        for (String fee : FEES) {
          LocalDate issued = TODAY.withDayOfMonth(5).minusMonths(month);
          LocalDate due = issued.plusDays(20);
          boolean late = random.nextDouble() < (citizen % 3 == 0 ? 0.8 : 0.05);
          LocalDate settled = due.plusDays(late ? 3 + random.nextInt(9) : -random.nextInt(15));
          boolean open = month == 0;
          addBill("c" + citizen, fee, month, issued, due, open ? null : settled);
        }
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private void addCitizen(String citizen, String district) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into citizen (citizen_id, district, age_band, income_day) values (?, ?, ?,"
                + " 10)")) {
      insert.setString(1, citizen);
      insert.setString(2, district);
      insert.setString(3, "30-39");
      insert.execute();
    }
  }

  private void addBill(
      String citizen, String fee, int month, LocalDate issued, LocalDate due, LocalDate settled)
      throws SQLException {
    String billNo = citizen + "-" + fee + "-" + month;
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into bill (bill_no, citizen_id, fee_type, title, principal_fen, issued_on,"
                + " due_on, effective_due_on, settled_on) values (?, ?, ?, 'a bill', 8640, ?, ?, ?,"
                + " ?)")) {
      insert.setString(1, billNo);
      insert.setString(2, citizen);
      insert.setString(3, fee);
      insert.setDate(4, Date.valueOf(issued));
      insert.setDate(5, Date.valueOf(due));
      insert.setDate(6, Date.valueOf(due));
      insert.setDate(7, settled == null ? null : Date.valueOf(settled));
      insert.execute();
    }
    if (settled != null) {
      addPayment(citizen, billNo, settled);
    }
  }

  private void addPayment(String citizen, String billNo, LocalDate settled) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into payment (payment_id, bill_no, citizen_id, paid_at, principal_fen, method)"
                + " values (?, ?, ?, ?::timestamp at time zone 'Asia/Shanghai', 8640, 'ALIPAY')")) {
      insert.setString(1, "p-" + billNo);
      insert.setString(2, billNo);
      insert.setString(3, citizen);
      insert.setString(4, settled + " 12:00");
      insert.execute();
    }
  }

  void payEverythingInTime() throws SQLException {
    run("update bill set settled_on = due_on where settled_on > due_on");
  }

  /** Leaves no bill open, as a history that ended long ago. */
  void closeEverything() throws SQLException {
    run("update bill set settled_on = issued_on + 1 where settled_on is null");
  }

  /** Amounts that differ from bill to bill. */
  void varyAmounts() throws SQLException {
    run("update bill set principal_fen = 8000 + 13 * (hashtext(bill_no) & 127)");
  }

  /** From a day of issue on, amounts stand in another unit. */
  void shiftFeatures(LocalDate from) throws SQLException {
    run("update bill set principal_fen = principal_fen * 100 where issued_on >= '" + from + "'");
  }

  /** From a due date on, those who were late are in time and those in time are late. */
  void turnRound(LocalDate from) throws SQLException {
    run(
        """
        update bill set settled_on = case when settled_on > due_on then due_on - 3 else due_on + 7 end
        where settled_on is not null and due_on >= '%s'"""
            .formatted(from));
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Makes every bill settled after a day settled on another, as if the future went otherwise. */
  void changeFuture(LocalDate after) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update bill set settled_on = settled_on + 40 where settled_on > ?")) {
      update.setDate(1, Date.valueOf(after));
      update.execute();
    }
  }
}
