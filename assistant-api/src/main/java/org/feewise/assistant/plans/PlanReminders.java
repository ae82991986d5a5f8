package org.feewise.assistant.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.TreeMap;

/** Queues the reminders of an accepted plan, one for each day and bill, for the reminder room. */
@ApplicationScoped
public class PlanReminders {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private static final int ANY_DAYS = 60;

  private final EntityManager entities;
  private final Clock clock;

  PlanReminders(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /** Replaces the reminders of plans that this one takes the place of. */
  void set(String citizenId, PlanView plan, LocalDate today) {
    entities
        .createNativeQuery(
            "update reminder set status = 'CANCELLED' where citizen_id = ?1"
                + " and status = 'QUEUED' and source = 'plan'")
        .setParameter(1, citizenId)
        .executeUpdate();
    TreeMap<String, PlanView.Line> once = new TreeMap<>();
    plan.payments().stream()
        .filter(line -> line.on().isAfter(today))
        .forEach(line -> once.putIfAbsent(line.on() + line.billNo(), line));
    once.values().forEach(line -> queue(citizenId, plan.id(), line));
  }

  private OffsetDateTime now() {
    return clock.instant().atZone(ZONE).toOffsetDateTime();
  }

  /** Tells at once, and once, that a planned payment was not made. */
  public void remindOfMiss(String citizenId, String planId, String billNo, LocalDate plannedOn) {
    queue(citizenId, billNo, "missed-" + planId + "-" + plannedOn + "-" + billNo, now(), 0);
  }

  /** In the citizen's first channel, the days before that they chose, unless they opted out. */
  private void queue(String citizenId, String planId, PlanView.Line line) {
    queue(
        citizenId,
        line.billNo(),
        "plan-" + planId + "-" + line.on() + "-" + line.billNo(),
        line.on().atTime(MORNING).atZone(ZONE).toOffsetDateTime(),
        ANY_DAYS);
  }

  /**
   * Queues one reminder unless it stands already or the citizen opted out.
   *
   * @param mostDaysBefore the most days before the moment that the citizen's wish may put it
   */
  private void queue(
      String citizenId, String billNo, String reminderId, OffsetDateTime at, int mostDaysBefore) {
    entities
        .createNativeQuery(
            """
            insert into reminder
              (reminder_id, citizen_id, bill_no, channel, reason, status, send_after, source)
            select ?1, ?2, ?3, coalesce(p.channels[1], 'APP'), 'PLANNED_PAYMENT', 'QUEUED',
              cast(?4 as timestamptz) - least(coalesce(p.days_before, 3), ?5) * interval '1 day',
              'plan'
            from citizen c left join reminder_preference p using (citizen_id)
            where c.citizen_id = ?2 and p.opted_out is not true
            on conflict do nothing\
            """)
        .setParameter(1, reminderId)
        .setParameter(2, citizenId)
        .setParameter(3, billNo)
        .setParameter(4, at)
        .setParameter(5, mostDaysBefore)
        .executeUpdate();
  }
}
