package org.feewise.assistant.reminders;

/** What a reminder says. */
record ReminderMessage(String subject, String body) {}
