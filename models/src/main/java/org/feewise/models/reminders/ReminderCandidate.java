package org.feewise.models.reminders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.feewise.models.risk.RiskBand;

/**
 * A bill whose payer may need a reminder.
 *
 * @param dueOn effective due date, Asia/Shanghai
 * @param paid whether the bill is settled
 * @param band risk of paying late
 * @param otherReminders moments of this citizen's other reminders, sent or queued
 */
public record ReminderCandidate(
    String billNo,
    LocalDate dueOn,
    boolean paid,
    RiskBand band,
    ReminderPreferences preferences,
    List<Instant> otherReminders) {

  public ReminderCandidate {
    Objects.requireNonNull(billNo, "billNo");
    Objects.requireNonNull(dueOn, "dueOn");
    Objects.requireNonNull(band, "band");
    Objects.requireNonNull(preferences, "preferences");
    otherReminders = List.copyOf(otherReminders);
  }
}
