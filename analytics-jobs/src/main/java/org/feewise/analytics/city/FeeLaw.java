package org.feewise.analytics.city;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.feewise.models.calendar.OfficialCalendar;

/** What the city takes from the law: when a bill is really due. */
final class FeeLaw {
  private final OfficialCalendar calendar = OfficialCalendar.builtIn();
  private final Map<LocalDate, LocalDate> rolled = new HashMap<>();

  /** The deadline after rolling over days off. */
  LocalDate effectiveDueOn(LocalDate dueOn) {
    return rolled.computeIfAbsent(dueOn, day -> calendar.rollForward(day).effectiveOn());
  }
}
