package org.feewise.assistant.firstrun;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** What the first run has reached, kept in the database beside the rows it speaks of. */
@ApplicationScoped
class Milestones {
  private final EntityManager database;

  Milestones(EntityManager database) {
    this.database = database;
  }

  @Transactional
  boolean has(Milestone milestone) {
    return !database
        .createNativeQuery("select 1 from milestone where name = ?1")
        .setParameter(1, milestone.stored())
        .getResultList()
        .isEmpty();
  }

  @Transactional
  void reached(Milestone milestone) {
    database
        .createNativeQuery("insert into milestone (name) values (?1) on conflict do nothing")
        .setParameter(1, milestone.stored())
        .executeUpdate();
  }

  /** Whether there are bills, the city's or somebody's own. */
  @Transactional
  boolean hasBills() {
    return !database.createNativeQuery("select 1 from bill limit 1").getResultList().isEmpty();
  }
}
