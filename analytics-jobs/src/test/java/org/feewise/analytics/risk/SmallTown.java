package org.feewise.analytics.risk;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.feewise.analytics.HouseDatabase;

/** A town of a few payers in the house's own schema, every third of whom pays late as a rule. */
public final class SmallTown {
  public static final LocalDate TODAY = LocalDate.of(2026, 3, 20);
  private static final String[] FEES = {"WATER", "ELECTRICITY"};

  private final Connection connection;

  public SmallTown(Connection connection) {
    this.connection = connection;
  }

  /** Empties the house. */
  public void createSchema() throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop schema public cascade");
      statement.execute("drop schema if exists report cascade");
      statement.execute("create schema public");
    }
    HouseDatabase.createSchema(connection);
  }

  /** Monthly bills of water and electricity up to today; those of the last month are open. */
  public void settle(int citizens, int months) throws SQLException {
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

  /** One more open bill of a citizen, issued this month. */
  public void issueAnother(String citizen, String fee) throws SQLException {
    LocalDate issued = TODAY.withDayOfMonth(6);
    addBill(citizen, fee, 0, issued, issued.plusDays(20), null);
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

  /**
   * Lets bills of some months be paid in parts and be reminded of, and every fourth citizen live by
   * plans that are kept, broken or replaced.
   */
  public void addPartsRemindersAndPlans() throws SQLException {
    run(
        """
        update payment set principal_fen = 5000 where bill_no ~ '[13579]$';
        insert into payment (payment_id, bill_no, citizen_id, paid_at, principal_fen, method)
          select 'q' || payment_id, bill_no, citizen_id,
            issued_on + (settled_on - issued_on) / 2 + time '12:00', 3640, 'COUNTER'
          from payment join bill using (bill_no, citizen_id) where bill_no ~ '[13579]$';
        insert into reminder (reminder_id, citizen_id, bill_no, channel, reason, status, send_after,
            sent_at, read_at, source)
          select reason || bill_no, citizen_id, bill_no, 'APP', reason, 'SENT', sent, sent,
            case when citizen_id ~ '[02468]$' then sent + interval '30 hours' end, 'city'
          from (select *, due_on - days + time '10:00' as sent
            from bill, (values ('DUE_SOON', 3), ('OVERDUE', -1)) as each (reason, days)) as due
          where coalesce(settled_on, '9999-01-01') > due_on - days and bill_no !~ '[0246]$';
        insert into payment_plan (plan_id, citizen_id, created_at, accepted_at, replaced_at, plan)
          select citizen_id || '/' || due_on, citizen_id, issued_on + 2, issued_on + 2,
            case when citizen_id ~ '2$' then issued_on + 30 end,
            jsonb_build_object('doneOn', due_on + 40)
          from bill where fee_type = 'WATER' and citizen_id ~ '[048]$|[2]$';
        insert into missed_payment (plan_id, bill_no, planned_on, noticed_at)
          select plan_id, 'any', accepted_at::date + days, accepted_at + interval '25 days' + days * interval '9 days'
          from payment_plan, generate_series(0, 1) as days where citizen_id ~ '4$';
        """);
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

  /**
   * Makes everything that was known only after a day happen on another or not at all: settlements,
   * payments, reminders sent and read, plans accepted, replaced and broken.
   */
  void changeFuture(LocalDate after) throws SQLException {
    run(
        """
        set timezone = 'Asia/Shanghai';
        update bill set settled_on = settled_on + 40 where settled_on > '%1$s';
        update payment set paid_at = paid_at + interval '40 days', channel = 'WEB'
          where paid_at::date > '%1$s';
        delete from reminder where sent_at::date > '%1$s' and reason = 'OVERDUE';
        update reminder set sent_at = sent_at + interval '1 day' where sent_at::date > '%1$s';
        update reminder set read_at = null where read_at::date > '%1$s';
        update payment_plan set accepted_at = null where accepted_at::date > '%1$s';
        update payment_plan set replaced_at = null where replaced_at::date > '%1$s';
        delete from missed_payment where noticed_at::date > '%1$s';
        """
            .formatted(after));
  }
}
