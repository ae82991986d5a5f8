package org.feewise.assistant.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.feewise.models.events.CloudEvent;
import org.feewise.models.events.EventJson;

/**
 * Where a room leaves an event within the transaction of the change it tells of: both are kept or
 * neither is, and the relay sends what was kept.
 */
@ApplicationScoped
public class Outbox {
  private final EntityManager entities;

  Outbox(EntityManager entities) {
    this.entities = entities;
  }

  /** Leaves an event for a topic, keyed by its subject. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void add(String topic, CloudEvent<?> event) {
    add(topic, event.subject(), EventJson.write(event));
  }

  /** Leaves a record as it is. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void add(String topic, String key, String payload) {
    entities
        .createNativeQuery("insert into outbox (topic, key, payload) values (?1, ?2, ?3)")
        .setParameter(1, topic)
        .setParameter(2, key)
        .setParameter(3, payload)
        .executeUpdate();
  }
}
