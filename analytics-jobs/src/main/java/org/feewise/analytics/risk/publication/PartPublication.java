package org.feewise.analytics.risk.publication;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.feewise.models.events.CloudEvent;
import org.feewise.models.events.EventJson;
import org.feewise.models.events.RiskRunPart;
import org.feewise.models.events.Topics;

/**
 * Publishes the parts of a run from Spark's tasks. A part is scored, then sent in one transaction
 * together with its marker; whoever comes to it again, after a failure or beside it, finds the
 * marker and sends nothing.
 *
 * @param missing the parts to publish, by number
 * @param markersFrom offset of the first marker the driver has not seen
 */
record PartPublication(
    String bootstrap,
    ScoringRun run,
    Map<Integer, RiskRunPart> missing,
    long markersFrom,
    EventWriter events)
    implements Serializable {
  static final StructType SCHEMA =
      new StructType()
          .add("part", DataTypes.IntegerType, false)
          .add("sent", DataTypes.BooleanType, false);
  private static final String SOURCE = "/feewise/analytics";
  private static final Duration A_BROKER_RESTARTS = Duration.ofMinutes(2);
  // longer than any send may take, so that only a dead producer's transaction times out
  private static final Duration OPEN_AT_MOST = Duration.ofMinutes(3);
  private static final int BATCH_BYTES = 128 * 1024;
  private static final int LINGER_MILLIS = 20;
  private static final RetryPolicy<Boolean> AGAIN =
      RetryPolicy.<Boolean>builder()
          .handle(KafkaException.class)
          .abortOn(
              ProducerFencedException.class,
              InterruptException.class,
              AuthorizationException.class,
              AuthenticationException.class)
          .withMaxRetries(3)
          .withBackoff(Duration.ofSeconds(1), Duration.ofSeconds(10))
          .build();

  /**
   * Publishes the bills of one part and tells whether they were sent now.
   *
   * @param part column that holds the part's number
   */
  Iterator<Row> publish(Iterator<Row> bills, String part) {
    if (!bills.hasNext()) {
      return Collections.emptyIterator();
    }
    List<ProducerRecord<String, String>> records = new ArrayList<>();
    Row first = bills.next();
    int number = first.getAs(part);
    records.add(scored(first));
    bills.forEachRemaining(bill -> records.add(scored(bill)));
    records.add(marker(missing.get(number)));
    boolean sent = Failsafe.with(AGAIN).get(() -> sendUnlessThere(number, records));
    return Collections.singletonList(RowFactory.create(number, sent)).iterator();
  }

  private ProducerRecord<String, String> scored(Row bill) {
    EventWriter.KeyedEvent event = events.event(bill);
    return new ProducerRecord<>(Topics.RISK_SCORES, event.key(), event.json());
  }

  private ProducerRecord<String, String> marker(RiskRunPart part) {
    String name = part.key() + "|" + part.contents();
    String id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    CloudEvent<RiskRunPart> event =
        CloudEvent.of(id, SOURCE, RiskRunPart.EVENT_TYPE, events.scoredAt(), part.key(), part);
    return new ProducerRecord<>(
        Topics.RISK_RUNS, PublishedParts.PARTITION.partition(), part.key(), EventJson.write(event));
  }

  /**
   * Once its producer is initialised, no earlier one of the same part can commit any more and what
   * such a one left open is decided: so the markers tell for certain whether the part is there.
   */
  private boolean sendUnlessThere(int part, List<ProducerRecord<String, String>> records) {
    try (KafkaProducer<String, String> producer = producer(part)) {
      try {
        producer.initTransactions();
        if (PublishedParts.readFrom(bootstrap, markersFrom).has(missing.get(part))) {
          return false;
        }
        producer.beginTransaction();
        // what fails to be sent fails the commit
        for (ProducerRecord<String, String> record : records) {
          Future<?> _ = producer.send(record);
        }
        producer.commitTransaction();
        return true;
      } catch (KafkaException e) {
        producer.close(Duration.ZERO);
        throw e;
      }
    }
  }

  private KafkaProducer<String, String> producer(int part) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
            run.transactionalId(part),
            ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
            (int) OPEN_AT_MOST.toMillis(),
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            (int) A_BROKER_RESTARTS.toMillis(),
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            A_BROKER_RESTARTS.toMillis(),
            ProducerConfig.BATCH_SIZE_CONFIG,
            BATCH_BYTES,
            ProducerConfig.LINGER_MS_CONFIG,
            LINGER_MILLIS),
        new StringSerializer(),
        new StringSerializer());
  }
}
