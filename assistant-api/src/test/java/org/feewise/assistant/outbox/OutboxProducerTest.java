package org.feewise.assistant.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.feewise.assistant.embedded.BrokerForTests;
import org.feewise.assistant.outbox.OutboxProducer.Fate;
import org.feewise.models.events.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxProducerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  @Test
  void nothingIsLostAndNothingOvertakesWhileTheBrokerIsAway(@TempDir Path home) throws IOException {
    try (BrokerForTests broker = new BrokerForTests(home)) {
      String bootstrap = broker.bootstrap();
      OutboxProducer producer = new OutboxProducer(bootstrap, PATIENCE);
      assertThat(producer.send(records(0, 100))).hasSize(100).allMatch(OutboxProducerTest::taken);

      broker.goAway();
      List<Fate> fates = producer.send(records(100, 300));
      assertThat(fates.getLast()).isInstanceOf(Fate.Waits.class);
      int accepted = (int) fates.stream().filter(OutboxProducerTest::taken).count();
      assertThat(producer.send(records(100 + accepted, 300)).getLast())
          .isInstanceOf(Fate.Waits.class);

      broker.comeBack();
      assertThat(producer.send(records(100 + accepted, 500)))
          .hasSize(400 - accepted)
          .allMatch(OutboxProducerTest::taken);
      producer.close();
      inOrderOfEachKey(TopicReader.read(bootstrap, Topics.REMINDERS, key -> true));
    }
  }

  @Test
  void aRecordNoBrokerTakesIsRefusedAndHoldsUpNothing(@TempDir Path home) throws IOException {
    try (BrokerForTests broker = new BrokerForTests(home)) {
      OutboxProducer producer = new OutboxProducer(broker.bootstrap(), PATIENCE);
      List<ProducerRecord<String, String>> records = new ArrayList<>(records(0, 3));
      records.set(1, new ProducerRecord<>(Topics.REMINDERS, "key", "x".repeat(2_000_000)));

      assertThat(producer.send(records))
          .containsExactly(
              new Fate.Taken(), new Fate.Refused("RecordTooLargeException"), new Fate.Taken());
      producer.close();
    }
  }

  /** Seen once or twice, but never before an earlier one of the same key. */
  private static void inOrderOfEachKey(List<ConsumerRecord<String, String>> records) {
    for (int key = 0; key < 7; key++) {
      String wanted = "key" + key;
      int remainder = key;
      assertThat(
              records.stream()
                  .filter(record -> record.key().equals(wanted))
                  .map(record -> Integer.valueOf(record.value()))
                  .distinct())
          .containsExactlyElementsOf(
              IntStream.range(0, 500).filter(n -> n % 7 == remainder).boxed().toList());
    }
  }

  private static List<ProducerRecord<String, String>> records(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(n -> new ProducerRecord<>(Topics.REMINDERS, "key" + n % 7, Integer.toString(n)))
        .toList();
  }

  private static boolean taken(Fate fate) {
    return fate instanceof Fate.Taken;
  }
}
