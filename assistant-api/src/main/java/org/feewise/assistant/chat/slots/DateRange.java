package org.feewise.assistant.chat.slots;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Whole days, both ends inclusive: a bill month or the days a payment was made on.
 *
 * @param from first day
 * @param to last day, never before the first
 */
public record DateRange(LocalDate from, LocalDate to) {
  public DateRange {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("range ends on " + to + ", before it starts on " + from);
    }
  }

  static DateRange day(LocalDate day) {
    return new DateRange(day, day);
  }

  static DateRange month(YearMonth month) {
    return new DateRange(month.atDay(1), month.atEndOfMonth());
  }

  static DateRange months(YearMonth first, YearMonth last) {
    return new DateRange(first.atDay(1), last.atEndOfMonth());
  }

  static DateRange year(int year) {
    return months(YearMonth.of(year, 1), YearMonth.of(year, 12));
  }

  static DateRange quarter(int year, int quarter) {
    return months(YearMonth.of(year, quarter * 3 - 2), YearMonth.of(year, quarter * 3));
  }

  /** From this range's first day to the other's last. */
  DateRange through(DateRange other) {
    return new DateRange(from, other.to);
  }

  boolean isOneDay() {
    return from.equals(to);
  }

  boolean isYear() {
    return equals(year(from.getYear()));
  }

  /** The same days of another year. */
  DateRange inYear(int year) {
    int years = year - from.getYear();
    return new DateRange(from.plusYears(years), to.plusYears(years));
  }

  /** Whether it is a single day, that one or later. */
  public boolean isDayFrom(LocalDate day) {
    return isOneDay() && !from.isBefore(day);
  }
}
