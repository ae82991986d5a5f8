package org.feewise.analytics.city;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.List;

/** First days of the lunar year, as the Purple Mountain Observatory publishes them. */
final class LunarNewYear {
  private static final int FIRST = 2015;
  private static final List<LocalDate> DAYS_OF =
      List.of(
          LocalDate.of(2015, 2, 19),
          LocalDate.of(2016, 2, 8),
          LocalDate.of(2017, 1, 28),
          LocalDate.of(2018, 2, 16),
          LocalDate.of(2019, 2, 5),
          LocalDate.of(2020, 1, 25),
          LocalDate.of(2021, 2, 12),
          LocalDate.of(2022, 2, 1),
          LocalDate.of(2023, 1, 22),
          LocalDate.of(2024, 2, 10),
          LocalDate.of(2025, 1, 29),
          LocalDate.of(2026, 2, 17),
          LocalDate.of(2027, 2, 6),
          LocalDate.of(2028, 1, 26),
          LocalDate.of(2029, 2, 13),
          LocalDate.of(2030, 2, 3),
          LocalDate.of(2031, 1, 23),
          LocalDate.of(2032, 2, 11),
          LocalDate.of(2033, 1, 31),
          LocalDate.of(2034, 2, 19),
          LocalDate.of(2035, 2, 8));

  private LunarNewYear() {}

  /** Whether a day lies from so many days before to so many after the festival of its year. */
  static boolean isNear(LocalDate day, int daysBefore, int daysAfter) {
    int year = day.getYear() - FIRST;
    if (year < 0 || year >= DAYS_OF.size()) {
      return false;
    }
    long after = DAYS.between(DAYS_OF.get(year), day);
    return after >= -daysBefore && after <= daysAfter;
  }
}
