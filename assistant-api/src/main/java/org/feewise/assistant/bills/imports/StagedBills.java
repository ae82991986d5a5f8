package org.feewise.assistant.bills.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.feewise.assistant.identity.PersonalCipher;

/**
 * The rows of one file in a temporary table, from which bills, citizens, payments and rejects are
 * made by the database; gone with the transaction.
 *
 * <p>A table is analysed as soon as it is filled, for the rows of the next refer to it. That also
 * keeps autovacuum away until the transaction ends: it sees none of the new rows, notes the table
 * as empty, and each reference would then be looked up by a wrong index.
 */
final class StagedBills {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Connection connection;
  private final String source;
  private final PersonalCipher cipher;

  StagedBills(Connection connection, String source, PersonalCipher cipher) throws SQLException {
    this.connection = connection;
    this.source = source;
    this.cipher = cipher;
    execute("set local work_mem = '64MB'");
    execute(
        """
        create temp table staged_bill (
          line bigint, bill_no text collate "C", citizen_id text collate "C", payer_cipher bytea,
          fee_type text, issued_on date, due_on date, settled_on date, fen bigint,
          attributes jsonb, field text, reason text) on commit drop\
        """);
  }

  CopyRows copy() throws SQLException {
    return CopyRows.into(connection, "staged_bill");
  }

  void write(CopyRows rows, ImportedRow row) throws IOException {
    switch (row) {
      case ImportedRow.Accepted bill -> accepted(rows, bill);
      case ImportedRow.Rejected reject -> rejected(rows, reject);
    }
    rows.endRow();
  }

  private void accepted(CopyRows rows, ImportedRow.Accepted bill) throws IOException {
    String citizenId = PayerId.of(source, bill.payer());
    rows.value(bill.line())
        .value(bill.billNo())
        .value(citizenId)
        .bytes(cipher.encrypt(bill.payer(), citizenId))
        .value(bill.feeType())
        .value(bill.issuedOn())
        .value(bill.dueOn())
        .value(bill.settledOn())
        .value(bill.amount().fen())
        .value(json(bill))
        .value(null)
        .value(null);
  }

  private static void rejected(CopyRows rows, ImportedRow.Rejected reject) throws IOException {
    rows.value(reject.line());
    for (int i = 0; i < 9; i++) {
      rows.value(null);
    }
    rows.value(reject.field()).value(reject.reason());
  }

  private static String json(ImportedRow.Accepted bill) {
    try {
      return bill.attributes().isEmpty() ? "{}" : JSON.writeValueAsString(bill.attributes());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("text cells are always JSON", e);
    }
  }

  /**
   * Rejects every row whose bill number stands in an earlier line of the file.
   *
   * @param reason sentence with {@code {bill}} and {@code {line}} in it
   */
  void rejectRepeated(String field, String reason) throws SQLException {
    execute("analyze staged_bill");
    update(
        """
        update staged_bill s set field = ?,
          reason = replace(replace(?, '{bill}', s.bill_no), '{line}', f.first_line::text)
        from (select bill_no, min(line) as first_line from staged_bill
              where reason is null group by bill_no having count(*) > 1) f
        where s.bill_no = f.bill_no and s.line > f.first_line and s.reason is null\
        """,
        field,
        reason);
  }

  /**
   * Rejects every row whose bill number the database has.
   *
   * @param reason sentence with {@code {bill}} and {@code {source}} in it
   */
  void rejectKnown(String field, String reason) throws SQLException {
    update(
        """
        update staged_bill s set field = ?,
          reason = replace(replace(?, '{bill}', s.bill_no), '{source}', b.source)
        from bill b where b.bill_no = s.bill_no and s.reason is null\
        """,
        field,
        reason);
  }

  long writeCitizens() throws SQLException {
    update(
        """
        insert into citizen (citizen_id, name_cipher, source)
        select distinct on (citizen_id) citizen_id, payer_cipher, ? from staged_bill
        where reason is null order by citizen_id, line on conflict (citizen_id) do nothing\
        """,
        source);
    execute("analyze citizen");
    return count("select count(distinct citizen_id) from staged_bill where reason is null");
  }

  /**
   * Writes the bills.
   *
   * @param title title with {@code {bill}} in it
   */
  long writeBills(String title) throws SQLException {
    long bills =
        update(
            """
        insert into bill (bill_no, citizen_id, fee_type, title, principal_fen, issued_on, due_on,
          effective_due_on, settled_on, paid_fen, source, attributes)
        select bill_no, citizen_id, fee_type, replace(?, '{bill}', bill_no), fen, issued_on,
          due_on, due_on, settled_on, case when settled_on is null then 0 else fen end, ?,
          attributes
        from staged_bill where reason is null\
        """,
            title,
            source);
    execute("analyze bill");
    return bills;
  }

  /** Writes one payment for each settled bill, received at noon of the day in Asia/Shanghai. */
  long writePayments() throws SQLException {
    return update(
        """
        insert into payment (payment_id, bill_no, citizen_id, paid_at, principal_fen, source)
        select 'import-' || bill_no, bill_no, citizen_id,
          (settled_on + time '12:00') at time zone 'Asia/Shanghai', fen, ?
        from staged_bill where reason is null and settled_on is not null\
        """,
        source);
  }

  long writeRejects(String importId) throws SQLException {
    return update(
        """
        insert into import_reject (import_id, line, field, reason)
        select ?, line, field, reason from staged_bill where reason is not null order by line\
        """,
        importId);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long count(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  private long update(String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      return statement.executeLargeUpdate();
    }
  }
}
