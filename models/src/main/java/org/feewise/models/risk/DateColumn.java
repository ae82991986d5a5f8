package org.feewise.models.risk;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A column of days in somebody else's table and the way they are written.
 *
 * @param format a {@link DateTimeFormatter} pattern such as {@code M/d/yyyy}; absent for ISO-8601,
 *     where a time after the day is ignored
 */
public record DateColumn(String column, Optional<String> format) {
  private static final Set<String> BLANKS =
      Set.of("", "nan", "nat", "null", "none", "na", "n/a", "-");
  private static final List<String> ISO_PATTERNS =
      List.of("uuuu-MM-dd", "uuuu/M/d", "uuuuMMdd", "uuuu.M.d");

  public DateColumn {
    Objects.requireNonNull(column, "column");
    format.ifPresent(DateColumn::formatter);
  }

  /** A column of days as {@code 2026-11-24}, {@code 2026/11/24} or {@code 20261124}. */
  public static DateColumn iso(String column) {
    return new DateColumn(column, Optional.empty());
  }

  /**
   * A column of days in a pattern.
   *
   * @throws IllegalArgumentException when the pattern is none
   */
  public static DateColumn of(String column, String format) {
    return new DateColumn(column, Optional.of(format));
  }

  /** Reads the cells of this column; build one for many cells. */
  public Reader reader() {
    return new Reader(
        format.map(List::of).orElse(ISO_PATTERNS).stream().map(DateColumn::formatter).toList(),
        format.isEmpty());
  }

  /**
   * The day in a cell, empty where the cell is blank or says that there is none ({@code nan},
   * {@code null}).
   *
   * @throws IllegalArgumentException when the cell holds something else than such a day
   */
  public Optional<LocalDate> parse(String cell) {
    return reader().parse(cell);
  }

  private static DateTimeFormatter formatter(String pattern) {
    try {
      return new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .parseLenient()
          .appendPattern(pattern.replace('y', 'u'))
          .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
          .toFormatter(Locale.ENGLISH)
          .withChronology(IsoChronology.INSTANCE)
          .withResolverStyle(ResolverStyle.STRICT);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "format \"" + pattern + "\" is not a pattern of a day: " + e.getMessage(), e);
    }
  }

  private static Optional<LocalDate> dayAtStart(
      DateTimeFormatter formatter, String text, ParsePosition position) {
    try {
      return Optional.of(LocalDate.from(formatter.parse(text, position)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Turns cells into days. */
  public static final class Reader {
    private final List<DateTimeFormatter> formatters;
    private final boolean cutTime;

    private Reader(List<DateTimeFormatter> formatters, boolean cutTime) {
      this.formatters = formatters;
      this.cutTime = cutTime;
    }

    /** As {@link DateColumn#parse}. */
    public Optional<LocalDate> parse(String cell) {
      String text = cell == null ? "" : cell.strip();
      if (BLANKS.contains(text.toLowerCase(Locale.ROOT))) {
        return Optional.empty();
      }
      String day = cutTime ? text.split("[T ]", 2)[0] : text;
      for (DateTimeFormatter formatter : formatters) {
        ParsePosition position = new ParsePosition(0);
        Optional<LocalDate> parsed = dayAtStart(formatter, day, position);
        if (parsed.isPresent() && position.getIndex() == day.length()) {
          return parsed;
        }
      }
      throw new IllegalArgumentException("\"" + text + "\" is not a day of this column");
    }
  }
}
