package org.feewise.assistant.bills.imports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feewise.assistant.bills.imports.ImportOutcome.AlreadyImported;
import org.feewise.assistant.bills.imports.ImportOutcome.Reject;
import org.postgresql.PGConnection;

/** The record of what was imported when, and of the rows that were not taken. */
final class ImportRuns {
  private static final int FIRST_REJECTS = 10;

  private final Connection connection;

  ImportRuns(Connection connection) {
    this.connection = connection;
  }

  /** Lets one import at a time write, until its transaction ends. */
  void waitForTurn() throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_advisory_xact_lock(hashtext('feewise.import'))")) {
      lock.execute();
    }
  }

  Optional<AlreadyImported> earlier(CheckedFile file, String mappingSha256, String source)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select import_id, finished_at, rows_accepted, rows_rejected from import_run
            where content_sha256 = ? and mapping_sha256 = ? and source = ?
              and finished_at is not null\
            """)) {
      select.setString(1, file.sha256());
      select.setString(2, mappingSha256);
      select.setString(3, source);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new AlreadyImported(
                    row.getString(1),
                    row.getTimestamp(2).toInstant(),
                    row.getLong(3),
                    row.getLong(4)))
            : Optional.empty();
      }
    }
  }

  void begin(
      String importId, CheckedFile file, String mappingSha256, String source, Instant startedAt)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into import_run
              (import_id, file_name, content_sha256, mapping_sha256, source, started_at)
            values (?, ?, ?, ?, ?, ?)\
            """)) {
      insert.setString(1, importId);
      insert.setString(2, file.path().getFileName().toString());
      insert.setString(3, file.sha256());
      insert.setString(4, mappingSha256);
      insert.setString(5, source);
      insert.setTimestamp(6, Timestamp.from(startedAt));
      insert.executeUpdate();
    }
  }

  void finish(String importId, long read, long accepted, long rejected, Instant finishedAt)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update import_run
            set rows_read = ?, rows_accepted = ?, rows_rejected = ?, finished_at = ?
            where import_id = ?\
            """)) {
      update.setLong(1, read);
      update.setLong(2, accepted);
      update.setLong(3, rejected);
      update.setTimestamp(4, Timestamp.from(finishedAt));
      update.setString(5, importId);
      update.executeUpdate();
    }
  }

  List<Reject> firstRejects(String importId) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select line, field, reason from import_reject where import_id = ? order by line limit "
                + FIRST_REJECTS)) {
      select.setString(1, importId);
      List<Reject> rejects = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rejects.add(new Reject(row.getLong(1), row.getString(2), row.getString(3)));
        }
      }
      return rejects;
    }
  }

  /** Writes every reject of a run as CSV with the header {@code line,field,reason}. */
  void writeRejects(String importId, Path target) throws SQLException, IOException {
    Path unfinished = target.resolveSibling(target.getFileName() + ".part");
    try (PreparedStatement quote = connection.prepareStatement("select quote_literal(?)");
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
      quote.setString(1, importId);
      try (ResultSet quoted = quote.executeQuery()) {
        quoted.next();
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut(
                "copy (select line, field, reason from import_reject where import_id = "
                    + quoted.getString(1)
                    + " order by line) to stdout with (format csv, header)",
                out);
      }
    }
    Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
  }
}
