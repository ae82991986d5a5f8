package org.feewise.analytics;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** A real PostgreSQL with the house's own schema, for tests; closing it removes it. */
public final class HouseDatabase implements AutoCloseable {
  private static final Path MIGRATIONS =
      Path.of("..", "assistant-api", "src", "main", "resources", "db", "migration");

  private final EmbeddedPostgres postgres;
  private final Connection connection;

  private HouseDatabase(EmbeddedPostgres postgres, Connection connection) {
    this.postgres = postgres;
    this.connection = connection;
  }

  public static HouseDatabase start() throws IOException, SQLException {
    EmbeddedPostgres postgres = EmbeddedPostgres.start();
    HouseDatabase house =
        new HouseDatabase(postgres, postgres.getPostgresDatabase().getConnection());
    createSchema(house.connection);
    return house;
  }

  /** Creates the house's tables in an empty database. */
  public static void createSchema(Connection connection) throws IOException, SQLException {
    try (Statement statement = connection.createStatement()) {
      for (Path migration : migrations()) {
        statement.execute(Files.readString(migration));
      }
    }
  }

  private static List<Path> migrations() throws IOException {
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      return files.sorted(Comparator.comparingInt(HouseDatabase::version)).toList();
    }
  }

  private static int version(Path migration) {
    String name = migration.getFileName().toString();
    return Integer.parseInt(name.substring(1, name.indexOf("__")));
  }

  /** JDBC address, user included. */
  public String url() {
    return postgres.getJdbcUrl("postgres", "postgres");
  }

  public Connection connection() {
    return connection;
  }

  /** Runs statements that return nothing. */
  public void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The rows of a query, each as the text PostgreSQL gives for it. */
  public List<List<String>> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          row.add(result.getString(column));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  /** The one number a query gives. */
  public double number(String sql) throws SQLException {
    return Double.parseDouble(rows(sql).getFirst().getFirst());
  }

  /** Copies every CSV file of a folder into a table, columns named by the files' header. */
  public long copy(Path folder, String table) throws IOException, SQLException {
    long copied = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".csv")).sorted().toList()) {
        copied += copyFile(file, table);
      }
    }
    return copied;
  }

  private long copyFile(Path file, String table) throws IOException, SQLException {
    try (Reader reader = Files.newBufferedReader(file);
        Stream<String> lines = Files.lines(file)) {
      String columns = lines.findFirst().orElseThrow();
      return connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy " + table + " (" + columns + ") from stdin (format csv, header)", reader);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
      postgres.close();
    } catch (SQLException | IOException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
