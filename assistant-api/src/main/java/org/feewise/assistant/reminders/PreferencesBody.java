package org.feewise.assistant.reminders;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.feewise.assistant.problems.Problem;
import org.feewise.models.reminders.QuietHours;
import org.feewise.models.reminders.ReminderChannel;
import org.feewise.models.reminders.ReminderPreferences;

/**
 * Reminder preferences as the HTTP call carries them; what is left out keeps its present value.
 *
 * @param quietFrom start of the quiet hours, HH:mm in Asia/Shanghai
 * @param quietTo end of the quiet hours, HH:mm in Asia/Shanghai
 */
public record PreferencesBody(
    List<ReminderChannel> channels,
    Integer daysBefore,
    @JsonFormat(pattern = "HH:mm") LocalTime quietFrom,
    @JsonFormat(pattern = "HH:mm") LocalTime quietTo,
    Boolean optedOut) {

  static PreferencesBody of(ReminderPreferences preferences) {
    return new PreferencesBody(
        preferences.channels(),
        preferences.daysBefore(),
        preferences.quietHours().from(),
        preferences.quietHours().to(),
        preferences.optedOut());
  }

  /**
   * The preferences that result from these changes.
   *
   * @throws Problem 400 that names the field
   */
  ReminderPreferences over(ReminderPreferences present) {
    List<ReminderChannel> wanted = channels == null ? present.channels() : channels;
    int days = daysBefore == null ? present.daysBefore() : daysBefore;
    if (wanted.isEmpty()
        || wanted.stream().anyMatch(Objects::isNull)
        || EnumSet.copyOf(wanted).size() < wanted.size()) {
      throw new Problem(PreferencesBody.class, 400, "channels-wrong").at("channels");
    }
    if (days < 0 || days > ReminderPreferences.MOST_DAYS_BEFORE) {
      throw daysBeforeWrong(Integer.toString(days));
    }
    QuietHours quiet =
        new QuietHours(
            quietFrom == null ? present.quietHours().from() : quietFrom,
            quietTo == null ? present.quietHours().to() : quietTo);
    return new ReminderPreferences(
        wanted, days, quiet, optedOut == null ? present.optedOut() : optedOut);
  }

  static Problem daysBeforeWrong(String text) {
    return new Problem(
            PreferencesBody.class,
            400,
            "days-before-wrong",
            text,
            Integer.toString(ReminderPreferences.MOST_DAYS_BEFORE))
        .at("daysBefore");
  }
}
