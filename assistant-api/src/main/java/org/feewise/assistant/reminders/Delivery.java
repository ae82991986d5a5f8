package org.feewise.assistant.reminders;

import org.feewise.models.reminders.ReminderChannel;

/** One way of reaching a person outside this service; the inbox is there without one. */
interface Delivery {
  ReminderChannel channel();

  /** Whether this installation can send this way at all. */
  boolean connected();

  /** Whether this person can be reached this way. */
  boolean reaches(Recipient recipient);

  /**
   * Brings the message to the person.
   *
   * @throws RuntimeException when it could not be handed over; it will be tried again
   */
  void deliver(Recipient recipient, ReminderMessage message);
}
