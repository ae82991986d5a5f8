package org.feewise.assistant.reports;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.feewise.assistant.reports.ReportColumn.Kind;
import org.feewise.models.money.Money;

/** A report's rows as a page shows them: names for people, numbers grouped in thousands. */
record ShownTable(List<ReportColumn> columns, List<List<Cell>> rows) {

  /**
   * One cell.
   *
   * @param text what people read
   * @param value the plain value, for the chart
   */
  record Cell(String text, String value, boolean number) {}

  static ShownTable of(Report report, Locale locale) {
    List<ReportColumn> columns = report.readable();
    return new ShownTable(
        columns,
        report.rows().stream()
            .map(row -> columns.stream().map(column -> cell(column, row, locale)).toList())
            .toList());
  }

  private static Cell cell(ReportColumn column, Map<String, Object> row, Locale locale) {
    Object value = row.get(column.name());
    return new Cell(
        text(column.kind(), value, locale), Objects.toString(value, ""), column.kind().isNumber());
  }

  private static String text(Kind kind, Object value, Locale locale) {
    if (value == null) {
      return "–";
    }
    return switch (kind) {
      case CODE, NAME, MONTH -> value.toString();
      case COUNT -> NumberFormat.getIntegerInstance(locale).format(value);
      case MONEY -> decimals(NumberFormat.getNumberInstance(locale), 2, ((Money) value).toYuan());
      case SHARE -> decimals(NumberFormat.getPercentInstance(locale), 1, value);
      case DECIMAL -> decimals(NumberFormat.getNumberInstance(locale), 3, value);
    };
  }

  private static String decimals(NumberFormat format, int decimals, Object value) {
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(value);
  }
}
