package org.feewise.assistant.reports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import javax.sql.DataSource;

/** Rows of one year that a test puts into the report of payment trends, and takes out again. */
public final class TrendOnFile implements AutoCloseable {
  /** When the rows say they were computed. */
  public static final OffsetDateTime COMPUTED = OffsetDateTime.parse("1993-01-02T03:04:05+08:00");

  /** A year long before any other row. */
  private static final int YEAR = 1991;

  private final DataSource database;

  public TrendOnFile(DataSource database) throws SQLException {
    this.database = database;
    close();
  }

  /**
   * One row as the analytics write it.
   *
   * @param counts bills, then on time, late, overdue
   * @param fen billed, collected, overdue
   */
  public TrendOnFile row(String feeType, int month, String district, long[] counts, long[] fen)
      throws SQLException {
    update(
        """
        insert into report.payment_trend (fee_type, month, district, bills, on_time_bills, late_bills,
          overdue_bills, billed_fen, collected_fen, overdue_fen, computed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        feeType,
        LocalDate.of(YEAR, month, 1),
        district,
        counts[0],
        counts[1],
        counts[2],
        counts[3],
        fen[0],
        fen[1],
        fen[2],
        COMPUTED);
    return this;
  }

  private void update(String sql, Object... values) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    update("delete from report.payment_trend where extract(year from month) = " + YEAR);
  }
}
