package org.feewise.assistant.reminders;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.feewise.assistant.bills.BillView;
import org.feewise.models.reminders.ReminderReason;
import org.feewise.models.words.Words;

/** Words a reminder: the figure and the day first, then what can be done. */
final class ReminderWording {
  private ReminderWording() {}

  static ReminderMessage of(ReminderRow reminder, BillView bill, LocalDate today, Locale locale) {
    Words words = Words.of(ReminderWording.class, "reminders", locale);
    LocalDate due = bill.effectiveDueOn();
    String days = Long.toString(Math.abs(ChronoUnit.DAYS.between(today, due)));
    String key = key(reminder.reason, today, due);
    return new ReminderMessage(
        reminder.reminderId,
        words.say("subject." + key, bill.title()),
        words.say("body." + key, bill.title(), bill.total(), due, days, bill.surcharge()));
  }

  /** A reminder may be sent later than it was planned: what it says depends on the day it goes. */
  private static String key(ReminderReason reason, LocalDate today, LocalDate due) {
    return switch (reason) {
      case PLANNED_PAYMENT -> "planned";
      case DUE_SOON, OVERDUE ->
          today.isAfter(due) ? "overdue" : today.equals(due) ? "today" : "soon";
    };
  }
}
