package org.feewise.models.events;

import java.time.Instant;
import java.util.Objects;
import org.feewise.models.reminders.ReminderChannel;
import org.feewise.models.reminders.ReminderReason;

/**
 * A reminder that reached a citizen; no text and no address travels with it.
 *
 * @param billNo the bill it was about
 * @param channel the channel that was really used
 * @param sentAt when, UTC
 */
public record ReminderSent(
    String reminderId,
    String citizenId,
    String billNo,
    ReminderChannel channel,
    ReminderReason reason,
    Instant sentAt) {

  /** CloudEvents type of a sent reminder. */
  public static final String EVENT_TYPE = "org.feewise.reminder-sent.v1";

  public ReminderSent {
    Objects.requireNonNull(reminderId, "reminderId");
    Objects.requireNonNull(citizenId, "citizenId");
    Objects.requireNonNull(billNo, "billNo");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(sentAt, "sentAt");
  }
}
