package org.feewise.models.reminders;

/** The way a reminder reaches a person. */
public enum ReminderChannel {
  SMS,
  APP,
  WECHAT,
  EMAIL,
  VOICE,
  LETTER
}
