package org.feewise.assistant.reminders.scores;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hands batches of risk scores from Kafka to the intake, again and again while the database is
 * away. A batch that one record spoils is taken in record by record.
 */
@ApplicationScoped
class ScoreConsumer {
  private static final Logger LOG = Logger.getLogger(ScoreConsumer.class);

  private final ScoreIntake intake;

  ScoreConsumer(ScoreIntake intake) {
    this.intake = intake;
  }

  @Incoming("risk-scores")
  @Blocking
  @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0, jitter = 200)
  void consume(ConsumerRecords<String, String> batch) {
    List<ScoreRecord> records = new ArrayList<>(batch.count());
    for (ConsumerRecord<String, String> each : batch) {
      records.add(
          new ScoreRecord(
              each.topic() + "-" + each.partition() + "@" + each.offset(),
              each.key(),
              each.value()));
    }
    try {
      intake.take(records);
    } catch (RuntimeException e) {
      LOG.warnf("a batch of %d risk scores failed: %s", records.size(), kind(e));
      records.forEach(this::takeAlone);
    }
  }

  private void takeAlone(ScoreRecord record) {
    try {
      intake.take(List.of(record));
    } catch (RuntimeException e) {
      if (!isOfTheRecord(e)) {
        throw e;
      }
      intake.setAside(record, "the database does not take it: " + kind(e));
    }
  }

  /** Data that PostgreSQL refuses (class 22 and 23) it refuses at every attempt. */
  private static boolean isOfTheRecord(Throwable failure) {
    return failure instanceof SQLException sql && sql.getSQLState() != null
        ? sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23")
        : failure.getCause() != null && isOfTheRecord(failure.getCause());
  }

  private static String kind(Throwable failure) {
    return failure.getCause() == null
        ? failure.getClass().getSimpleName()
        : kind(failure.getCause());
  }
}
