package org.feewise.assistant.bills.city;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.postgresql.PGConnection;

/** Copies the files of a table into the database's table of the same columns. */
final class TableFiles {
  private final Connection connection;

  TableFiles(Connection connection) {
    this.connection = connection;
  }

  /**
   * @return rows copied
   * @throws IOException when a file's header names a column that the table does not have
   */
  long load(Path folder, CityTable table) throws IOException, SQLException {
    long rows = 0;
    for (Path file : CsvParts.in(folder)) {
      String sql =
          "copy %s (%s) from stdin with (format csv, header match)"
              .formatted(
                  table.name().toLowerCase(Locale.ROOT), String.join(", ", header(file, table)));
      try (InputStream in = Files.newInputStream(file)) {
        rows += connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, in, 1 << 16);
      }
    }
    return rows;
  }

  private static List<String> header(Path file, CityTable table) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      List<String> header = List.of(reader.readLine().split(","));
      for (String column : header) {
        if (!table.columns().contains(column)) {
          throw new IOException(file + " has the unknown column \"" + column + "\"");
        }
      }
      return header;
    }
  }
}
