package org.feewise.assistant.chat.slots;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A time said in a message.
 *
 * @param limit whether it was said as the last day for something: "月底前", "拖到月底", "by Friday"
 * @param today the day it was said on
 */
record SaidDate(int start, int end, When when, boolean limit, LocalDate today) {

  /** Whether it names one day that has not passed. */
  boolean isComingDay() {
    return when.coming().isOneDay() && !when.coming().to().isBefore(today);
  }

  /** The reading nearest to the day it was said on. */
  DateRange nearest() {
    long since = when.past().to().until(today, ChronoUnit.DAYS);
    long until = today.until(when.coming().from(), ChronoUnit.DAYS);
    return since <= until ? when.past() : when.coming();
  }

  /** Whether it can only mean days after today. */
  boolean isAhead() {
    return when.past().from().isAfter(today);
  }
}
