package org.feewise.assistant.plans;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** Proposes plans and keeps them, so that the citizen can accept one. */
@ApplicationScoped
public class PaymentPlans {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final PlanAdvisor advisor;
  private final PlanRows rows;
  private final PlanReminders reminders;
  private final ObjectMapper json;
  private final Clock clock;

  PaymentPlans(
      PlanAdvisor advisor, PlanRows rows, PlanReminders reminders, ObjectMapper json, Clock clock) {
    this.advisor = advisor;
    this.rows = rows;
    this.reminders = reminders;
    this.json = json;
    this.clock = clock;
  }

  /** Up to three plans, each kept under its id until it is accepted. */
  public PlanAdvice propose(String citizenId, PlanWish wish, Locale locale) {
    PlanAdvice advice = advisor.advise(citizenId, wish, locale);
    if (advice instanceof PlanAdvice.Proposed proposed) {
      QuarkusTransaction.joiningExisting().run(() -> keep(citizenId, proposed));
    }
    return advice;
  }

  private void keep(String citizenId, PlanAdvice.Proposed proposed) {
    for (PlanView plan : proposed.plans()) {
      PlanRow row = new PlanRow();
      row.planId = plan.id();
      row.citizenId = citizenId;
      row.createdAt = clock.instant();
      row.plan = write(plan);
      rows.persist(row);
    }
  }

  /**
   * Accepts a plan and sets its reminders; accepting it again changes nothing.
   *
   * @return the plan; empty when the citizen has none of that id
   */
  @Transactional
  public Optional<PlanView> accept(String citizenId, String planId) {
    return rows.of(citizenId, planId).map(this::accepted);
  }

  private PlanView accepted(PlanRow row) {
    PlanView plan = read(row.plan);
    if (row.acceptedAt == null) {
      row.acceptedAt = clock.instant();
      reminders.set(row.citizenId, plan, advisor.today());
    }
    return plan.acceptedAt(time(row.acceptedAt));
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atZone(ZONE).toOffsetDateTime();
  }

  private String write(PlanView plan) {
    try {
      return json.writeValueAsString(plan);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plan " + plan.id() + " cannot be written as JSON", e);
    }
  }

  private PlanView read(String plan) {
    try {
      return json.readValue(plan, PlanView.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept plan cannot be read", e);
    }
  }
}
