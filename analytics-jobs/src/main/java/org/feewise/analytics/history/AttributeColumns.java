package org.feewise.analytics.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.feewise.models.risk.BillMapping;
import org.feewise.models.risk.DateColumn;

/**
 * The columns of somebody else's table that are features by themselves, and what they are read as.
 */
public final class AttributeColumns {
  private static final int MOST_CODES = 30;
  private static final double MOST_DIFFERENT = 0.5;
  private static final double MOST_DIFFERENT_CODES = 0.1;

  private record Column(String name, int index) {}

  private record DayColumn(String name, int index, DateColumn.Reader reader) {}

  private final char separator;
  private final List<Column> numbers = new ArrayList<>();
  private final List<DayColumn> days = new ArrayList<>();
  private final List<Column> categories = new ArrayList<>();

  private AttributeColumns(char separator) {
    this.separator = separator;
  }

  /**
   * Chooses the features among the mapped attributes, telling the log what is used and what is not.
   *
   * @param labelColumns columns that the label reads: never features
   */
  public static AttributeColumns choose(
      CsvTable table,
      BillMapping mapping,
      List<ColumnProfile> profiles,
      List<String> labelColumns,
      Consumer<String> log) {
    AttributeColumns chosen = new AttributeColumns(table.separator());
    Map<String, String> barred = new HashMap<>();
    mapping.settledOn().ifPresent(date -> barred.put(date.column(), "it is what happened later"));
    labelColumns.forEach(column -> barred.put(column, "the label reads it"));
    mapping.forbidden().forEach(column -> barred.put(column, "it is forbidden"));
    Optional<DateColumn> issued = mapping.issuedOn();
    for (String name : mapping.attributes()) {
      log.accept(
          barred.containsKey(name)
              ? "ignored: " + name + ": " + barred.get(name)
              : chosen.add(profiles.get(table.indexOf(name)), table.indexOf(name), issued));
    }
    Set<String> mentioned = new HashSet<>(mapping.attributes());
    mentioned.addAll(mapping.mappedColumns());
    for (String name : table.header()) {
      if (!mentioned.contains(name)) {
        log.accept(
            "ignored: " + name + ": " + barred.getOrDefault(name, "the mapping does not name it"));
      }
    }
    return chosen;
  }

  private String add(ColumnProfile profile, int index, Optional<DateColumn> issued) {
    Column column = new Column(profile.name(), index);
    return switch (profile.type()) {
      case EMPTY -> "ignored: " + profile.name() + ": it is empty";
      case NUMBER, WHOLE_NUMBER -> addNumber(profile, column);
      case TRUTH, TEXT -> addCategory(profile, column);
      case DAY -> {
        if (issued.isEmpty()) {
          yield "ignored: %s: days mean nothing without a day of issue".formatted(profile.name());
        }
        DateColumn.Reader reader = new DateColumn(profile.name(), issued.get().format()).reader();
        days.add(new DayColumn(profile.name(), index, reader));
        yield "used: %s as days before the issue; later days count as missing"
            .formatted(profile.name());
      }
    };
  }

  private String addNumber(ColumnProfile profile, Column column) {
    numbers.add(column);
    boolean codes =
        profile.type() == ColumnProfile.Type.WHOLE_NUMBER
            && profile.distinct() > 2
            && (profile.distinct() <= MOST_CODES
                || profile.distinct() <= MOST_DIFFERENT_CODES * profile.present());
    if (codes) {
      categories.add(column);
    }
    String strays =
        profile.strays() == 0
            ? ""
            : "; %d cells that are no number count as missing".formatted(profile.strays());
    return "used: %s as a number%s%s"
        .formatted(profile.name(), codes ? " and as a category" : "", strays);
  }

  private String addCategory(ColumnProfile profile, Column column) {
    if (profile.distinct() > MOST_CODES
        && profile.distinct() > MOST_DIFFERENT * profile.present()) {
      return "ignored: %s: %d different texts in %d rows say nothing about others"
          .formatted(profile.name(), profile.distinct(), profile.present());
    }
    categories.add(column);
    return "used: %s as a category of %d values".formatted(profile.name(), profile.distinct());
  }

  /** Names of the numbers, in the order of {@link #numbers}. */
  public List<String> numberNames() {
    List<String> names = new ArrayList<>();
    numbers.forEach(column -> names.add(column.name()));
    days.forEach(column -> names.add("days_since " + column.name()));
    return names;
  }

  /** Names of the categories, in the order of {@link #categories}. */
  public List<String> categoryNames() {
    Set<String> numeric = Set.copyOf(numbers.stream().map(Column::name).toList());
    return categories.stream()
        .map(column -> numeric.contains(column.name()) ? column.name() + " as code" : column.name())
        .toList();
  }

  double[] numbers(List<String> cells, LocalDate issuedOn) {
    double[] values = new double[numbers.size() + days.size()];
    for (int i = 0; i < numbers.size(); i++) {
      values[i] = CellNumber.parse(cells.get(numbers.get(i).index()), separator);
    }
    for (int i = 0; i < days.size(); i++) {
      values[numbers.size() + i] = daysSince(days.get(i), cells, issuedOn);
    }
    return values;
  }

  String[] categories(List<String> cells) {
    return categories.stream()
        .map(column -> cells.get(column.index()).strip())
        .map(cell -> CellNumber.isMissing(cell) ? null : cell)
        .toArray(String[]::new);
  }

  /** A day after the issue would be knowledge of the future: it counts as missing. */
  private static double daysSince(DayColumn column, List<String> cells, LocalDate issuedOn) {
    try {
      return column
          .reader()
          .parse(cells.get(column.index()))
          .map(day -> (double) issuedOn.toEpochDay() - day.toEpochDay())
          .filter(since -> since >= 0)
          .orElse(Double.NaN);
    } catch (IllegalArgumentException unreadable) {
      return Double.NaN;
    }
  }
}
