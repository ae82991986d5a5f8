package org.feewise.assistant.reminders;

/**
 * What a reminder says.
 *
 * @param reminderId the reminder it is, the same at every attempt
 */
record ReminderMessage(String reminderId, String subject, String body) {}
