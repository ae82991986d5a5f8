package org.feewise.assistant.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.feewise.models.risk.RiskReason;

/** The reminders a citizen got, and the queue of those that wait. */
@ApplicationScoped
public class Inbox {
  private final ReminderRows reminders;
  private final KeptReasons kept;
  private final Clock clock;

  Inbox(ReminderRows reminders, KeptReasons kept, Clock clock) {
    this.reminders = reminders;
    this.kept = kept;
    this.clock = clock;
  }

  /** Reminders sent to a citizen with their reasons, the latest first, 50 a page. */
  @Transactional
  public ListPage<ReminderView> of(String citizenId, int page, Locale locale) {
    List<ReminderRow> rows = reminders.inbox(citizenId, page);
    Map<String, List<RiskReason>> reasons =
        kept.ofRaised(
            citizenId,
            rows.stream().filter(ReminderRow::isForRisk).map(row -> row.billNo).toList());
    CitizenReasons wording = new CitizenReasons(locale);
    return ListPage.of(
        rows.stream().map(row -> row.toView(wording.sentences(ofRow(row, reasons)))).toList(),
        page);
  }

  private static List<RiskReason> ofRow(ReminderRow row, Map<String, List<RiskReason>> ofBills) {
    return row.isForRisk() ? ofBills.getOrDefault(row.billNo, List.of()) : List.of();
  }

  /** Marks what the citizen has seen. */
  @Transactional
  public void seen(String citizenId) {
    reminders.markRead(citizenId, clock.instant());
  }

  /** Reminders that wait to be sent, the soonest first, 50 a page. */
  @Transactional
  public ListPage<ReminderView> queue(int page) {
    return ListPage.of(
        reminders.queue(page).stream().map(row -> row.toView(List.of())).toList(), page);
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
