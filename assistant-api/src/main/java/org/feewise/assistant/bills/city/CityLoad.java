package org.feewise.assistant.bills.city;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.feewise.assistant.identity.PersonalCipher;

/**
 * Loads a generated city in one transaction: after a kill at any moment the database has the whole
 * city or nothing of it. Citizens' personal data is encrypted on the way in.
 */
@Singleton
public class CityLoad {
  /** Name of the milestone that says the city is there. */
  public static final String MILESTONE = "city-loaded";

  private final DataSource database;
  private final PersonalCipher cipher;

  CityLoad(DataSource database, PersonalCipher cipher) {
    this.database = database;
    this.cipher = cipher;
  }

  /**
   * Loads the city's CSV files; does nothing when a city is there already.
   *
   * @param city folder with the folders {@code citizens}, {@code bills}, {@code payments} and
   *     {@code reminders}, each of CSV files with a header
   * @return whether it was loaded now
   * @throws IOException when a file cannot be read or is not of such a table
   */
  public boolean load(Path city) throws IOException, SQLException {
    requireFolders(city);
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        boolean loaded = loadOnce(connection, city);
        connection.commit();
        return loaded;
      } catch (IOException | SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private boolean loadOnce(Connection connection, Path city) throws IOException, SQLException {
    run(connection, "select pg_advisory_xact_lock(hashtext('feewise.city'))");
    if (isThere(connection)) {
      return false;
    }
    long citizens = new CitizenFiles(connection, cipher).load(city.resolve("citizens"));
    analyze(connection, "citizen");
    TableFiles tables = new TableFiles(connection);
    long bills = tables.load(city.resolve("bills"), CityTable.BILL);
    analyze(connection, "bill");
    long payments = tables.load(city.resolve("payments"), CityTable.PAYMENT);
    long reminders = tables.load(city.resolve("reminders"), CityTable.REMINDER);
    analyze(connection, "payment, reminder");
    try (PreparedStatement reached =
        connection.prepareStatement("insert into milestone (name, detail) values (?, ?)")) {
      reached.setString(1, MILESTONE);
      reached.setString(
          2,
          "%d citizens, %d bills, %d payments, %d reminders"
              .formatted(citizens, bills, payments, reminders));
      reached.executeUpdate();
    }
    return true;
  }

  /**
   * The planner knows nothing of rows that a bulk load has just brought, and the next table's rows
   * are each looked up in these. Keeps autovacuum, which sees none of them yet, from noting the
   * table as empty.
   */
  private static void analyze(Connection connection, String tables) throws SQLException {
    run(connection, "analyze " + tables);
  }

  private static boolean isThere(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select 1 from milestone where name = ?")) {
      select.setString(1, MILESTONE);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void requireFolders(Path city) throws IOException {
    for (String table : List.of("citizens", "bills", "payments", "reminders")) {
      if (!Files.isDirectory(city.resolve(table))) {
        throw new IOException("no city in " + city + ": it has no folder " + table);
      }
    }
  }
}
