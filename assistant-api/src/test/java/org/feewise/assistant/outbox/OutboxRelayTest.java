package org.feewise.assistant.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feewise.assistant.bills.BillsOnFile;
import org.feewise.models.events.CloudEvent;
import org.feewise.models.events.EventJson;
import org.feewise.models.events.ReminderSent;
import org.feewise.models.events.Topics;
import org.feewise.models.reminders.ReminderChannel;
import org.feewise.models.reminders.ReminderReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutboxRelayTest {
  @Inject DataSource database;
  @Inject Outbox outbox;
  @Inject OutboxRelay relay;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrap;

  private BillsOnFile file;
  private String citizen;

  @BeforeEach
  void anEmptyOutbox() throws SQLException {
    citizen = "OUTBOX-" + UUID.randomUUID();
    file = new BillsOnFile(database, citizen);
    file.update("delete from outbox where sent_at is null");
  }

  @AfterEach
  void takeThemOut() throws SQLException {
    file.update("delete from outbox where starts_with(key, 'OUTBOX-')");
  }

  @Test
  void whatWasSentIsOnTheTopicInOrderKeyedByTheCitizen() {
    List<String> ids = new ArrayList<>();
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                IntStream.range(0, 1_500)
                    .forEach(
                        n -> {
                          ids.add(citizen + "-" + n);
                          outbox.add(Topics.REMINDERS, sent(ids.getLast()));
                        }));

    assertThat(relay.relay()).isEqualTo(1_500);
    assertThat(relay.relay()).isZero();

    assertThat(TopicReader.read(bootstrap, Topics.REMINDERS, citizen::equals))
        .extracting(each -> EventJson.read(each.value(), ReminderSent.class))
        .allMatch(event -> event.subject().equals(citizen))
        .extracting(CloudEvent::id)
        .isEqualTo(ids);
  }

  @Test
  void whatIsRolledBackIsNeverSent() {
    QuarkusTransaction.begin();
    outbox.add(Topics.REMINDERS, sent("never"));
    QuarkusTransaction.rollback();

    assertThat(relay.relay()).isZero();
  }

  @Test
  void aTopicThatIsNotThereYetHoldsUpNoOtherAndLosesNothing()
      throws ExecutionException, InterruptedException, SQLException {
    String missing = "feewise.test-" + UUID.randomUUID();
    leave(missing, "first");
    leave(Topics.REMINDERS, "second");
    leave(missing, "third");

    assertThat(relay.relay()).isEqualTo(1);
    assertThat(waiting()).containsExactly("first", "third");

    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      admin.createTopics(List.of(new NewTopic(missing, 1, (short) 1))).all().get();
    }
    assertThat(relay.relay()).isEqualTo(2);
    assertThat(waiting()).isEmpty();
    assertThat(TopicReader.read(bootstrap, missing, citizen::equals))
        .extracting(each -> each.value())
        .containsExactly("first", "third");
  }

  @Test
  void aRecordTooLargeForKafkaIsMarkedAndPassedOver() throws SQLException {
    leave(Topics.REMINDERS, "x".repeat(2_000_000));
    leave(Topics.REMINDERS, "after it");

    assertThat(relay.relay()).isEqualTo(1);
    assertThat(relay.relay()).isZero();
    assertThat(file.column("select refused from outbox where key = ? order by id", citizen))
        .containsExactly("RecordTooLargeException", null);
  }

  private void leave(String topic, String payload) {
    QuarkusTransaction.requiringNew().run(() -> outbox.add(topic, citizen, payload));
  }

  private List<String> waiting() throws SQLException {
    return file.column(
        "select payload from outbox where sent_at is null and key = ? order by id", citizen);
  }

  private CloudEvent<ReminderSent> sent(String id) {
    Instant now = Instant.parse("2026-11-24T04:00:00Z");
    return CloudEvent.of(
        id,
        "/test",
        ReminderSent.EVENT_TYPE,
        now,
        citizen,
        new ReminderSent(id, citizen, "B", ReminderChannel.APP, ReminderReason.DUE_SOON, now));
  }
}
