package org.feewise.assistant.reports.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.feewise.assistant.reports.Report;
import org.feewise.assistant.reports.ReportColumn;
import org.feewise.assistant.reports.ReportColumn.Kind;

/**
 * A report as CSV after RFC 4180 with the columns' names as its first line: UTF-8 with the mark
 * that tells spreadsheets so, and no text that a spreadsheet would take for a formula.
 */
final class ReportCsv {
  static final String MEDIA_TYPE = "text/csv";

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String BEGINS_A_FORMULA = "=+-@\t\r";

  private ReportCsv() {}

  static byte[] of(Report report) {
    StringWriter text = new StringWriter();
    text.write(BYTE_ORDER_MARK);
    List<ReportColumn> columns = report.columns();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(columns.stream().map(ReportColumn::name).toList());
      for (Map<String, Object> row : report.rows()) {
        csv.writeRecord(columns.stream().map(column -> cell(column, row)).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a file in memory", e);
    }
    return text.toString().getBytes(UTF_8);
  }

  private static String cell(ReportColumn column, Map<String, Object> row) {
    String text = Objects.toString(row.get(column.name()), "");
    boolean isText = column.kind() == Kind.NAME || column.kind() == Kind.CODE;
    return isText && !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : text;
  }
}
