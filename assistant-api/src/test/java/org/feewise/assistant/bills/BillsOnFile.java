package org.feewise.assistant.bills;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Bills and payments that a test puts into the service's database, and takes out again. */
public final class BillsOnFile implements AutoCloseable {
  private final DataSource database;
  private final String prefix;

  /**
   * @param prefix begins the number of every bill put in
   */
  public BillsOnFile(DataSource database, String prefix) throws SQLException {
    this.database = database;
    this.prefix = prefix;
    close();
  }

  /** An open bill with neither period nor payment. */
  public String open(String citizenId, String feeType, long fen, LocalDate issued, LocalDate due)
      throws SQLException {
    String billNo = prefix + (count() + 1);
    update(
        """
        insert into bill (bill_no, citizen_id, fee_type, title, principal_fen, issued_on, due_on,
          effective_due_on, source) values (?, ?, ?, ?, ?, ?, ?, ?, 'test')""",
        billNo,
        citizenId,
        feeType,
        "title of " + billNo,
        fen,
        issued,
        due,
        due);
    return billNo;
  }

  /** A bill paid in full. */
  public String paid(
      String citizenId, String feeType, long fen, LocalDate issued, LocalDate due, LocalDate paid)
      throws SQLException {
    String billNo = open(citizenId, feeType, fen, issued, due);
    pay(citizenId, billNo, fen, paid);
    update("update bill set settled_on = ? where bill_no = ?", paid, billNo);
    return billNo;
  }

  /** A payment at nine in the morning, Asia/Shanghai. */
  public void pay(String citizenId, String billNo, long fen, LocalDate on) throws SQLException {
    update(
        """
        insert into payment (payment_id, bill_no, citizen_id, paid_at, principal_fen, method, source)
        values (?, ?, ?, (? + time '09:00') at time zone 'Asia/Shanghai', ?, 'ALIPAY', 'test')""",
        "pay-" + billNo + "-" + on,
        billNo,
        citizenId,
        on,
        fen);
    update("update bill set paid_fen = paid_fen + ? where bill_no = ?", fen, billNo);
  }

  public void update(String sql, Object... values) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  /** The first column of a query. */
  public List<String> column(String sql, Object... values) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<String> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    }
  }

  private long count() throws SQLException {
    return Long.parseLong(
        column("select count(*) from bill where starts_with(bill_no, ?)", prefix).getFirst());
  }

  @Override
  public void close() throws SQLException {
    for (String table :
        List.of("risk_score", "reminder", "payment", "payment_order_line", "bill")) {
      update("delete from " + table + " where starts_with(bill_no, ?)", prefix);
    }
  }
}
