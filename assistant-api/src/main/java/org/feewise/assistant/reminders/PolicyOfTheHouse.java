package org.feewise.assistant.reminders;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feewise.models.reminders.ReminderPolicy;

/** The policy of this installation, from its configuration. */
final class PolicyOfTheHouse {
  @Produces
  @Singleton
  ReminderPolicy policy(
      Clock clock, @ConfigProperty(name = "feewise.reminders.most-per-week") int mostPerWeek) {
    return new ReminderPolicy(clock, mostPerWeek);
  }
}
