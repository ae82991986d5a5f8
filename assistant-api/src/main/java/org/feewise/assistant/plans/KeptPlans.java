package org.feewise.assistant.plans;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.feewise.assistant.identity.PersonalCipher;

/** Keeps proposed and accepted plans, always of one citizen. */
@ApplicationScoped
public class KeptPlans {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final PlanRows rows;
  private final EntityManager entities;
  private final PersonalCipher cipher;
  private final ObjectMapper json;
  private final Clock clock;

  KeptPlans(
      PlanRows rows,
      EntityManager entities,
      PersonalCipher cipher,
      ObjectMapper json,
      Clock clock) {
    this.rows = rows;
    this.entities = entities;
    this.cipher = cipher;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Keeps plans until they are accepted or forgotten.
   *
   * @param replaces id of the plan they are to replace, or null
   */
  @Transactional
  public void keep(String citizenId, List<PlanView> plans, PlanWish wish, String replaces) {
    Instant now = clock.instant();
    for (PlanView plan : plans) {
      PlanRow row = new PlanRow();
      row.planId = plan.id();
      row.citizenId = citizenId;
      row.createdAt = now;
      row.replaces = replaces;
      row.wishCipher = cipher.encrypt(write(wish), citizenId);
      row.plan = write(plan);
      rows.persist(row);
    }
  }

  @Transactional
  public Optional<KeptPlan> of(String citizenId, String planId) {
    return rows.of(citizenId, planId).map(this::kept);
  }

  /** The plan that the citizen lives by. */
  @Transactional
  public Optional<KeptPlan> inForce(String citizenId) {
    return rows.inForce(citizenId).map(this::kept);
  }

  /** Every plan that a citizen lives by. */
  @Transactional
  public List<KeptPlan> allInForce() {
    return rows.allInForce().stream().map(this::kept).toList();
  }

  /** What was proposed last in the place of a plan, not yet accepted. */
  @Transactional
  public List<PlanView> proposedFor(String citizenId, String planId) {
    return rows.proposedFor(citizenId, planId).stream().map(row -> kept(row).plan()).toList();
  }

  /**
   * Marks a plan as accepted, in the place of the one before.
   *
   * @return whether it was not accepted before; empty when the citizen has no such plan
   */
  @Transactional
  public Optional<Boolean> accept(String citizenId, String planId) {
    entities
        .createNativeQuery("select 1 from citizen where citizen_id = ?1 for update")
        .setParameter(1, citizenId)
        .getResultList();
    return rows.of(citizenId, planId)
        .map(
            row -> {
              boolean first = row.acceptedAt == null;
              if (first) {
                row.acceptedAt = clock.instant();
                rows.replaceOthers(citizenId, planId, row.acceptedAt);
              }
              return first;
            });
  }

  /** Removes proposals that were made before a moment and never accepted. */
  @Transactional
  public long forgetUnaccepted(Instant before) {
    return rows.forgetUnaccepted(before);
  }

  private KeptPlan kept(PlanRow row) {
    PlanView plan = read(row.plan, PlanView.class);
    PlanWish wish =
        row.wishCipher == null
            ? PlanWish.anything()
            : read(cipher.decrypt(row.wishCipher, row.citizenId), PlanWish.class);
    return new KeptPlan(
        row.citizenId,
        row.createdAt,
        row.acceptedAt == null
            ? plan
            : plan.acceptedAt(row.acceptedAt.atZone(ZONE).toOffsetDateTime()),
        wish);
  }

  private String write(Object part) {
    try {
      return json.writeValueAsString(part);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a plan cannot be written as JSON", e);
    }
  }

  private <T> T read(String kept, Class<T> type) {
    try {
      return json.readValue(kept, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept plan cannot be read", e);
    }
  }
}
