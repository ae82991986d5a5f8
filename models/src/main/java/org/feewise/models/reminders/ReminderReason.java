package org.feewise.models.reminders;

/** Why a reminder is sent; a bill gets one reminder for each reason and channel. */
public enum ReminderReason {
  /** The deadline comes near. */
  DUE_SOON,
  /** The deadline has passed and the bill is open. */
  OVERDUE,
  /** A pay date of an accepted plan comes near. */
  PLANNED_PAYMENT
}
