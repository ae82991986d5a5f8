package org.feewise.analytics.risk.publication;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.feewise.models.events.EventJson;
import org.feewise.models.events.RiskRunPart;
import org.feewise.models.events.Topics;

/**
 * The markers of parts that stand on Kafka, the newest of each part.
 *
 * @param markers by key
 * @param end offset behind the last one
 */
record PublishedParts(Map<String, RiskRunPart> markers, long end) {
  static final TopicPartition PARTITION = new TopicPartition(Topics.RISK_RUNS, 0);
  private static final Duration POLL = Duration.ofMillis(500);
  // longer than a transaction that nobody ends stays open
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /**
   * Reads every marker that was sent by now and is committed. A transaction that is still open
   * hides what lies behind it, so it is waited for.
   *
   * @param from offset to begin at
   * @throws TimeoutException when a transaction stays open for too long
   */
  static PublishedParts readFrom(String bootstrap, long from) {
    long end = endOfAll(bootstrap);
    Map<String, RiskRunPart> markers = new HashMap<>();
    try (KafkaConsumer<String, String> consumer = consumer(bootstrap, "read_committed")) {
      consumer.assign(List.of(PARTITION));
      consumer.seek(PARTITION, from);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (consumer.position(PARTITION) < end) {
        for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
          markers.put(record.key(), EventJson.read(record.value(), RiskRunPart.class).data());
        }
        if (System.nanoTime() > deadline) {
          throw new TimeoutException(
              "a transaction on %s stayed open for %s".formatted(Topics.RISK_RUNS, PATIENCE));
        }
      }
    }
    return new PublishedParts(markers, end);
  }

  /** Whether the part stands with the same contents. */
  boolean has(RiskRunPart part) {
    return part.equals(markers.get(part.key()));
  }

  /** The end of what was sent, committed or not: a consumer of committed records stops before. */
  private static long endOfAll(String bootstrap) {
    try (KafkaConsumer<String, String> consumer = consumer(bootstrap, "read_uncommitted")) {
      return consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
    }
  }

  private static KafkaConsumer<String, String> consumer(String bootstrap, String isolation) {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            isolation,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest"),
        new StringDeserializer(),
        new StringDeserializer());
  }
}
