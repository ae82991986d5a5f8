package org.feewise.models.risk.features;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.feewise.models.calendar.FestivalBreak;
import org.feewise.models.calendar.OfficialCalendar;

/**
 * How far a day is from the nearest break of at least three days, by the notices that were out when
 * a bill was issued: that of the next year is counted on from 15 December (the latest of those for
 * 2023 to 2026 came on 8 December 2022, General Office of the State Council).
 */
final class HolidayBreaks {
  private static final int SHORTEST_DAYS = 3;
  private static final int FAR_DAYS = 30;
  private static final MonthDay NEXT_NOTICE = MonthDay.of(12, 15);
  private static final int EARLIEST_YEAR = 2000;
  private static final int LATEST_YEAR = 2100;

  private static final HolidayBreaks BUILT_IN = new HolidayBreaks(OfficialCalendar.builtIn());

  private final int firstYear;
  private final long firstDay;

  /** By the last year known, counted from the first; then by day, counted from the first. */
  private final byte[][] distances;

  private HolidayBreaks(OfficialCalendar calendar) {
    int[] years =
        IntStream.range(EARLIEST_YEAR, LATEST_YEAR)
            .filter(year -> calendar.isPublished(LocalDate.of(year, 7, 1)))
            .toArray();
    this.firstYear = years[0];
    this.firstDay = Year.of(firstYear).atDay(1).toEpochDay();
    List<FestivalBreak> breaks =
        IntStream.of(years).boxed().flatMap(year -> breaksOf(calendar, year)).distinct().toList();
    IntFunction<byte[]> knownUpTo =
        lastYear ->
            distances(breaks.stream().filter(b -> b.to().getYear() <= lastYear).toList(), lastYear);
    this.distances = IntStream.of(years).mapToObj(knownUpTo).toArray(byte[][]::new);
  }

  static HolidayBreaks builtIn() {
    return BUILT_IN;
  }

  /**
   * Days from a due date to the nearest long break, below zero after it, 0 inside one, at most 30
   * either way; NaN where the notices known on the day of issue do not tell.
   */
  double daysTo(LocalDate dueOn, LocalDate issuedOn) {
    boolean nextIsOut = !MonthDay.from(issuedOn).isBefore(NEXT_NOTICE);
    int known = issuedOn.getYear() + (nextIsOut ? 1 : 0) - firstYear;
    long day = dueOn.toEpochDay() - firstDay;
    if (known < 0 || day < 0) {
      return Double.NaN;
    }
    byte[] days = distances[Math.min(known, distances.length - 1)];
    return day >= days.length || days[(int) day] == Byte.MIN_VALUE ? Double.NaN : days[(int) day];
  }

  private static Stream<FestivalBreak> breaksOf(OfficialCalendar calendar, int year) {
    return Year.of(year)
        .atDay(1)
        .datesUntil(Year.of(year + 1).atDay(1))
        .flatMap(day -> calendar.breakOn(day).stream())
        .filter(days -> days.days().count() >= SHORTEST_DAYS);
  }

  private byte[] distances(List<FestivalBreak> breaks, int lastYear) {
    long end = Year.of(lastYear + 1).atDay(1).toEpochDay();
    byte[] days = new byte[(int) (end - firstDay)];
    for (int i = 0; i < days.length; i++) {
      long day = firstDay + i;
      long nearest = FAR_DAYS;
      for (FestivalBreak each : breaks) {
        long distance = distance(day, each);
        nearest = Math.abs(distance) < Math.abs(nearest) ? distance : nearest;
      }
      long unknown = Math.min(end - day, day - firstDay + 1);
      days[i] = Math.abs(nearest) > unknown ? Byte.MIN_VALUE : (byte) nearest;
    }
    return days;
  }

  private static long distance(long day, FestivalBreak each) {
    long from = each.from().toEpochDay();
    long to = each.to().toEpochDay();
    return day < from ? from - day : Math.min(0, to - day);
  }
}
