package org.feewise.analytics.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.spark.sql.SparkSession;
import org.feewise.analytics.cli.SparkSessions;
import org.feewise.analytics.history.DescribedBills;
import org.feewise.analytics.history.HouseDatabase;
import org.feewise.analytics.history.HouseHistory;
import org.feewise.models.events.CloudEvent;
import org.feewise.models.events.EventJson;
import org.feewise.models.events.RiskScore;
import org.feewise.models.events.Topics;
import org.feewise.models.risk.ModelFile;
import org.feewise.models.risk.RiskBand;
import org.feewise.models.risk.RiskModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The nightly run on a real PostgreSQL, a real Kafka broker and a real Spark. */
class AnalysisTest {
  private static final Clock CLOCK =
      Clock.fixed(
          SmallTown.TODAY.atTime(12, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant(),
          ZoneId.of("Asia/Shanghai"));

  @TempDir static Path folder;
  private static EmbeddedPostgres postgres;
  private static KafkaBroker kafka;
  private static SparkSession spark;
  private final List<String> log = new ArrayList<>();
  @TempDir Path models;
  private Connection connection;
  private SmallTown town;

  @BeforeAll
  static void startServers() throws Exception {
    postgres = EmbeddedPostgres.builder().start();
    kafka = KafkaBroker.start(folder.resolve("kafka"));
    spark = SparkSessions.local(2);
  }

  @AfterAll
  static void stopServers() throws Exception {
    spark.close();
    kafka.close();
    postgres.close();
  }

  @BeforeEach
  void createTown() throws Exception {
    connection = postgres.getPostgresDatabase().getConnection();
    town = new SmallTown(connection);
    town.createSchema();
  }

  private Analysis.Request request(LocalDate asOf) {
    return new Analysis.Request(
        new HouseDatabase(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"),
        kafka.bootstrap(),
        models,
        asOf,
        Optional.empty());
  }

  private Analysis.Outcome analyse(LocalDate asOf) throws Exception {
    return new Analysis(spark, CLOCK, log::add).run(request(asOf));
  }

  private static List<CloudEvent<RiskScore>> events(String modelVersion) {
    return kafka.read(Topics.RISK_SCORES).stream()
        .map(ConsumerRecord::value)
        .map(json -> EventJson.read(json, RiskScore.class))
        .filter(event -> event.data().modelVersion().equals(modelVersion))
        .toList();
  }

  @Test
  void everyOpenBillIsScoredByAModelThatKnowsWhoPaysLate() throws Exception {
    town.settle(60, 14);
    Analysis.Outcome outcome = analyse(SmallTown.TODAY);

    assertThat(outcome.scored()).isEqualTo(120);
    Map<String, RiskScore> scores =
        events(outcome.modelVersion()).stream()
            .map(CloudEvent::data)
            .collect(Collectors.toMap(RiskScore::billNo, Function.identity(), (a, b) -> a));
    assertThat(scores).hasSize(120);
    RiskScore habitual = scores.get("c3-WATER-0");
    RiskScore punctual = scores.get("c4-WATER-0");
    assertThat(habitual.probabilityLate()).isGreaterThan(0.6);
    assertThat(habitual.band()).isEqualTo(RiskBand.HIGH);
    assertThat(habitual.reasons()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
    assertThat(habitual.expectedDaysLate()).isBetween(2.0, 12.0);
    assertThat(punctual.probabilityLate()).isLessThan(0.2);

    ModelFile file = ModelFile.read(models.resolve("risk-model.zip"));
    assertThat(file.card().version()).isEqualTo(outcome.modelVersion());
    assertThat((Double) file.card().metrics().get("auc")).isGreaterThan(0.8);
    assertThat(file.card().fairness()).extracting("group").contains("north", "south", "30-39");
    assertThat(file.card().features()).doesNotContain("district", "age_band");
  }

  @Test
  void theTrendReportIsRefreshedInTheSameRun() throws Exception {
    town.settle(6, 3);
    analyse(SmallTown.TODAY);
    try (Statement statement = connection.createStatement();
        ResultSet bills = statement.executeQuery("select sum(bills) from report.payment_trend")) {
      bills.next();
      assertThat(bills.getLong(1)).isEqualTo(6 * 4 * 2);
    }
  }

  @Test
  void aRerunRepeatsTheIdsSoThatConsumersSeeEachScoreOnce() throws Exception {
    town.settle(40, 12);
    Analysis.Outcome first = analyse(SmallTown.TODAY);
    byte[] model = Files.readAllBytes(models.resolve("risk-model.zip"));
    Analysis.Outcome second = analyse(SmallTown.TODAY);

    assertThat(second).isEqualTo(first);
    List<CloudEvent<RiskScore>> events = events(first.modelVersion());
    assertThat(events).hasSize(160);
    Set<String> ids = new HashSet<>();
    events.forEach(event -> ids.add(event.id()));
    assertThat(ids).hasSize(80);
    assertThat(Files.readAllBytes(models.resolve("risk-model.zip"))).isEqualTo(model);
  }

  @Test
  void whatHappensAfterTheDayMovesNoFeature() throws Exception {
    town.settle(10, 8);
    LocalDate asOf = SmallTown.TODAY.minusMonths(3);
    List<String> before = features(asOf);
    town.changeFuture(asOf);
    assertThat(features(asOf)).isEqualTo(before).hasSizeGreaterThan(80);
    town.changeFuture(asOf.minusDays(60));
    assertThat(features(asOf)).isNotEqualTo(before);
  }

  private List<String> features(LocalDate asOf) {
    HouseHistory history = new HouseHistory(request(asOf).database(), asOf, Optional.empty());
    var bills = history.bills(spark, history.span(spark).orElseThrow());
    return DescribedBills.of(bills, DescribedBills.rates(bills, asOf), asOf)
        .orderBy("bill_no")
        .collectAsList()
        .stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void anOverdueBillIsLateForCertain() throws Exception {
    town.settle(40, 12);
    Analysis.Outcome outcome = analyse(SmallTown.TODAY.plusDays(9));
    RiskScore overdue =
        events(outcome.modelVersion()).stream()
            .map(CloudEvent::data)
            .filter(score -> score.billNo().equals("c4-WATER-0"))
            .findFirst()
            .orElseThrow();
    assertThat(overdue.probabilityLate()).isEqualTo(1);
    assertThat(overdue.expectedDaysLate()).isGreaterThanOrEqualTo(4);
    assertThat(overdue.reasons().getFirst().feature()).isEqualTo("already_overdue");
  }

  @Test
  void tooLittleHistoryGivesAStatedBaseRate() throws Exception {
    town.settle(3, 2);
    Analysis.Outcome outcome = analyse(SmallTown.TODAY);
    assertThat(outcome.modelVersion()).isEqualTo("base-rate-" + SmallTown.TODAY);
    assertThat(outcome.scored()).isEqualTo(6);
    assertThat(log).anyMatch(line -> line.contains("too little history"));
    RiskModel model = ModelFile.read(models.resolve("risk-model.zip")).model();
    assertThat(model.features()).isEmpty();
  }

  @Test
  void anEarlierModelStaysWhenHistoryIsTooShort() throws Exception {
    town.settle(42, 12);
    String version = analyse(SmallTown.TODAY).modelVersion();
    town.createSchema();
    town.settle(3, 2);
    assertThat(analyse(SmallTown.TODAY).modelVersion()).isEqualTo(version);
  }

  @Test
  void anEmptyHouseIsNoFailure() throws Exception {
    Analysis.Outcome outcome = analyse(SmallTown.TODAY);
    assertThat(outcome.scored()).isZero();
    assertThat(log).anyMatch(line -> line.contains("nothing to learn"));
  }
}
