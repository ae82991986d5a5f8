package org.feewise.assistant.reminders;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalTime;
import java.util.Arrays;
import org.feewise.models.reminders.QuietHours;
import org.feewise.models.reminders.ReminderChannel;
import org.feewise.models.reminders.ReminderPreferences;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity(name = "ReminderPreference")
@Table(name = "reminder_preference")
class PreferenceRow {
  @Id
  @Column(name = "citizen_id")
  String citizenId;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "channels")
  String[] channels;

  @Column(name = "days_before")
  int daysBefore;

  @Column(name = "quiet_from")
  LocalTime quietFrom;

  @Column(name = "quiet_to")
  LocalTime quietTo;

  @Column(name = "opted_out")
  boolean optedOut;

  void set(ReminderPreferences preferences) {
    channels = preferences.channels().stream().map(Enum::name).toArray(String[]::new);
    daysBefore = preferences.daysBefore();
    quietFrom = preferences.quietHours().from();
    quietTo = preferences.quietHours().to();
    optedOut = preferences.optedOut();
  }

  ReminderPreferences toPreferences() {
    return new ReminderPreferences(
        Arrays.stream(channels).map(ReminderChannel::valueOf).toList(),
        daysBefore,
        new QuietHours(quietFrom, quietTo),
        optedOut);
  }
}
