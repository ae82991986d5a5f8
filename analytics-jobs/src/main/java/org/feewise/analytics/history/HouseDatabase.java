package org.feewise.analytics.history;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The house's PostgreSQL.
 *
 * @param url a JDBC address such as {@code jdbc:postgresql://localhost:5432/feewise}
 */
public record HouseDatabase(String url, String user, String password) {
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
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("select changed_in from bill limit 1");
    } catch (SQLException e) {
      throw new ServerRefused(ServerRefused.Server.DATABASE, toString(), e);
    }
  }

  /** A connection of its own; the caller closes it. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** The password stays out of logs. */
  @Override
  public String toString() {
    return url + " as " + user;
  }

  /** The groups whose treatment is compared, citizen by citizen; never features. */
  public Dataset<Row> groups(SparkSession spark) {
    return read(
        spark,
        """
        select citizen_id, district, age_band, income_band,
          case when disabled then 'yes' when not disabled then 'no' end as disabled
        from citizen""");
  }

  /** A query, read at once. */
  Dataset<Row> read(SparkSession spark, String query) {
    return read(spark, query, Map.of());
  }

  /**
   * A query, read at once.
   *
   * @param options of Spark's JDBC source, beside those that every reading has
   */
  Dataset<Row> read(SparkSession spark, String query, Map<String, String> options) {
    return spark
        .read()
        .format("jdbc")
        .option("url", url)
        .option("dbtable", "(" + query + ") as whole")
        .option("user", user)
        .option("password", password)
        .option("driver", "org.postgresql.Driver")
        .option("fetchsize", FETCHED_ROWS)
        .options(options)
        .load();
  }
}
