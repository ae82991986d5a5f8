package org.feewise.models.reminders;

import java.time.ZonedDateTime;

/** What the policy says of one bill: send one reminder, or none and why. */
public sealed interface ReminderDecision {

  /**
   * Send it.
   *
   * @param at never before now, never within quiet hours, Asia/Shanghai
   */
  record Send(ReminderChannel channel, ZonedDateTime at, ReminderReason reason)
      implements ReminderDecision {}

  /** Send nothing. */
  record Suppress(Cause cause) implements ReminderDecision {}

  /** Why nothing is sent. */
  enum Cause {
    PAID,
    OPTED_OUT,
    /** The deadline is too far away; a later score decides again. */
    TOO_EARLY,
    /** Overdue for so long that a reminder no longer helps; a person should. */
    TOO_LATE,
    /** The citizen already gets as many reminders a week as good manners allow. */
    ENOUGH
  }
}
