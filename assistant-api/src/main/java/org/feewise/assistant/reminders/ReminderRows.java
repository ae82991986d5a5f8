package org.feewise.assistant.reminders;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.jpa.SpecHints;

/** Rows of the table of reminders. */
@ApplicationScoped
class ReminderRows implements PanacheRepositoryBase<ReminderRow, String> {
  /** Hibernate's value of the lock time-out that skips rows locked by somebody else. */
  private static final int SKIP_LOCKED = -2;

  /** Sent reminders, the latest first. */
  List<ReminderRow> inbox(String citizenId, int page) {
    return find(
            "citizenId = ?1 and status = ?2 order by sentAt desc, reminderId",
            citizenId,
            ReminderStatus.SENT)
        .range(ListPage.first(page), ListPage.last(page))
        .list();
  }

  /** What will be sent, the soonest first. */
  List<ReminderRow> queue(int page) {
    return find("status = ?1 order by sendAfter, reminderId", ReminderStatus.QUEUED)
        .range(ListPage.first(page), ListPage.last(page))
        .list();
  }

  /** Reminders whose time has come, locked for this transaction; others' locks are passed over. */
  List<ReminderRow> takeDue(Instant now, int most) {
    return find(
            "status = ?1 and sendAfter <= ?2 order by sendAfter, reminderId",
            ReminderStatus.QUEUED,
            now)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, SKIP_LOCKED)
        .page(Page.ofSize(most))
        .list();
  }

  /** Reminders of these citizens that count against the weekly limit: sent or queued since. */
  List<ReminderRow> recent(Collection<String> citizenIds, Instant since) {
    return list(
        "citizenId in ?1 and status in ?2 and sendAfter >= ?3",
        citizenIds,
        List.of(ReminderStatus.SENT, ReminderStatus.QUEUED),
        since);
  }

  /** Service reminders of these bills, whatever became of them. */
  List<ReminderRow> ofBills(Collection<String> billNos) {
    return list("billNo in ?1 and source = 'service'", billNos);
  }

  Optional<ReminderRow> queued(String reminderId) {
    return find("reminderId = ?1 and status = ?2", reminderId, ReminderStatus.QUEUED)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  void markRead(String citizenId, Instant now) {
    update(
        "readAt = ?1 where citizenId = ?2 and status = ?3 and readAt is null",
        now,
        citizenId,
        ReminderStatus.SENT);
  }
}
