package org.feewise.assistant.reminders;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Sends the reminders whose time has come, each by itself, until none is left. */
@ApplicationScoped
public class ReminderSender {
  private static final Logger LOG = Logger.getLogger(ReminderSender.class);
  private static final int BATCH = 100;

  private final ReminderRows reminders;
  private final Dispatcher dispatcher;
  private final Clock clock;

  ReminderSender(ReminderRows reminders, Dispatcher dispatcher, Clock clock) {
    this.reminders = reminders;
    this.dispatcher = dispatcher;
    this.clock = clock;
  }

  @Scheduled(
      every = "${feewise.reminders.every}",
      concurrentExecution = ConcurrentExecution.SKIP,
      identity = "reminder-sender")
  void sendAllDue() {
    int handled = BATCH;
    while (handled > 0) {
      handled = sendDue();
    }
  }

  /**
   * Handles the reminders that are due, at most 100; one that fails holds up no other.
   *
   * @return how many it handled, whether sent, put off or given up
   */
  public int sendDue() {
    int handled = 0;
    for (String reminderId : reminders.due(clock.instant(), BATCH)) {
      if (handle(reminderId)) {
        handled++;
      }
    }
    return handled;
  }

  private boolean handle(String reminderId) {
    try {
      return dispatcher.dispatch(reminderId);
    } catch (RuntimeException e) {
      LOG.errorf(e, "reminder %s could not be dispatched", reminderId);
      dispatcher.putOff(reminderId, e);
      return true;
    }
  }
}
