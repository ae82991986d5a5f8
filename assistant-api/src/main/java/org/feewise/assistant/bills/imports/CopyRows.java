package org.feewise.assistant.bills.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Rows streamed into a table by COPY in its text format, in the transaction of the connection. */
public final class CopyRows implements AutoCloseable {
  private final Writer out;
  private boolean rowBegun;

  private CopyRows(Writer out) {
    this.out = out;
  }

  /**
   * Begins to copy.
   *
   * @param table the table and, in brackets, its columns
   */
  public static CopyRows into(Connection connection, String table) throws SQLException {
    PGCopyOutputStream copy =
        new PGCopyOutputStream(
            connection.unwrap(PGConnection.class), "copy " + table + " from stdin", 1 << 16);
    return new CopyRows(new BufferedWriter(new OutputStreamWriter(copy, UTF_8), 1 << 16));
  }

  /** Adds a value to the row; null is SQL's null. */
  public CopyRows value(Object value) throws IOException {
    separate();
    if (value == null) {
      out.write("\\N");
    } else {
      escape(value.toString());
    }
    return this;
  }

  public CopyRows bytes(byte[] value) throws IOException {
    separate();
    out.write(value == null ? "\\N" : "\\\\x" + HexFormat.of().formatHex(value));
    return this;
  }

  public void endRow() throws IOException {
    out.write('\n');
    rowBegun = false;
  }

  private void separate() throws IOException {
    if (rowBegun) {
      out.write('\t');
    }
    rowBegun = true;
  }

  private void escape(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      switch (each) {
        case '\\' -> out.write("\\\\");
        case '\t' -> out.write("\\t");
        case '\n' -> out.write("\\n");
        case '\r' -> out.write("\\r");
        default -> out.write(each);
      }
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
