package org.feewise.assistant.bills;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.feewise.assistant.embedded.EmbeddedServersResource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** An empty, migrated database of its own on the PostgreSQL of the tests, dropped when closed. */
public final class FreshDatabase implements AutoCloseable {
  private final PGSimpleDataSource server;
  private final PGSimpleDataSource database;

  public FreshDatabase() throws SQLException {
    Map<String, String> addresses = new EmbeddedServersResource().start();
    server = source(addresses);
    database = source(addresses);
    database.setDatabaseName("fresh_" + UUID.randomUUID().toString().replace("-", ""));
    on(server, "create database " + database.getDatabaseName());
    Flyway.configure().dataSource(database).load().migrate();
  }

  public DataSource source() {
    return database;
  }

  /** The rows of a query, the cells of a row joined by bars. */
  public List<String> rows(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        StringBuilder row = new StringBuilder(String.valueOf(result.getString(1)));
        for (int i = 2; i <= result.getMetaData().getColumnCount(); i++) {
          row.append('|').append(result.getString(i));
        }
        rows.add(row.toString());
      }
      return rows;
    }
  }

  public long count(String sql) throws SQLException {
    return Long.parseLong(rows("select count(*) from " + sql).getFirst());
  }

  public void execute(String sql) throws SQLException {
    on(database, sql);
  }

  @Override
  public void close() throws SQLException {
    on(server, "drop database " + database.getDatabaseName() + " with (force)");
  }

  private static PGSimpleDataSource source(Map<String, String> addresses) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(addresses.get("quarkus.datasource.jdbc.url"));
    source.setUser(addresses.get("quarkus.datasource.username"));
    source.setPassword(addresses.get("quarkus.datasource.password"));
    return source;
  }

  private static void on(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
