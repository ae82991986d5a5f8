package org.feewise.assistant.plans;

import java.time.Instant;

/**
 * A plan as it is kept.
 *
 * @param createdAt when it was proposed
 * @param wish what it was made for; everything open for plans of an earlier version
 */
public record KeptPlan(String citizenId, Instant createdAt, PlanView plan, PlanWish wish) {
  public String id() {
    return plan.id();
  }
}
