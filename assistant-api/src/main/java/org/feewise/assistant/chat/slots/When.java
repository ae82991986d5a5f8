package org.feewise.assistant.chat.slots;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A time somebody said, as read when the talk is of what was ("9月" in November: this September) and
 * of what will be ("5号" on the 24th: next month's).
 *
 * @param past the latest reading that has begun
 * @param coming the earliest reading that has not ended
 */
record When(DateRange past, DateRange coming) {

  static When exactly(DateRange range) {
    return new When(range, range);
  }

  /** A day of the month without its month; a day already past is next month's. */
  static Optional<When> dayOfMonth(int day, LocalDate today) {
    if (day < 1 || day > 31) {
      return Optional.empty();
    }
    YearMonth month = YearMonth.from(today);
    return Optional.of(
        new When(
            DateRange.day(dayIn(day <= today.getDayOfMonth() ? month : month.minusMonths(1), day)),
            DateRange.day(dayIn(day >= today.getDayOfMonth() ? month : month.plusMonths(1), day))));
  }

  /** What recurs every year, such as a month or a festival, without its year. */
  static When yearly(LocalDate today, IntFunction<DateRange> inYear) {
    DateRange thisYear = inYear.apply(today.getYear());
    DateRange past = thisYear.from().isAfter(today) ? inYear.apply(today.getYear() - 1) : thisYear;
    DateRange coming = thisYear.to().isBefore(today) ? inYear.apply(today.getYear() + 1) : thisYear;
    return new When(past, coming);
  }

  /**
   * The days from this time to a later one; the later one decides the year where only it is said.
   */
  Optional<When> through(When end) {
    Optional<DateRange> past = joined(this.past, end.past);
    Optional<DateRange> coming = joined(this.coming, end.coming);
    return past.isEmpty() && coming.isEmpty()
        ? Optional.empty()
        : Optional.of(new When(past.or(() -> coming).get(), coming.or(() -> past).get()));
  }

  private static Optional<DateRange> joined(DateRange start, DateRange end) {
    DateRange first = start;
    if (end.to().isBefore(first.from())) {
      first = new DateRange(first.from().minusYears(1), first.to().minusYears(1));
    }
    return end.to().isBefore(first.from()) ? Optional.empty() : Optional.of(first.through(end));
  }

  private static LocalDate dayIn(YearMonth month, int day) {
    return month.atDay(Math.min(day, month.lengthOfMonth()));
  }
}
