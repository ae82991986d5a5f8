package org.feewise.assistant.reminders;

import java.time.Duration;
import java.time.Instant;
import org.feewise.models.words.Words;
import org.jboss.logging.Logger;

/**
 * What becomes of a reminder that could not be delivered: it is tried again, after twice as long
 * each time; after the sixth failure it goes to the inbox alone.
 */
final class Attempts {
  private static final Logger LOG = Logger.getLogger(Attempts.class);
  private static final int MOST_DELIVERIES = 6;

  /** Beyond this even the inbox failed, so something in the house is broken. */
  private static final int MOST = MOST_DELIVERIES + 6;

  private static final Duration FIRST_WAIT = Duration.ofMinutes(5);

  private Attempts() {}

  static boolean exhausted(ReminderRow reminder) {
    return reminder.attempts >= MOST_DELIVERIES;
  }

  /** Keeps the kind of failure, never its message, which may hold an address. */
  static void failed(ReminderRow reminder, RuntimeException failure, Instant now, Words words) {
    reminder.attempts++;
    String why = rootOf(failure).getClass().getSimpleName();
    LOG.warnf(
        "reminder %s by %s failed at attempt %d: %s",
        reminder.reminderId, reminder.channel, reminder.attempts, why);
    if (reminder.attempts >= MOST) {
      reminder.status = ReminderStatus.FAILED;
    } else {
      int doublings = (reminder.attempts - 1) % MOST_DELIVERIES;
      boolean toInboxNow = reminder.attempts == MOST_DELIVERIES;
      reminder.sendAfter = toInboxNow ? now : now.plus(FIRST_WAIT.multipliedBy(1L << doublings));
    }
    reminder.detail = words.say("detail.failed", Integer.toString(reminder.attempts), why);
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
