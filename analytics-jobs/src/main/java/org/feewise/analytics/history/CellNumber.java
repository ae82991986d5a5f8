package org.feewise.analytics.history;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads numbers as people and programs leave them in tables. */
public final class CellNumber {
  private static final Set<String> MISSING =
      Set.of("", "nan", "na", "n/a", "null", "none", "nil", "?", "-", "--", "#n/a", "nat");
  private static final Pattern PLAIN =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
  private static final Pattern DECIMAL_COMMA =
      Pattern.compile("[+-]?(\\d+|\\d{1,3}(\\.\\d{3})+),\\d+");
  private static final Pattern DECORATION = Pattern.compile("[¥￥$€£%\\s]");

  private CellNumber() {}

  /** Whether a cell says that there is no value. */
  public static boolean isMissing(String cell) {
    return cell == null || MISSING.contains(cell.strip().toLowerCase(Locale.ROOT));
  }

  /**
   * The number in a cell, NaN where there is none; {@code 1,234.5}, {@code ¥12}, {@code 5%} and,
   * where commas do not separate the columns, {@code 12,5} are numbers.
   */
  public static double parse(String cell, char separator) {
    if (isMissing(cell)) {
      return Double.NaN;
    }
    String text = DECORATION.matcher(cell).replaceAll("");
    if (PLAIN.matcher(text).matches()) {
      return Double.parseDouble(text);
    }
    if (separator != ',' && DECIMAL_COMMA.matcher(text).matches()) {
      return Double.parseDouble(text.replace(".", "").replace(',', '.'));
    }
    if (GROUPED.matcher(text).matches()) {
      return Double.parseDouble(text.replace(",", ""));
    }
    return Double.NaN;
  }
}
