package org.feewise.analytics.city;

import java.time.LocalDateTime;
import org.feewise.models.reminders.ReminderChannel;

/**
 * A reminder that went out before the deadline.
 *
 * @param sentAt local time of the city
 * @param readAt when it was read; null where it never was
 */
record Reminder(
    String reminderId, ReminderChannel channel, LocalDateTime sentAt, LocalDateTime readAt) {}
