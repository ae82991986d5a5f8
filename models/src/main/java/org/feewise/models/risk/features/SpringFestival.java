package org.feewise.models.risk.features;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;

/** The first day of the lunar year, 2010 to 2035 (Hong Kong Observatory's conversion table). */
final class SpringFestival {
  private static final double FAR_DAYS = 60;
  private static final long[] DAYS =
      Stream.of(
              "2010-02-14",
              "2011-02-03",
              "2012-01-23",
              "2013-02-10",
              "2014-01-31",
              "2015-02-19",
              "2016-02-08",
              "2017-01-28",
              "2018-02-16",
              "2019-02-05",
              "2020-01-25",
              "2021-02-12",
              "2022-02-01",
              "2023-01-22",
              "2024-02-10",
              "2025-01-29",
              "2026-02-17",
              "2027-02-06",
              "2028-01-26",
              "2029-02-13",
              "2030-02-03",
              "2031-01-23",
              "2032-02-11",
              "2033-01-31",
              "2034-02-19",
              "2035-02-08")
          .mapToLong(day -> LocalDate.parse(day).toEpochDay())
          .toArray();

  private SpringFestival() {}

  /**
   * Days from a day to the nearest festival, below zero after it, at most 60 either way; NaN for a
   * year outside the table.
   */
  static double daysTo(LocalDate day) {
    if (day.getYear() < 2010 || day.getYear() > 2035) {
      return Double.NaN;
    }
    int found = Arrays.binarySearch(DAYS, day.toEpochDay());
    int next = found < 0 ? -found - 1 : found;
    double ahead = next < DAYS.length ? DAYS[next] - day.toEpochDay() : FAR_DAYS;
    double behind = next > 0 ? DAYS[next - 1] - day.toEpochDay() : -FAR_DAYS;
    double nearest = Math.abs(behind) < Math.abs(ahead) ? behind : ahead;
    return Math.clamp(nearest, -FAR_DAYS, FAR_DAYS);
  }
}
