package org.feewise.analytics.history;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.feewise.models.risk.DateColumn;

/** Turns the texts of some columns into typed values; a text that does not fit becomes null. */
record CellReader(List<Cell> cells, char separator) implements Serializable {

  CellReader {
    cells = new java.util.ArrayList<>(cells);
  }

  /**
   * One column to read.
   *
   * @param type Spark's name of its type
   * @param dateFormat how its days are written, empty for ISO-8601, null where it holds none
   */
  record Cell(int index, String type, String dateFormat) implements Serializable {
    Optional<DateColumn.Reader> days() {
      return dateFormat == null
          ? Optional.empty()
          : Optional.of(
              new DateColumn("", Optional.of(dateFormat).filter(text -> !text.isEmpty())).reader());
    }
  }

  Row read(long row, List<String> texts) {
    Object[] values = new Object[cells.size() + 1];
    values[0] = row;
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      values[i + 1] = cell.index() < texts.size() ? value(cell, texts.get(cell.index())) : null;
    }
    return RowFactory.create(values);
  }

  private Object value(Cell cell, String text) {
    return switch (cell.type()) {
      case "date" -> day(cell, text);
      case "string" -> text.isBlank() ? null : text.strip();
      case "boolean" -> CellNumber.isMissing(text) ? null : Boolean.valueOf(text.strip());
      case "long" -> whole(CellNumber.parse(text, separator));
      default -> number(CellNumber.parse(text, separator));
    };
  }

  private static Object day(Cell cell, String text) {
    try {
      return cell.days().orElseThrow().parse(text).orElse(null);
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
  }

  private static Object whole(double number) {
    return Double.isNaN(number) ? null : (Object) (long) number;
  }

  private static Object number(double number) {
    return Double.isNaN(number) ? null : (Object) number;
  }
}
