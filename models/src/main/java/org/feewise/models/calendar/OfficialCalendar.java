package org.feewise.models.calendar;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The days worked and the days off in China: weekends, the festivals of the State Council's yearly
 * notices, and the weekend days worked in exchange.
 *
 * <p>A year without a notice counts Saturdays and Sundays only; every {@link Deadline} that needed
 * such a year says so.
 */
public final class OfficialCalendar {
  private static final int LONG_BREAK_DAYS = 3;
  private static final OfficialCalendar BUILT_IN =
      new OfficialCalendar(CalendarFiles.builtIn(), Set.of());

  private final SortedMap<Integer, CalendarYear> years;
  private final Map<LocalDate, FestivalBreak> breaks;
  private final Set<LocalDate> worked;
  private final Set<LocalDate> extraDaysOff;

  private OfficialCalendar(Map<Integer, CalendarYear> years, Set<LocalDate> extraDaysOff) {
    this.years = new TreeMap<>(years);
    this.breaks = new HashMap<>();
    this.worked = new HashSet<>();
    for (CalendarYear year : years.values()) {
      year.breaks().forEach(days -> days.days().forEach(day -> breaks.put(day, days)));
      worked.addAll(year.worked());
    }
    this.extraDaysOff = Set.copyOf(extraDaysOff);
  }

  /** The notices that come with FeeWise. */
  public static OfficialCalendar builtIn() {
    return BUILT_IN;
  }

  /**
   * The built-in notices and those of a folder, one YAML file a year; the folder's win.
   *
   * @throws IllegalArgumentException when a file is not such a notice; the message names it
   */
  public static OfficialCalendar withNoticesFrom(Path folder) {
    Map<Integer, CalendarYear> years = new TreeMap<>(BUILT_IN.years);
    years.putAll(CalendarFiles.in(folder));
    return new OfficialCalendar(years, Set.of());
  }

  /** This calendar with more days off, which win over days worked. */
  public OfficialCalendar withDaysOff(Collection<LocalDate> days) {
    if (days.isEmpty()) {
      return this;
    }
    Set<LocalDate> all = new HashSet<>(extraDaysOff);
    all.addAll(days);
    return new OfficialCalendar(years, all);
  }

  public boolean isDayOff(LocalDate day) {
    if (extraDaysOff.contains(day) || breaks.containsKey(day)) {
      return true;
    }
    return CalendarYear.isWeekend(day) && !worked.contains(day);
  }

  /** Whether the festivals of that day's year are known. */
  public boolean isPublished(LocalDate day) {
    return years.containsKey(day.getYear())
        || extraDaysOff.contains(day)
        || breaks.containsKey(day);
  }

  /** The festival break that a day belongs to. */
  public Optional<FestivalBreak> breakOn(LocalDate day) {
    return Optional.ofNullable(breaks.get(day));
  }

  /** The break for a festival in a year; empty when that year's notice is not known. */
  public Optional<FestivalBreak> breakFor(Festival festival, Year year) {
    return Optional.ofNullable(years.get(year.getValue())).stream()
        .flatMap(notice -> notice.breaks().stream())
        .filter(days -> days.festivals().contains(festival))
        .findFirst();
  }

  /** A last day that is a day off moves to the next working day. */
  public Deadline rollForward(LocalDate lastDay) {
    return rolled(lastDay, lastDay, 0, new TreeSet<>());
  }

  /**
   * The deadline of a tax period counted from a decision or event: extended by the days of every
   * run of three or more consecutive days off inside it, then rolled forward (Implementing Rules of
   * the Tax Collection Administration Law, art. 109). A deadline printed on a bill, and the fifteen
   * days of a fine, only {@linkplain #rollForward roll forward}.
   *
   * @param firstDay first day of the period
   * @param lastDay its last day, not before the first
   */
  public Deadline extendPeriod(LocalDate firstDay, LocalDate lastDay) {
    if (lastDay.isBefore(firstDay)) {
      throw new IllegalArgumentException("lastDay " + lastDay + " is before firstDay " + firstDay);
    }
    SortedSet<Year> unpublished = new TreeSet<>();
    int extension = 0;
    int run = 0;
    for (LocalDate day = firstDay; !day.isAfter(lastDay); day = day.plusDays(1)) {
      note(day, unpublished);
      run = isDayOff(day) ? run + 1 : 0;
      if (run == LONG_BREAK_DAYS) {
        extension += LONG_BREAK_DAYS;
      } else if (run > LONG_BREAK_DAYS) {
        extension++;
      }
    }
    return rolled(lastDay, lastDay.plusDays(extension), extension, unpublished);
  }

  /** Working days after one day up to and including another; none when it is not later. */
  public long workingDaysBetween(LocalDate after, LocalDate upTo) {
    return Stream.iterate(after.plusDays(1), day -> day.plusDays(1))
        .limit(Math.max(0, ChronoUnit.DAYS.between(after, upTo)))
        .filter(day -> !isDayOff(day))
        .count();
  }

  private Deadline rolled(
      LocalDate statedOn, LocalDate from, int extendedBy, SortedSet<Year> unpublished) {
    LocalDate day = from;
    note(day, unpublished);
    while (isDayOff(day)) {
      day = day.plusDays(1);
      note(day, unpublished);
    }
    return new Deadline(statedOn, day, extendedBy, unpublished);
  }

  private void note(LocalDate day, SortedSet<Year> unpublished) {
    if (!isPublished(day)) {
      unpublished.add(Year.of(day.getYear()));
    }
  }
}
