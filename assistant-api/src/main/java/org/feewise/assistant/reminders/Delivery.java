package org.feewise.assistant.reminders;

import org.feewise.models.reminders.ReminderChannel;

/** One connected way of reaching a person; a channel without one falls back to the inbox. */
interface Delivery {
  ReminderChannel channel();

  /** Whether this person can be reached this way at all. */
  boolean reaches(Recipient recipient);

  /**
   * Brings the message to the person.
   *
   * @throws RuntimeException when it could not be handed over; it will be tried again
   */
  void deliver(Recipient recipient, ReminderMessage message);
}
