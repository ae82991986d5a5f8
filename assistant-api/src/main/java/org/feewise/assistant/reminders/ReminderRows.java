package org.feewise.assistant.reminders;

import static org.feewise.assistant.reminders.ReminderStatus.SENT;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.feewise.models.reminders.ReminderReason;
import org.hibernate.jpa.SpecHints;

/** Rows of the table of reminders. */
@ApplicationScoped
class ReminderRows implements PanacheRepositoryBase<ReminderRow, String> {
  /** Hibernate's value of the lock time-out that skips rows locked by somebody else. */
  private static final int SKIP_LOCKED = -2;

  /** Sent reminders, the latest first. */
  List<ReminderRow> inbox(String citizenId, int page) {
    return find("citizenId = ?1 and status = ?2 order by sentAt desc, reminderId", citizenId, SENT)
        .range(ListPage.first(page), ListPage.last(page))
        .list();
  }

  /** What will be sent, the soonest first. */
  List<ReminderRow> queue(int page) {
    return find("status = ?1 order by sendAfter, reminderId", ReminderStatus.QUEUED)
        .range(ListPage.first(page), ListPage.last(page))
        .list();
  }

  /** Ids of the reminders whose time has come, the longest waiting first. */
  @Transactional
  List<String> due(Instant now, int most) {
    return find(
            "select reminderId from Reminder where status = ?1 and sendAfter <= ?2"
                + " order by sendAfter, reminderId",
            ReminderStatus.QUEUED,
            now)
        .page(Page.ofSize(most))
        .project(String.class)
        .list();
  }

  /** A reminder whose time has come, locked; empty when it is not due or somebody else has it. */
  Optional<ReminderRow> lockDue(String reminderId, Instant now) {
    return find(
            "reminderId = ?1 and status = ?2 and sendAfter <= ?3",
            reminderId,
            ReminderStatus.QUEUED,
            now)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, SKIP_LOCKED)
        .firstResultOptional();
  }

  /** Moments since then at which this citizen was sent a reminder. */
  List<Instant> sentSince(String citizenId, Instant since) {
    return list("citizenId = ?1 and status = ?2 and sentAt > ?3", citizenId, SENT, since).stream()
        .map(row -> row.sentAt)
        .toList();
  }

  /** Reminders of these citizens that count against the weekly limit: queued, or sent since. */
  List<ReminderRow> recent(Collection<String> citizenIds, Instant since) {
    return list(
        "citizenId in ?1 and (status = ?2 or status = ?3 and sentAt > ?4)",
        citizenIds,
        ReminderStatus.QUEUED,
        SENT,
        since);
  }

  /** Service reminders of these bills, whatever became of them. */
  List<ReminderRow> ofBills(Collection<String> billNos) {
    return list("billNo in ?1 and source = 'service'", billNos);
  }

  /** Plans a waiting reminder anew, unless it was sent or tried meanwhile. */
  void move(String reminderId, Instant sendAfter, ReminderReason reason) {
    update(
        "sendAfter = ?1, reason = ?2 where reminderId = ?3 and status = ?4 and attempts = 0",
        sendAfter,
        reason,
        reminderId,
        ReminderStatus.QUEUED);
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
        SENT);
  }
}
