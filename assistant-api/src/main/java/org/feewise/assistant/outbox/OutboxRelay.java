package org.feewise.assistant.outbox;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.feewise.assistant.outbox.OutboxProducer.Fate;
import org.jboss.logging.Logger;

/**
 * Sends what lies in the outbox to Kafka, each topic in the order it was left there, at least once:
 * a record is marked as sent only after the broker has it. A topic that cannot be reached holds up
 * no other, and a record that no broker will ever take is marked as refused and passed over.
 */
@ApplicationScoped
public class OutboxRelay {
  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final int BATCH = 1_000;

  /** Advisory lock that lets one service at a time relay, so that the order holds. */
  private static final long LOCK = 0x0B0C_5E11;

  private final EntityManager entities;
  private final OutboxProducer producer;
  private final OutboxRelay self;

  OutboxRelay(EntityManager entities, OutboxProducer producer, OutboxRelay self) {
    this.entities = entities;
    this.producer = producer;
    this.self = self;
  }

  @Scheduled(
      every = "${feewise.outbox.every}",
      concurrentExecution = ConcurrentExecution.SKIP,
      identity = "outbox-relay")
  void relayAll() {
    relay();
  }

  /**
   * Sends all that waits and can be sent now.
   *
   * @return how many records were sent
   */
  public int relay() {
    int sent = 0;
    for (String topic : self.waitingTopics()) {
      int batch;
      do {
        batch = self.relay(topic);
        sent += batch;
      } while (batch == BATCH);
    }
    return sent;
  }

  @Transactional
  List<String> waitingTopics() {
    return entities
        .createNativeQuery(
            "select distinct topic from outbox where sent_at is null and refused is null",
            String.class)
        .getResultList();
  }

  /** Sends the oldest records of one topic; gives how many, at most 1,000. */
  @Transactional
  int relay(String topic) {
    if (!lock()) {
      return 0;
    }
    List<Object[]> unsent = unsent(topic);
    List<Fate> fates = producer.send(unsent.stream().map(row -> record(topic, row)).toList());
    List<Long> sent = new ArrayList<>();
    for (int i = 0; i < fates.size(); i++) {
      long id = ((Number) unsent.get(i)[0]).longValue();
      switch (fates.get(i)) {
        case Fate.Taken() -> sent.add(id);
        case Fate.Refused(String why) -> refuse(topic, id, why);
        case Fate.Waits(String why) -> LOG.warnf("outbox: %s waits: %s", topic, why);
      }
    }
    markSent(sent);
    return sent.size();
  }

  private void refuse(String topic, long id, String why) {
    LOG.errorf("outbox: record %d will never be taken by %s: %s", id, topic, why);
    entities
        .createNativeQuery("update outbox set refused = ?2 where id = ?1")
        .setParameter(1, id)
        .setParameter(2, why)
        .executeUpdate();
  }

  private void markSent(List<Long> ids) {
    entities
        .createNativeQuery("update outbox set sent_at = now() where id = any(?1)")
        .setParameter(1, ids.toArray(Long[]::new))
        .executeUpdate();
  }

  private boolean lock() {
    return (boolean)
        entities
            .createNativeQuery("select pg_try_advisory_xact_lock(?1)", Boolean.class)
            .setParameter(1, LOCK)
            .getSingleResult();
  }

  @SuppressWarnings("unchecked") // a native query of several columns gives arrays
  private List<Object[]> unsent(String topic) {
    return entities
        .createNativeQuery(
            "select id, key, payload from outbox where topic = ?1"
                + " and sent_at is null and refused is null order by id limit ?2")
        .setParameter(1, topic)
        .setParameter(2, BATCH)
        .getResultList();
  }

  private static ProducerRecord<String, String> record(String topic, Object[] row) {
    return new ProducerRecord<>(topic, (String) row[1], (String) row[2]);
  }
}
