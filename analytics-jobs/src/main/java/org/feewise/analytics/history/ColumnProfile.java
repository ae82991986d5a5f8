package org.feewise.analytics.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.feewise.models.risk.DateColumn;

/**
 * What one column of a table holds.
 *
 * @param present cells that are not missing
 * @param numeric of those, the ones that are numbers
 * @param whole of those, the ones that are whole
 * @param truths of the present ones, those that say true or false
 * @param days whether its cells are days in one of the formats asked for
 * @param distinct different present cells, counted up to {@link #MOST_DISTINCT}
 */
public record ColumnProfile(
    String name, long present, long numeric, long whole, long truths, boolean days, int distinct) {
  public static final int MOST_DISTINCT = 100_000;
  private static final double MOSTLY = 0.9;
  private static final int DAYS_TRIED = 200;

  /** What its cells are read as. */
  public enum Type {
    EMPTY,
    WHOLE_NUMBER,
    NUMBER,
    TRUTH,
    DAY,
    TEXT
  }

  public Type type() {
    if (present == 0) {
      return Type.EMPTY;
    }
    if (truths == present) {
      return Type.TRUTH;
    }
    if (days) {
      return Type.DAY;
    }
    if (numeric < MOSTLY * present) {
      return Type.TEXT;
    }
    return whole == numeric ? Type.WHOLE_NUMBER : Type.NUMBER;
  }

  /** Cells that are neither missing nor of the column's type. */
  public long strays() {
    return switch (type()) {
      case WHOLE_NUMBER, NUMBER -> present - numeric;
      case EMPTY, TRUTH, DAY, TEXT -> 0;
    };
  }

  /**
   * Reads a table once and profiles every column, in the order of the header.
   *
   * @param days a column of days is one whose first cells all are written like these
   */
  public static List<ColumnProfile> of(CsvTable table, DateColumn days) throws IOException {
    List<Count> counts = new ArrayList<>();
    table.header().forEach(_ -> counts.add(new Count(days.reader())));
    table.forEach(
        (_, _, cells) -> {
          for (int i = 0; i < Math.min(counts.size(), cells.size()); i++) {
            counts.get(i).add(cells.get(i), table.separator());
          }
        });
    List<ColumnProfile> profiles = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      profiles.add(counts.get(i).named(table.header().get(i)));
    }
    return profiles;
  }

  private static final class Count {
    private final Set<String> values = new HashSet<>();
    private long present;
    private long numeric;
    private long whole;
    private long truths;
    private long triedAsDays;
    private long days;
    private final DateColumn.Reader dayReader;

    Count(DateColumn.Reader dayReader) {
      this.dayReader = dayReader;
    }

    void add(String cell, char separator) {
      if (CellNumber.isMissing(cell)) {
        return;
      }
      present++;
      if (values.size() < MOST_DISTINCT) {
        values.add(cell.strip());
      }
      double number = CellNumber.parse(cell, separator);
      if (!Double.isNaN(number)) {
        numeric++;
        whole += number == Math.rint(number) && Math.abs(number) < 1e15 ? 1 : 0;
      }
      String lower = cell.strip().toLowerCase(Locale.ROOT);
      truths += lower.equals("true") || lower.equals("false") ? 1 : 0;
      if (triedAsDays < DAYS_TRIED && Double.isNaN(number)) {
        triedAsDays++;
        days += isDay(cell) ? 1 : 0;
      }
    }

    private boolean isDay(String cell) {
      try {
        return dayReader.parse(cell).isPresent();
      } catch (IllegalArgumentException other) {
        return false;
      }
    }

    ColumnProfile named(String name) {
      return new ColumnProfile(
          name,
          present,
          numeric,
          whole,
          truths,
          triedAsDays > 0 && days == triedAsDays && numeric == 0,
          values.size());
    }
  }
}
