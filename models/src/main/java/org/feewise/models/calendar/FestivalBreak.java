package org.feewise.models.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Consecutive days off for one or more festivals, as the State Council announces them.
 *
 * @param from first day off
 * @param to last day off
 */
public record FestivalBreak(LocalDate from, LocalDate to, List<Festival> festivals) {
  public FestivalBreak {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("break ends on " + to + ", before it starts on " + from);
    }
    if (festivals == null || festivals.isEmpty()) {
      throw new IllegalArgumentException("break from " + from + " names no festival");
    }
    festivals = List.copyOf(festivals);
  }

  /** Its days, in order. */
  public Stream<LocalDate> days() {
    return from.datesUntil(to.plusDays(1));
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
