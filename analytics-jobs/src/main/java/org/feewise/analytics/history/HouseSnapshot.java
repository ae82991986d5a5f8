package org.feewise.analytics.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The house at one moment: every connection that reads through it sees the same rows, until it is
 * closed. Holds one transaction open, so it is closed as soon as all is read.
 */
final class HouseSnapshot implements AutoCloseable {
  private static final long PAGES_A_PART = 4_096;
  private static final long MOST_PARTS = 64;

  private final HouseDatabase database;
  private final Connection holder;
  private final String id;
  private final Mark mark;

  /**
   * How far the house was read.
   *
   * @param house number of the database within its server
   * @param transaction the oldest transaction that was unfinished then; what is not seen yet was
   *     written by this one or a later one
   */
  record Mark(long house, long transaction) {
    /** Whether what was written since then can be told from the numbers of transactions. */
    boolean isBefore(Mark later) {
      return house == later.house && transaction <= later.transaction;
    }
  }

  private HouseSnapshot(HouseDatabase database, Connection holder, String id, Mark mark) {
    this.database = database;
    this.holder = holder;
    this.id = id;
    this.mark = mark;
  }

  static HouseSnapshot of(HouseDatabase database) throws SQLException {
    Connection holder = database.connect();
    try (Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      holder.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try (ResultSet row =
          statement.executeQuery(
              """
              select pg_export_snapshot(), oid::bigint,
                pg_snapshot_xmin(pg_current_snapshot())::text::bigint
              from pg_database where datname = current_database()""")) {
        row.next();
        Mark mark = new Mark(row.getLong(2), row.getLong(3));
        return new HouseSnapshot(database, holder, row.getString(1), mark);
      }
    } catch (SQLException e) {
      holder.close();
      throw e;
    }
  }

  Mark mark() {
    return mark;
  }

  /** A query, read at once. */
  Dataset<Row> read(SparkSession spark, String query) {
    String join =
        "set transaction isolation level repeatable read; set transaction snapshot '" + id + "'";
    return database.read(spark, query, Map.of("sessionInitStatement", join));
  }

  /**
   * A whole table, read in parts of so many pages.
   *
   * @param query a SELECT from the table alone that ends with {@code where %s}
   */
  Dataset<Row> readTable(SparkSession spark, String table, String query) throws SQLException {
    long pages = pages(table);
    long parts = Math.clamp(pages / PAGES_A_PART, 1, MOST_PARTS);
    List<Dataset<Row>> read = new ArrayList<>();
    for (long part = 0; part < parts; part++) {
      String from = "ctid >= '(%d,0)'".formatted(pages * part / parts);
      String below =
          part == parts - 1 ? "" : " and ctid < '(%d,0)'".formatted(pages * (part + 1) / parts);
      read.add(read(spark, query.formatted(from + below)));
    }
    return read.stream().reduce(Dataset::unionAll).orElseThrow();
  }

  long count(String table) throws SQLException {
    return number("select count(*) from " + table);
  }

  private long pages(String table) throws SQLException {
    return number(
        "select pg_relation_size('%s') / current_setting('block_size')::bigint".formatted(table));
  }

  private long number(String query) throws SQLException {
    try (Statement statement = holder.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    holder.close();
  }
}
