package org.feewise.analytics.history;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The house's PostgreSQL, read by Spark in parallel slices of days.
 *
 * @param url a JDBC address such as {@code jdbc:postgresql://localhost:5432/feewise}
 */
public record HouseDatabase(String url, String user, String password) {
  private static final int SLICES = 8;
  private static final int FETCHED_ROWS = 10_000;

  public HouseDatabase {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException(
          "database address \"" + url + "\" does not begin with jdbc:postgresql:");
    }
  }

  /**
   * Makes sure, before anything is begun, that the house's bills can be read.
   *
   * @throws ServerRefused when they cannot
   */
  public void requireReadable() {
    try (Connection connection = DriverManager.getConnection(url, connection());
        Statement statement = connection.createStatement()) {
      statement.execute("select from bill limit 1");
    } catch (SQLException e) {
      throw new ServerRefused(ServerRefused.Server.DATABASE, toString(), e);
    }
  }

  /** The password stays out of logs. */
  @Override
  public String toString() {
    return url + " as " + user;
  }

  /**
   * A query, read in slices.
   *
   * @param query a SELECT
   * @param day a column of days in its result, by which it is sliced
   * @param from first day there can be
   * @param to last day there can be; rows outside are not read
   */
  Dataset<Row> read(SparkSession spark, String query, String day, LocalDate from, LocalDate to) {
    return spark.read().jdbc(url, "(" + query + ") as slice", slices(day, from, to), connection());
  }

  /** A small query, read at once. */
  Dataset<Row> read(SparkSession spark, String query) {
    return spark.read().jdbc(url, "(" + query + ") as whole", connection());
  }

  Properties connection() {
    Properties connection = new Properties();
    connection.setProperty("user", user);
    connection.setProperty("password", password);
    connection.setProperty("driver", "org.postgresql.Driver");
    connection.setProperty("fetchsize", Integer.toString(FETCHED_ROWS));
    return connection;
  }

  private static String[] slices(String day, LocalDate from, LocalDate to) {
    long days = Math.max(1, to.toEpochDay() - from.toEpochDay() + 1);
    int slices = (int) Math.min(SLICES, days);
    List<String> predicates = new ArrayList<>();
    for (int i = 0; i < slices; i++) {
      LocalDate start = from.plusDays(days * i / slices);
      LocalDate end = from.plusDays(days * (i + 1) / slices);
      predicates.add("%s >= '%s' and %s < '%s'".formatted(day, start, day, end));
    }
    return predicates.toArray(String[]::new);
  }
}
