package org.feewise.analytics.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.feewise.models.events.EventJson;
import org.feewise.models.events.RiskRunPart;
import org.feewise.models.events.RiskScore;
import org.feewise.models.events.Topics;

/** What is on a broker of the scores of one day, in the middle of publishing and after. */
record Publishing(KafkaBroker kafka, LocalDate asOf) {
  private static final double SLOW = 2_000;

  private enum Seen {
    NOT_YET,
    IN_THE_MIDDLE,
    OVER
  }

  /** Waits until some parts are there and one is half, which lasts for a moment only. */
  void holdInTheMiddle(BooleanSupplier alive) throws Exception {
    Seen seen =
        await()
            .pollInterval(Duration.ofMillis(50))
            .atMost(Duration.ofMinutes(5))
            .until(
                () ->
                    isInTheMiddle()
                        ? Seen.IN_THE_MIDDLE
                        : alive.getAsBoolean() ? Seen.NOT_YET : Seen.OVER,
                now -> now != Seen.NOT_YET);
    assertThat(seen)
        .as(
            "some parts published, one half: %s, %d scores sent, %d committed",
            committedParts(), sent().size(), committed().size())
        .isEqualTo(Seen.IN_THE_MIDDLE);
  }

  /** Lets a part take some seconds between its scores and its commit. */
  void slowDown() throws Exception {
    kafka.slowProducersDown(SLOW);
  }

  void goOn() throws Exception {
    kafka.slowProducersDown(null);
  }

  private boolean isInTheMiddle() {
    try {
      List<RiskRunPart> parts = committedParts();
      return !parts.isEmpty()
          && parts.size() < parts.getFirst().parts()
          && scores(kafka.read(Topics.RISK_SCORES)).size() > committed().size();
    } catch (UnknownTopicOrPartitionException notYet) {
      return false;
    }
  }

  List<RiskRunPart> committedParts() {
    return kafka.readCommitted(Topics.RISK_RUNS).stream()
        .map(record -> EventJson.read(record.value(), RiskRunPart.class).data())
        .filter(part -> part.run().startsWith(asOf + "/"))
        .toList();
  }

  /** Scores of the day as consumers of committed records see them. */
  List<RiskScore> committed() {
    return scores(kafka.readCommitted(Topics.RISK_SCORES));
  }

  /** Scores of the day with those of transactions that were rolled back. */
  List<RiskScore> sent() {
    return scores(kafka.read(Topics.RISK_SCORES));
  }

  private List<RiskScore> scores(List<ConsumerRecord<String, String>> records) {
    return records.stream()
        .map(record -> EventJson.read(record.value(), RiskScore.class).data())
        .filter(score -> score.modelVersion().contains(asOf.toString()))
        .toList();
  }

  /** Every open bill of the house was scored exactly once. */
  void wasExactlyOnce(Connection house) throws SQLException {
    List<String> open = new ArrayList<>();
    try (Statement statement = house.createStatement();
        ResultSet bills =
            statement.executeQuery("select bill_no from bill where settled_on is null")) {
      while (bills.next()) {
        open.add(bills.getString(1));
      }
    }
    assertThat(committed()).extracting(RiskScore::billNo).containsExactlyInAnyOrderElementsOf(open);
  }
}
