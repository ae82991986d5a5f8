package org.feewise.models.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfficialCalendarTest {
  /** The notices once more, as month-day spans: off, then weekend days worked. */
  private static final Map<Integer, List<String>> NOTICES =
      Map.of(
          2023,
          List.of(
              "01-01..01-02 01-21..01-27 04-05 04-29..05-03 06-22..06-24 09-29..10-06",
              "01-28 01-29 04-23 05-06 06-25 10-07 10-08"),
          2024,
          List.of(
              "01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-08..06-10 09-15..09-17 10-01..10-07",
              "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12"),
          2025,
          List.of(
              "01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08",
              "01-26 02-08 04-27 09-28 10-11"),
          2026,
          List.of(
              "01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27"
                  + " 10-01..10-07",
              "01-04 02-14 02-28 05-09 09-20 10-10"));

  @TempDir Path folder;
  private final OfficialCalendar calendar = OfficialCalendar.builtIn();

  @ParameterizedTest
  @ValueSource(ints = {2023, 2024, 2025, 2026})
  void everyDayOfAPublishedYearIsAsTheNoticeSays(int year) {
    Set<LocalDate> off = days(year, NOTICES.get(year).get(0));
    Set<LocalDate> worked = days(year, NOTICES.get(year).get(1));
    Stream.iterate(LocalDate.of(year, 1, 1), day -> day.getYear() == year, day -> day.plusDays(1))
        .forEach(
            day -> {
              boolean weekend =
                  Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek());
              boolean expected = off.contains(day) || (weekend && !worked.contains(day));
              assertThat(calendar.isDayOff(day)).as("%s", day).isEqualTo(expected);
              assertThat(calendar.isPublished(day)).as("%s", day).isTrue();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-04, 2026-10-08", // inside National Day
    "2026-10-10, 2026-10-10", // a Saturday worked
    "2026-10-11, 2026-10-12", // a plain Sunday
    "2026-11-16, 2026-11-16", // a plain Monday
    "2022-12-31, 2023-01-03", // the 2023 notice reaches into December
    "2025-09-28, 2025-09-28", // a Sunday worked
    "2026-02-13, 2026-02-13", // Friday before the long break
    "2026-02-15, 2026-02-24", // nine days of Spring Festival
  })
  void aDeadlineOnADayOffMovesToTheNextWorkingDay(LocalDate stated, LocalDate effective) {
    Deadline deadline = calendar.rollForward(stated);
    assertThat(deadline.effectiveOn()).isEqualTo(effective);
    assertThat(deadline.moved()).isEqualTo(!stated.equals(effective));
    assertThat(deadline.caveat(Locale.ENGLISH)).isEmpty();
  }

  @Test
  void aYearNotPublishedCountsWeekendsAndSaysSo() {
    Deadline festival = calendar.rollForward(LocalDate.of(2027, 1, 1));
    assertThat(festival.effectiveOn()).isEqualTo("2027-01-01");
    assertThat(festival.unpublished()).containsExactly(Year.of(2027));
    assertThat(calendar.rollForward(LocalDate.of(2027, 1, 2)).effectiveOn())
        .isEqualTo("2027-01-04");
    assertThat(festival.caveat(Locale.ENGLISH).orElseThrow()).contains("2027");
    assertThat(festival.caveat(Locale.SIMPLIFIED_CHINESE))
        .hasValue("2027 年的节假日安排尚未公布，只按周六、周日计算休息日。");
  }

  @Test
  void daysOffGivenByTheCallerWinOverDaysWorked() {
    LocalDate worked = LocalDate.of(2026, 10, 10);
    OfficialCalendar local = calendar.withDaysOff(Set.of(worked));
    assertThat(local.rollForward(worked).effectiveOn()).isEqualTo("2026-10-12");
    assertThat(calendar.rollForward(worked).effectiveOn()).isEqualTo(worked);
  }

  @ParameterizedTest
  @CsvSource({
    // 15 days of October with National Day, 1 to 7, inside: 15 + 7 = 22, a Thursday
    "2026-10-01, 2026-10-15, 7, 2026-10-22",
    // Qingming 4 to 6 inside: 15 + 3 = 18, a Saturday, so Monday the 20th
    "2026-04-01, 2026-04-15, 3, 2026-04-20",
    // the period starts on the last two days of the break: no three in a row inside
    "2026-10-06, 2026-10-20, 0, 2026-10-20",
    // plain weekends only
    "2026-11-01, 2026-11-15, 0, 2026-11-16",
  })
  void aTaxPeriodIsExtendedByItsLongBreaks(
      LocalDate first, LocalDate last, int extension, LocalDate effective) {
    Deadline deadline = calendar.extendPeriod(first, last);
    assertThat(deadline.extendedBy()).isEqualTo(extension);
    assertThat(deadline.effectiveOn()).isEqualTo(effective);
  }

  @Test
  void aPeriodThatEndsBeforeItBeginsIsRefused() {
    assertThatThrownBy(
            () -> calendar.extendPeriod(LocalDate.of(2026, 2, 2), LocalDate.of(2026, 2, 1)))
        .hasMessageContaining("lastDay 2026-02-01 is before firstDay 2026-02-02");
  }

  @Test
  void everyFestivalOfAPublishedYearHasItsBreak() {
    for (int year = 2023; year <= 2026; year++) {
      for (Festival festival : Festival.values()) {
        assertThat(calendar.breakFor(festival, Year.of(year)))
            .as("%s %s", festival, year)
            .isPresent();
        assertThat(festival.in(Locale.SIMPLIFIED_CHINESE)).isNotEqualTo(festival.in(Locale.US));
      }
    }
    assertThat(calendar.breakFor(Festival.SPRING_FESTIVAL, Year.of(2027))).isEmpty();
  }

  @Test
  void aYearCanBeAddedAsAFile() throws IOException {
    Files.writeString(
        folder.resolve("2027.yaml"),
        """
        year: 2027
        breaks:
          - {from: 2027-01-01, to: 2027-01-03, festivals: [NEW_YEAR]}
        worked: [2027-01-09]
        """);
    OfficialCalendar extended = OfficialCalendar.withNoticesFrom(folder);
    assertThat(extended.rollForward(LocalDate.of(2027, 1, 1)).effectiveOn())
        .isEqualTo("2027-01-04");
    assertThat(extended.isDayOff(LocalDate.of(2027, 1, 9))).isFalse();
    assertThat(extended.isDayOff(LocalDate.of(2026, 10, 1))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "year: 2027|2027 has no breaks",
        "{year: 2027, breaks: [{from: 2027-01-03, to: 2027-01-01, festivals: [NEW_YEAR]}]}|before it starts",
        "{year: 2027, breaks: [{from: 2027-01-01, to: 2027-01-01, festivals: [XMAS]}]}|XMAS",
        "{year: 2027, breaks: [{from: 2026-01-01, to: 2026-01-01, festivals: [NEW_YEAR]}]}|touch the year",
        "{year: 2027, breaks: [{from: 2027-01-01, to: 2027-01-01, festivals: [NEW_YEAR]}], worked: [2027-01-04]}|not a weekend",
      })
  void aNoticeThatMakesNoSenseIsRefusedByFileAndReason(String yaml, String reason)
      throws IOException {
    Files.writeString(folder.resolve("bad.yaml"), yaml);
    assertThatThrownBy(() -> OfficialCalendar.withNoticesFrom(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bad.yaml, line 1")
        .hasMessageContaining(reason);
  }

  @Test
  void workingDaysAreCountedAfterTheFirstDayUpToTheLast() {
    assertThat(calendar.workingDaysBetween(LocalDate.of(2026, 9, 30), LocalDate.of(2026, 10, 10)))
        .isEqualTo(3); // 8, 9 and the Saturday worked
    assertThat(calendar.workingDaysBetween(LocalDate.of(2026, 10, 9), LocalDate.of(2026, 10, 9)))
        .isZero();
  }

  private static Set<LocalDate> days(int year, String spans) {
    Set<LocalDate> days = new HashSet<>();
    for (String span : List.of(spans.split(" ", -1))) {
      LocalDate first = LocalDate.parse(year + "-" + span.substring(0, 5));
      LocalDate last = LocalDate.parse(year + "-" + span.substring(span.length() - 5));
      first.datesUntil(last.plusDays(1)).forEach(days::add);
    }
    return days;
  }
}
