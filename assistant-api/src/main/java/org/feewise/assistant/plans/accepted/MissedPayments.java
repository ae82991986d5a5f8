package org.feewise.assistant.plans.accepted;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.feewise.assistant.plans.KeptPlan;
import org.feewise.assistant.plans.PlanReminders;

/** Which payments of accepted plans were noticed as missed, each once. */
@ApplicationScoped
class MissedPayments {
  private final EntityManager entities;
  private final PlanReminders reminders;
  private final Clock clock;

  MissedPayments(EntityManager entities, PlanReminders reminders, Clock clock) {
    this.entities = entities;
    this.reminders = reminders;
    this.clock = clock;
  }

  /**
   * Notes misses and reminds of those that were not noticed before.
   *
   * @return how many of them are new
   */
  @Transactional
  public int notice(KeptPlan plan, List<PlanStep> missed) {
    int fresh = 0;
    for (PlanStep step : missed) {
      int noted =
          entities
              .createNativeQuery(
                  "insert into missed_payment (plan_id, bill_no, planned_on, noticed_at)"
                      + " values (?1, ?2, ?3, ?4) on conflict do nothing")
              .setParameter(1, plan.id())
              .setParameter(2, step.billNo())
              .setParameter(3, step.on())
              .setParameter(4, clock.instant().atOffset(ZoneOffset.UTC))
              .executeUpdate();
      if (noted > 0) {
        reminders.remindOfMiss(plan.citizenId(), plan.id(), step.billNo(), step.on());
        fresh++;
      }
    }
    return fresh;
  }

  /** The language in which a citizen is written to. */
  @Transactional
  public Locale language(String citizenId) {
    List<?> found =
        entities
            .createNativeQuery("select locale from citizen where citizen_id = ?1")
            .setParameter(1, citizenId)
            .getResultList();
    return Locale.forLanguageTag(found.isEmpty() ? "zh-CN" : (String) found.getFirst());
  }
}
