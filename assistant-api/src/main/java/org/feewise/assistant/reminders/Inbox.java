package org.feewise.assistant.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** The reminders a citizen got, and the queue of those that wait. */
@ApplicationScoped
public class Inbox {
  private final ReminderRows reminders;
  private final Clock clock;

  Inbox(ReminderRows reminders, Clock clock) {
    this.reminders = reminders;
    this.clock = clock;
  }

  /** Reminders sent to a citizen, the latest first, 50 a page. */
  @Transactional
  public ListPage<ReminderView> of(String citizenId, int page) {
    return ListPage.of(
        reminders.inbox(citizenId, page).stream().map(ReminderRow::toView).toList(), page);
  }

  /** Marks what the citizen has seen. */
  @Transactional
  public void seen(String citizenId) {
    reminders.markRead(citizenId, clock.instant());
  }

  /** Reminders that wait to be sent, the soonest first, 50 a page. */
  @Transactional
  public ListPage<ReminderView> queue(int page) {
    return ListPage.of(reminders.queue(page).stream().map(ReminderRow::toView).toList(), page);
  }

  /**
   * Takes a waiting reminder out of the queue.
   *
   * @param why what the queue will say of it
   * @return false when no such reminder waits
   */
  @Transactional
  public boolean cancel(String reminderId, String why) {
    return reminders
        .queued(reminderId)
        .map(
            row -> {
              row.status = ReminderStatus.CANCELLED;
              row.detail = why;
              return true;
            })
        .orElse(false);
  }
}
