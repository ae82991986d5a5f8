package org.feewise.assistant.reminders;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import org.feewise.assistant.problems.Problem;
import org.feewise.models.reminders.ReminderChannel;
import org.feewise.models.reminders.ReminderPreferences;

/**
 * The form of reminder preferences as it was typed, so that a mistake can be shown in its place.
 */
record PreferencesForm(
    List<String> channels, String daysBefore, String quietFrom, String quietTo, boolean optedOut) {

  static PreferencesForm of(ReminderPreferences preferences) {
    return new PreferencesForm(
        preferences.channels().stream().map(Enum::name).toList(),
        Integer.toString(preferences.daysBefore()),
        preferences.quietHours().from().toString(),
        preferences.quietHours().to().toString(),
        preferences.optedOut());
  }

  /**
   * The same as a program would send it. A form knows no order: whoever ticks the inbox and another
   * way is reached the other way first, as everything lies in the inbox anyhow.
   *
   * @throws Problem 400 that names the field
   */
  PreferencesBody body() {
    List<ReminderChannel> chosen =
        channels == null
            ? List.of()
            : channels.stream()
                .map(PreferencesForm::channel)
                .sorted(Comparator.comparing(channel -> channel == ReminderChannel.APP))
                .toList();
    return new PreferencesBody(
        chosen, days(), time(quietFrom, "quietFrom"), time(quietTo, "quietTo"), optedOut);
  }

  private static ReminderChannel channel(String name) {
    try {
      return ReminderChannel.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new Problem(PreferencesForm.class, 400, "channels-wrong").at("channels");
    }
  }

  private Integer days() {
    try {
      return Integer.valueOf(daysBefore == null ? "" : daysBefore.strip());
    } catch (NumberFormatException e) {
      throw PreferencesBody.daysBeforeWrong(daysBefore);
    }
  }

  private static LocalTime time(String text, String field) {
    try {
      return LocalTime.parse(text == null ? "" : text);
    } catch (DateTimeParseException e) {
      throw new Problem(PreferencesForm.class, 400, "time-wrong", text == null ? "" : text)
          .at(field);
    }
  }
}
