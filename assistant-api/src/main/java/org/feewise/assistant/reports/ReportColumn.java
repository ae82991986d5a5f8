package org.feewise.assistant.reports;

/**
 * What a column of a report means.
 *
 * @param name key of the column in every row
 * @param title its heading, in the caller's language
 * @param kind what its values are
 * @param unit of its values, in the caller's language; null for names
 * @param description a sentence in the caller's language
 */
public record ReportColumn(String name, String title, Kind kind, String unit, String description) {

  /** What the values of a column are. */
  public enum Kind {
    /** A code that stays the same in every language and that filters take. */
    CODE,
    /** A name for people. */
    NAME,
    /** A month, such as 2026-01. */
    MONTH,
    /** A whole number. */
    COUNT,
    /** A decimal string of yuan. */
    MONEY,
    /** A number from 0 to 1; differences of two may be below 0. */
    SHARE,
    /** A number with decimals. */
    DECIMAL;

    /** Whether values are numbers, which stand flush right. */
    public boolean isNumber() {
      return this == COUNT || this == MONEY || this == SHARE || this == DECIMAL;
    }
  }

  /** The heading with the unit of amounts of money. */
  public String heading() {
    return kind == Kind.MONEY ? title + " (" + unit + ")" : title;
  }
}
