package org.feewise.assistant.reminders;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Sends the reminders whose time has come, a batch a transaction, until none is left. */
@ApplicationScoped
public class ReminderSender {
  private static final int BATCH = 100;

  private final ReminderRows reminders;
  private final Dispatcher dispatcher;
  private final Clock clock;
  private final ReminderSender self;

  ReminderSender(ReminderRows reminders, Dispatcher dispatcher, Clock clock, ReminderSender self) {
    this.reminders = reminders;
    this.dispatcher = dispatcher;
    this.clock = clock;
    this.self = self;
  }

  @Scheduled(
      every = "${feewise.reminders.every}",
      concurrentExecution = ConcurrentExecution.SKIP,
      identity = "reminder-sender")
  void sendAllDue() {
    int taken = BATCH;
    while (taken == BATCH) {
      taken = self.sendDue();
    }
  }

  /**
   * Handles the reminders that are due, at most 100.
   *
   * @return how many it handled, whether sent, put off or given up
   */
  @Transactional
  public int sendDue() {
    List<ReminderRow> due = reminders.takeDue(clock.instant(), BATCH);
    due.forEach(dispatcher::dispatch);
    return due.size();
  }
}
