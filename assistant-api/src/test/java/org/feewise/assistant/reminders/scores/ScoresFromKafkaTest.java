package org.feewise.assistant.reminders.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feewise.assistant.TestClock;
import org.feewise.assistant.identity.PersonalCipher;
import org.feewise.assistant.reminders.LogLines;
import org.feewise.assistant.reminders.RemindersOnFile;
import org.feewise.models.events.CloudEvent;
import org.feewise.models.events.RiskScore;
import org.feewise.models.events.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ScoresFromKafkaTest {
  private static final LocalDate DUE = LocalDate.of(2026, 12, 10);

  @Inject DataSource database;
  @Inject PersonalCipher cipher;
  @Inject TestClock clock;
  @Inject ScoreConsumer consumer;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrap;

  private KafkaProducer<String, String> analytics;
  private RemindersOnFile file;
  private String citizen;
  private String bill;

  @BeforeEach
  void oneCitizenWithABill() throws SQLException {
    clock.standAt(LocalDateTime.of(2026, 11, 24, 12, 0));
    file = new RemindersOnFile(database, cipher, clock, "SCORES-");
    citizen = file.citizen("1", "en", "one@example.org");
    bill = file.bill(citizen, DUE);
    analytics =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new StringSerializer());
  }

  @AfterEach
  void takeThemOut() throws SQLException {
    analytics.close();
    file.close();
    clock.run();
  }

  @Test
  void aScoreFromTheTopicIsKeptAndLeadsToOneReminder() throws Exception {
    publish(citizen, RemindersOnFile.json(file.score(citizen, bill, DUE)));

    assertThat(scores(bill)).containsExactly("0.9 HIGH");
    assertThat(file.of(citizen)).containsExactly("APP DUE_SOON QUEUED 0");
    assertThat(file.moments(citizen)).containsExactly("2026-12-03 10:00");
  }

  @Test
  void theSameEventTwiceAndTheWholeTopicAgainChangeNothing() throws Exception {
    String event = RemindersOnFile.json(file.score(citizen, bill, DUE));
    publish(citizen, event);
    publish(citizen, event);
    publish(citizen, "not even JSON " + citizen);
    List<String> before = everything();

    replay();

    assertThat(everything()).isEqualTo(before);
    assertThat(file.of(citizen)).hasSize(1);
    assertThat(setAside()).hasSize(1);
  }

  @Test
  void scoresThatWereRolledBackAreNeverSeen() throws Exception {
    String second = file.bill(citizen, DUE);
    try (KafkaProducer<String, String> run =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "transactional.id", "scores-" + citizen),
            new StringSerializer(),
            new StringSerializer())) {
      run.initTransactions();
      run.beginTransaction();
      String event = RemindersOnFile.json(file.score(citizen, bill, DUE));
      run.send(new ProducerRecord<>(Topics.RISK_SCORES, citizen, event)).get(10, TimeUnit.SECONDS);
      run.abortTransaction();
    }
    publish(citizen, RemindersOnFile.json(file.score(citizen, second, DUE)));

    assertThat(scores(second)).containsExactly("0.9 HIGH");
    assertThat(scores(bill)).isEmpty();
  }

  @Test
  void anOlderScoreDoesNotReplaceANewerOne() throws Exception {
    Instant now = clock.instant();
    publish(citizen, RemindersOnFile.json(file.score(citizen, bill, DUE, 0.9, now)));
    publish(
        citizen, RemindersOnFile.json(file.score(citizen, bill, DUE, 0.1, now.minusSeconds(60))));
    assertThat(scores(bill)).containsExactly("0.9 HIGH");
  }

  @Test
  void aNewerScorePlansTheWaitingReminderAnewAndAddsNone() throws Exception {
    Instant now = clock.instant();
    publish(citizen, RemindersOnFile.json(file.score(citizen, bill, DUE, 0.1, now)));
    assertThat(file.moments(citizen)).containsExactly("2026-12-07 10:00");
    file.wants(citizen, "{EMAIL}", "21:00", "08:00");

    publish(
        citizen, RemindersOnFile.json(file.score(citizen, bill, DUE, 0.9, now.plusSeconds(60))));

    assertThat(scores(bill)).containsExactly("0.9 HIGH");
    assertThat(file.moments(citizen)).containsExactly("2026-12-03 10:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\0",
        "{\"specversion\":\"1.0\"}",
        "EVENT trailing",
        "EVENT {\"probabilityLate\":0.9} -> {\"probabilityLate\":9}",
        "EVENT \"modelVersion\":\"test\" -> \"modelVersion\":\"\\u0000\"",
        "EVENT \"modelVersion\":\"test\" -> \"modelVersion\":\"\\ud800\"",
        "EVENT org.feewise.risk-score.v1 -> org.feewise.bill-issued.v1",
        "EVENT \"subject\":\"SCORES-C1\" -> \"subject\":\"SCORES-C2\"",
        "EVENT \"scoredAt\":\"2026 -> \"scoredAt\":\"+999992026"
      })
  void aRecordThatIsNoScoreIsSetAsideAndStopsNothing(String text) throws Exception {
    String second = file.bill(citizen, DUE);
    analytics.send(new ProducerRecord<>(Topics.RISK_SCORES, citizen, altered(text)));

    publish(citizen, RemindersOnFile.json(file.score(citizen, second, DUE)));

    assertThat(scores(second)).containsExactly("0.9 HIGH");
    assertThat(scores(bill)).isEmpty();
    assertThat(setAside()).hasSize(1);
  }

  @Test
  void aRecordWithoutAValueIsSetAsideToo() throws Exception {
    analytics.send(new ProducerRecord<>(Topics.RISK_SCORES, citizen, null));
    publish(citizen, RemindersOnFile.json(file.score(citizen, bill, DUE)));
    assertThat(setAside()).containsExactly("");
  }

  @Test
  void aScoreOfABillThatAnotherOwnsIsSetAside() throws Exception {
    String other = file.citizen("2", "en", "two@example.org");
    String event = RemindersOnFile.json(file.score(other, bill, DUE));

    publish(other, event);

    assertThat(scores(bill)).isEmpty();
    assertThat(file.of(other)).isEmpty();
    assertThat(file.of(citizen)).isEmpty();
    assertThat(
            file.bills()
                .column(
                    "select payload from outbox where topic like '%set-aside' and key = ?", other))
        .containsExactly(event);
  }

  @Test
  void whileTheDatabaseCannotTakeThemScoresWaitAndNoneIsLost() throws Exception {
    file.bills().update("alter table risk_score rename to risk_score_away");
    try (LogLines log = LogLines.of("org.feewise")) {
      analytics.send(
          new ProducerRecord<>(
              Topics.RISK_SCORES, citizen, RemindersOnFile.json(file.score(citizen, bill, DUE))));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> log.lines().stream().filter(each -> each.contains("failed")).count() >= 2);
    } finally {
      file.bills().update("alter table risk_score_away rename to risk_score");
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> scores(bill).equals(List.of("0.9 HIGH")));
    assertThat(file.of(citizen)).hasSize(1);
    assertThat(setAside()).isEmpty();
  }

  /** An event with a part replaced, where the text says so. */
  private String altered(String text) {
    String event = RemindersOnFile.json(file.score(citizen, bill, DUE));
    if (!text.startsWith("EVENT")) {
      return text;
    }
    String[] parts = text.substring("EVENT ".length()).split(" -> ");
    return parts.length == 1
        ? event + " " + parts[0]
        : event.replace(strip(parts[0]), strip(parts[1]));
  }

  private static String strip(String part) {
    return part.startsWith("{") ? part.substring(1, part.length() - 1) : part;
  }

  /** Publishes and waits until the service has committed what lies before this record. */
  private void publish(String key, String json)
      throws ExecutionException, InterruptedException, TimeoutException, SQLException {
    analytics.send(new ProducerRecord<>(Topics.RISK_SCORES, key, json)).get(10, TimeUnit.SECONDS);
    CloudEvent<RiskScore> marker =
        file.score(key, "no-such-bill-" + UUID.randomUUID(), DUE, 0.1, clock.instant());
    analytics.send(new ProducerRecord<>(Topics.RISK_SCORES, key, RemindersOnFile.json(marker)));
    analytics.flush();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                !file.bills()
                    .column(
                        "select payload from outbox where key = ? and payload like ?",
                        key,
                        "%" + marker.data().billNo() + "%")
                    .isEmpty());
    file.bills()
        .update(
            "delete from outbox where key = ? and payload like ?",
            key,
            "%" + marker.data().billNo() + "%");
  }

  /** Reads the topic from its beginning in another group and consumes it once more. */
  private void replay() {
    try (KafkaConsumer<String, String> again =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrap,
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      again.subscribe(List.of(Topics.RISK_SCORES));
      int read = 0;
      ConsumerRecords<String, String> batch = ConsumerRecords.empty();
      while (read == 0 || !batch.isEmpty()) {
        batch = again.poll(Duration.ofSeconds(1));
        read += batch.count();
        consumer.consume(batch);
      }
      assertThat(read).isGreaterThanOrEqualTo(3);
    }
  }

  private List<String> scores(String billNo) throws SQLException {
    return file.bills()
        .column("select probability_late || ' ' || band from risk_score where bill_no = ?", billNo);
  }

  private List<String> setAside() throws SQLException {
    return file.bills()
        .column(
            "select payload from outbox where topic = ? and key = ?",
            Topics.RISK_SCORES_SET_ASIDE,
            citizen);
  }

  private List<String> everything() throws SQLException {
    return file.bills()
        .column(
            """
            select cast(r as text) from risk_score r where starts_with(bill_no, 'SCORES-')
            union all select cast(m as text) from reminder m where starts_with(bill_no, 'SCORES-')
            union all select payload from outbox where starts_with(key, 'SCORES-')
            order by 1""");
  }
}
