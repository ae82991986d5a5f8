package org.feewise.analytics.city;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.feewise.models.fees.FeeType;

/** What the city takes from the law: when a bill is really due. */
final class FeeLaw {

  /** The deadline after rolling over days off. */
  LocalDate effectiveDueOn(FeeType feeType, LocalDate dueOn) {
    LocalDate day = dueOn;
    while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      day = day.plusDays(1);
    }
    return day;
  }
}
