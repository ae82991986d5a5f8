package org.feewise.assistant.reminders;

import java.time.Instant;
import java.util.List;
import org.feewise.models.reminders.ReminderChannel;
import org.feewise.models.reminders.ReminderReason;

/**
 * A reminder as an inbox or the queue shows it.
 *
 * @param detail what there is to know about its delivery, or null
 * @param message what it said, null until it is sent
 * @param sendAfter the earliest moment of sending, UTC
 * @param sentAt when it was sent, or null
 * @param readAt when the citizen first saw it in the inbox, or null
 * @param reasons sentences that say to the citizen why the bill is reminded of earlier than asked
 *     for; empty where there is nothing to tell, and in the queue
 */
public record ReminderView(
    String reminderId,
    String citizenId,
    String billNo,
    ReminderChannel channel,
    ReminderReason reason,
    ReminderStatus status,
    String detail,
    String message,
    Instant sendAfter,
    Instant sentAt,
    Instant readAt,
    List<String> reasons) {}
