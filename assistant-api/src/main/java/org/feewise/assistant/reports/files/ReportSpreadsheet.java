package org.feewise.assistant.reports.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.feewise.assistant.reports.Report;
import org.feewise.assistant.reports.ReportColumn;
import org.feewise.models.money.Money;
import org.feewise.models.words.Words;

/**
 * A report as a spreadsheet (.xlsx) for people: a sheet of figures, and one of what they mean. Text
 * is written as text, so that no cell becomes a formula.
 */
final class ReportSpreadsheet {
  static final String MEDIA_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final double WIDTH = 16;
  private static final double WIDTH_OF_SENTENCES = 60;

  private ReportSpreadsheet() {}

  static byte[] of(Report report, Locale locale) {
    Words words = Words.of(Report.class, "reports", locale);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "FeeWise", "1.0")) {
      writeFigures(report, workbook.newWorksheet(words.say("sheet.figures")));
      writeMeanings(report, words, workbook.newWorksheet(words.say("sheet.meanings")));
    } catch (IOException e) {
      throw new UncheckedIOException("a spreadsheet in memory", e);
    }
    return bytes.toByteArray();
  }

  private static void writeFigures(Report report, Worksheet sheet) {
    List<ReportColumn> columns = report.readable();
    for (int column = 0; column < columns.size(); column++) {
      sheet.value(0, column, columns.get(column).heading());
      sheet.width(column, WIDTH);
      for (int row = 0; row < report.rows().size(); row++) {
        writeCell(sheet, row + 1, column, columns.get(column), report.rows().get(row));
      }
    }
    sheet.range(0, 0, 0, columns.size() - 1).style().bold().wrapText(true).set();
    sheet.freezePane(0, 1);
  }

  private static void writeCell(
      Worksheet sheet, int row, int column, ReportColumn meaning, Map<String, Object> values) {
    switch (values.get(meaning.name())) {
      case null -> {}
      case Money money -> sheet.value(row, column, money.toYuan());
      case Number number -> sheet.value(row, column, number);
      case Object text -> sheet.value(row, column, text.toString());
    }
    switch (meaning.kind()) {
      case COUNT -> sheet.style(row, column).format("#,##0").set();
      case MONEY -> sheet.style(row, column).format("#,##0.00").set();
      case SHARE -> sheet.style(row, column).format("0.0%").set();
      case DECIMAL -> sheet.style(row, column).format("0.0000").set();
      case CODE, NAME, MONTH -> {}
    }
  }

  private static void writeMeanings(Report report, Words words, Worksheet sheet) {
    sheet.width(0, WIDTH);
    sheet.width(1, WIDTH);
    sheet.width(2, WIDTH_OF_SENTENCES);
    sheet.value(0, 0, report.title());
    sheet.style(0, 0).bold().set();
    sheet.value(0, 2, report.description());
    int row = 1;
    if (report.asOf() != null) {
      sheet.value(row, 0, words.say("as-of"));
      sheet.value(row++, 2, MINUTE.format(report.asOf()));
    }
    for (String note : report.notes()) {
      sheet.value(row++, 2, note);
    }
    for (ReportColumn column : report.readable()) {
      sheet.value(row, 0, column.title());
      sheet.value(row, 1, column.unit());
      sheet.value(row++, 2, column.description());
    }
    sheet.range(0, 2, row, 2).style().wrapText(true).set();
  }
}
