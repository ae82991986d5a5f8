package org.feewise.models.reminders;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Objects;

/**
 * The hours in which nobody is disturbed, possibly across midnight; {@code from} is quiet, {@code
 * to} no longer. Equal times mean no quiet hours.
 */
public record QuietHours(LocalTime from, LocalTime to) {
  /** Nine in the evening to eight in the morning. */
  public static final QuietHours USUAL = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

  public QuietHours {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
  }

  public boolean contains(LocalTime time) {
    return from.isBefore(to)
        ? !time.isBefore(from) && time.isBefore(to)
        : !from.equals(to) && (!time.isBefore(from) || time.isBefore(to));
  }

  /** The given moment, or the end of the quiet hours it falls into; in the moment's own zone. */
  public ZonedDateTime nextDisturbable(ZonedDateTime moment) {
    if (!contains(moment.toLocalTime())) {
      return moment;
    }
    ZonedDateTime end = moment.with(to);
    return end.isAfter(moment) ? end : end.plusDays(1);
  }
}
