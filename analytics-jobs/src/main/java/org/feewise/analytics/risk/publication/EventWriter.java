package org.feewise.analytics.risk.publication;

import java.io.Serializable;
import java.time.Instant;
import org.apache.spark.sql.Row;

/** Turns one open bill into its score event, in Spark's tasks. */
public interface EventWriter extends Serializable {

  /** The score event of a bill. */
  KeyedEvent event(Row bill);

  /** When the scores are made, UTC. */
  Instant scoredAt();

  /**
   * A record for Kafka.
   *
   * @param key the citizen id
   * @param json the event
   */
  record KeyedEvent(String key, String json) {}
}
