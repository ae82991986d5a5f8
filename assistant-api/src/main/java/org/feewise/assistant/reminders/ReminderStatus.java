package org.feewise.assistant.reminders;

/** Where a reminder stands. */
public enum ReminderStatus {
  QUEUED,
  SENT,
  /** An operator stopped it, or it was no longer needed. */
  CANCELLED,
  /** The policy decided against it. */
  SUPPRESSED,
  /** Every attempt to deliver it failed. */
  FAILED
}
