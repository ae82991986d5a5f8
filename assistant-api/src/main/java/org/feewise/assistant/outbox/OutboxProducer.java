package org.feewise.assistant.outbox;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The producer behind the outbox. No record overtakes an earlier one of its key, even where the
 * broker is away for a while: the producer never gives up a single record by itself, and after a
 * failure it is thrown away with all it still held, to be sent again in order by a fresh one.
 */
@ApplicationScoped
class OutboxProducer {
  private final String bootstrap;
  private final Duration patience;
  private Producer<String, String> producer;

  OutboxProducer(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap,
      @ConfigProperty(name = "feewise.outbox.patience") Duration patience) {
    this.bootstrap = bootstrap;
    this.patience = patience;
  }

  /** What became of one record. */
  sealed interface Fate {
    /** Every replica has it. */
    record Taken() implements Fate {}

    /** The broker will never take it. */
    record Refused(String why) implements Fate {}

    /** Not now, and what came after it neither. */
    record Waits(String why) implements Fate {}
  }

  /** Sends the records of one topic in order; what follows a record that waits waits too. */
  synchronized List<Fate> send(List<ProducerRecord<String, String>> records) {
    long deadline = System.nanoTime() + patience.toNanos();
    List<Fate> fates = new ArrayList<>(records.size());
    for (Future<RecordMetadata> each : handOver(records)) {
      Fate fate = await(each, deadline);
      fates.add(fate);
      if (fate instanceof Fate.Waits) {
        discard(Duration.ZERO);
        return fates;
      }
    }
    return fates;
  }

  /** No further than a record that failed at once: the rest would only wait for the same. */
  private List<Future<RecordMetadata>> handOver(List<ProducerRecord<String, String>> records) {
    List<Future<RecordMetadata>> sending = new ArrayList<>(records.size());
    for (ProducerRecord<String, String> each : records) {
      Future<RecordMetadata> sent = handOver(each);
      sending.add(sent);
      if (sent.state() == Future.State.FAILED
          && ofFailure(sent.exceptionNow()) instanceof Fate.Waits) {
        return sending;
      }
    }
    return sending;
  }

  private Future<RecordMetadata> handOver(ProducerRecord<String, String> record) {
    try {
      return current().send(record);
    } catch (KafkaException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private Fate await(Future<RecordMetadata> sent, long deadline) {
    try {
      sent.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      return new Fate.Taken();
    } catch (ExecutionException e) {
      return ofFailure(e.getCause());
    } catch (TimeoutException e) {
      return new Fate.Waits("no answer within " + patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Fate.Waits("stopped");
    }
  }

  private static Fate ofFailure(Throwable failure) {
    String why = failure.getClass().getSimpleName();
    return switch (failure) {
      case RecordTooLargeException tooLarge -> new Fate.Refused(why);
      case RecordBatchTooLargeException tooLarge -> new Fate.Refused(why);
      case InvalidRecordException invalid -> new Fate.Refused(why);
      default -> new Fate.Waits(why);
    };
  }

  private Producer<String, String> current() {
    if (producer == null) {
      producer =
          new KafkaProducer<>(
              Map.of(
                  ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                  bootstrap,
                  ProducerConfig.ACKS_CONFIG,
                  "all",
                  ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                  true,
                  ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                  Integer.MAX_VALUE,
                  ProducerConfig.MAX_BLOCK_MS_CONFIG,
                  patience.toMillis(),
                  ProducerConfig.LINGER_MS_CONFIG,
                  5),
              new StringSerializer(),
              new StringSerializer());
    }
    return producer;
  }

  private void discard(Duration wait) {
    if (producer != null) {
      producer.close(wait);
      producer = null;
    }
  }

  @PreDestroy
  synchronized void close() {
    discard(Duration.ofSeconds(5));
  }
}
