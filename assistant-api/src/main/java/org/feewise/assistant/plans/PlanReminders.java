package org.feewise.assistant.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.TreeMap;

/** Queues the reminders of an accepted plan, one for each day and bill, for the reminder room. */
@ApplicationScoped
class PlanReminders {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private final EntityManager entities;

  PlanReminders(EntityManager entities) {
    this.entities = entities;
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

  /** In the citizen's first channel, the days before that they chose, unless they opted out. */
  private void queue(String citizenId, String planId, PlanView.Line line) {
    entities
        .createNativeQuery(
            """
            insert into reminder
              (reminder_id, citizen_id, bill_no, channel, reason, status, send_after, source)
            select ?1, ?2, ?3, coalesce(p.channels[1], 'APP'), 'PLANNED_PAYMENT', 'QUEUED',
              cast(?4 as timestamptz) - coalesce(p.days_before, 3) * interval '1 day', 'plan'
            from citizen c left join reminder_preference p using (citizen_id)
            where c.citizen_id = ?2 and p.opted_out is not true\
            """)
        .setParameter(1, "plan-" + planId + "-" + line.on() + "-" + line.billNo())
        .setParameter(2, citizenId)
        .setParameter(3, line.billNo())
        .setParameter(4, line.on().atTime(MORNING).atZone(ZONE).toOffsetDateTime())
        .executeUpdate();
  }
}
