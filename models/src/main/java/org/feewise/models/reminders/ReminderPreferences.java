package org.feewise.models.reminders;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;

/**
 * How a citizen wants to be reminded.
 *
 * @param channels the channels to use, the preferred one first; at least one, each once
 * @param daysBefore days before the deadline, 0 to 60
 * @param optedOut when true nothing is ever sent
 */
public record ReminderPreferences(
    List<ReminderChannel> channels, int daysBefore, QuietHours quietHours, boolean optedOut) {
  /** The most days before a deadline that can be asked for. */
  public static final int MOST_DAYS_BEFORE = 60;

  /** What holds for a citizen who has not chosen: the inbox, three days before. */
  public static final ReminderPreferences USUAL =
      new ReminderPreferences(List.of(ReminderChannel.APP), 3, QuietHours.USUAL, false);

  public ReminderPreferences {
    Objects.requireNonNull(quietHours, "quietHours");
    if (channels.isEmpty()) {
      throw new IllegalArgumentException("channels is empty: choose one, or opt out");
    }
    if (EnumSet.copyOf(channels).size() < channels.size()) {
      throw new IllegalArgumentException("channels names a channel twice: " + channels);
    }
    if (daysBefore < 0 || daysBefore > MOST_DAYS_BEFORE) {
      throw new IllegalArgumentException(
          "daysBefore " + daysBefore + " is not between 0 and " + MOST_DAYS_BEFORE);
    }
    channels = List.copyOf(channels);
  }
}
