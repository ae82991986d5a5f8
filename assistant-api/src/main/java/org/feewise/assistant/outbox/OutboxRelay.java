package org.feewise.assistant.outbox;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jboss.logging.Logger;

/**
 * Sends what lies in the outbox to Kafka, in the order it was left there, at least once: a record
 * is marked as sent only after the broker has it.
 */
@ApplicationScoped
public class OutboxRelay {
  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final int BATCH = 1_000;

  /** Advisory lock that lets one service at a time relay, so that the order holds. */
  private static final long LOCK = 0x0B0C_5E11;

  private final EntityManager entities;
  private final Producer<String, String> producer;
  private final OutboxRelay self;

  OutboxRelay(EntityManager entities, Producer<String, String> producer, OutboxRelay self) {
    this.entities = entities;
    this.producer = producer;
    this.self = self;
  }

  @Scheduled(
      every = "${feewise.outbox.every}",
      concurrentExecution = ConcurrentExecution.SKIP,
      identity = "outbox-relay")
  void relayAll() {
    while (self.relay() == BATCH) {
      LOG.debugf("outbox: %d records sent, more are waiting", BATCH);
    }
  }

  /**
   * Sends the oldest unsent records.
   *
   * @return how many were sent, at most 1,000
   */
  @Transactional
  public int relay() {
    if (!lock()) {
      return 0;
    }
    List<Object[]> unsent = unsent();
    List<Future<RecordMetadata>> sending = new ArrayList<>();
    for (Object[] row : unsent) {
      sending.add(
          producer.send(new ProducerRecord<>((String) row[1], (String) row[2], (String) row[3])));
    }
    producer.flush();
    sending.forEach(OutboxRelay::await);
    markSent(unsent.stream().map(row -> ((Number) row[0]).longValue()).toArray(Long[]::new));
    return unsent.size();
  }

  private boolean lock() {
    return (boolean)
        entities
            .createNativeQuery("select pg_try_advisory_xact_lock(?1)", Boolean.class)
            .setParameter(1, LOCK)
            .getSingleResult();
  }

  @SuppressWarnings("unchecked") // a native query of several columns gives arrays
  private List<Object[]> unsent() {
    return entities
        .createNativeQuery(
            "select id, topic, key, payload from outbox where sent_at is null order by id limit ?1")
        .setParameter(1, BATCH)
        .getResultList();
  }

  private void markSent(Long[] ids) {
    entities
        .createNativeQuery("update outbox set sent_at = now() where id = any(?1)")
        .setParameter(1, ids)
        .executeUpdate();
  }

  private static void await(Future<RecordMetadata> sent) {
    try {
      sent.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka did not take a record of the outbox", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while sending the outbox", e);
    }
  }
}
