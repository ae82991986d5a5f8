package org.feewise.assistant.reminders.scores;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hands batches of risk scores from Kafka to the intake. */
@ApplicationScoped
class ScoreConsumer {
  private final ScoreIntake intake;

  ScoreConsumer(ScoreIntake intake) {
    this.intake = intake;
  }

  @Incoming("risk-scores")
  @Blocking
  void consume(ConsumerRecords<String, String> batch) {
    List<ScoreRecord> records = new ArrayList<>(batch.count());
    for (ConsumerRecord<String, String> each : batch) {
      records.add(
          new ScoreRecord(
              each.topic() + "-" + each.partition() + "@" + each.offset(),
              each.key(),
              each.value()));
    }
    intake.take(records);
  }
}
