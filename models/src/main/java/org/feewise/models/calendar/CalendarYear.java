package org.feewise.models.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * The State Council's notice for one year.
 *
 * @param breaks the festivals' days off; the first may begin in December of the year before
 * @param worked weekend days worked in exchange
 */
record CalendarYear(int year, List<FestivalBreak> breaks, Set<LocalDate> worked) {
  CalendarYear {
    if (breaks == null || breaks.isEmpty()) {
      throw new IllegalArgumentException("year " + year + " has no breaks");
    }
    breaks = List.copyOf(breaks);
    worked = worked == null ? Set.of() : Set.copyOf(worked);
    for (FestivalBreak days : breaks) {
      if (days.to().getYear() != year && days.from().getYear() != year) {
        throw new IllegalArgumentException(
            "break from " + days.from() + " does not touch the year " + year);
      }
    }
    for (LocalDate day : worked) {
      if (!isWeekend(day) || breaks.stream().anyMatch(days -> days.contains(day))) {
        throw new IllegalArgumentException(
            "worked " + day + " is not a weekend day outside the breaks");
      }
    }
  }

  static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
