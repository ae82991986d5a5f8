package org.feewise.assistant.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.OptionalInt;

/** Income days as the citizens' table knows them. */
@ApplicationScoped
class CitizenIncomeDays implements IncomeDays {
  private final EntityManager entities;

  CitizenIncomeDays(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  @Transactional
  public OptionalInt of(String citizenId) {
    List<?> found =
        entities
            .createNativeQuery(
                "select income_day from citizen where citizen_id = ?1 and income_day is not null")
            .setParameter(1, citizenId)
            .getResultList();
    return found.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(((Number) found.getFirst()).intValue());
  }
}
