package org.feewise.analytics.trends;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Iterator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.feewise.analytics.history.HouseDatabase;

/** The table {@code report.payment_trend}, replaced as a whole in one transaction. */
final class ReportTable {
  private static final int BATCH = 1_000;
  private static final String INSERT =
      """
      insert into report.payment_trend (fee_type, month, district, bills, billed_fen,
        collected_fen, on_time_bills, late_bills, overdue_bills, overdue_fen, computed_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final HouseDatabase database;

  ReportTable(HouseDatabase database) {
    this.database = database;
  }

  /** Readers see the former report until this one is whole; a failure leaves the former one. */
  long replaceWith(Dataset<Row> rows, Instant computedAt) throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("lock table report.payment_trend in share row exclusive mode");
        statement.execute("delete from report.payment_trend");
      }
      long written = insert(rows.toLocalIterator(), computedAt, connection);
      connection.commit();
      return written;
    }
  }

  private static long insert(Iterator<Row> rows, Instant computedAt, Connection connection)
      throws SQLException {
    long written = 0;
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      while (rows.hasNext()) {
        Row row = rows.next();
        for (int column = 0; column < row.size(); column++) {
          insert.setObject(column + 1, row.get(column));
        }
        insert.setTimestamp(row.size() + 1, Timestamp.from(computedAt));
        insert.addBatch();
        if (++written % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
    return written;
  }
}
