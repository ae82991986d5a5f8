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
                + " and status = 'QUEUED' and reason like 'PLAN:%'")
        .setParameter(1, citizenId)
        .executeUpdate();
    TreeMap<String, PlanView.Line> once = new TreeMap<>();
    plan.payments().stream()
        .filter(line -> line.on().isAfter(today))
        .forEach(line -> once.putIfAbsent(line.on() + line.billNo(), line));
    once.values().forEach(line -> queue(citizenId, plan.id(), line));
  }

  /** In the citizen's first channel, unless there is none or reminders are not wanted. */
  private void queue(String citizenId, String planId, PlanView.Line line) {
    entities
        .createNativeQuery(
            """
            insert into reminder
              (reminder_id, citizen_id, bill_no, channel, reason, status, detail, send_after)
            select ?1, ?2, ?3, coalesce(p.channels[1], 'APP'), ?4, 'QUEUED', ?5, ?6
            from citizen c left join reminder_preference p using (citizen_id)
            where c.citizen_id = ?2 and p.opted_out is not true
            on conflict (bill_no, channel, reason) where source = 'service'
            do update set status = 'QUEUED', detail = excluded.detail,
              send_after = excluded.send_after\
            """)
        .setParameter(1, "plan-" + planId + "-" + line.on() + "-" + line.billNo())
        .setParameter(2, citizenId)
        .setParameter(3, line.billNo())
        .setParameter(4, "PLAN:" + line.on())
        .setParameter(5, line.amount().toString())
        .setParameter(6, line.on().atTime(MORNING).atZone(ZONE).toOffsetDateTime())
        .executeUpdate();
  }
}
