package org.feewise.analytics.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.feewise.analytics.cli.SparkSessions;
import org.feewise.analytics.history.HouseDatabase;
import org.feewise.models.events.RiskScore;
import org.feewise.models.events.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The nightly run on a real standalone cluster of separate processes. */
class ClusterTest {
  private static final String MAIN = "org.feewise.analytics.cli.Main";

  @TempDir static Path folder;
  private static EmbeddedPostgres postgres;
  private static Connection house;
  private static KafkaBroker kafka;
  private static SparkCluster cluster;
  private SmallTown town;

  @BeforeAll
  static void startServers() throws Exception {
    postgres = EmbeddedPostgres.builder().start();
    house = postgres.getPostgresDatabase().getConnection();
    kafka = KafkaBroker.start(folder.resolve("kafka"));
    cluster = SparkCluster.start(folder);
  }

  @AfterAll
  static void stopServers() throws Exception {
    cluster.close();
    kafka.close();
    house.close();
    postgres.close();
  }

  @BeforeEach
  void createTown() throws Exception {
    town = new SmallTown(house);
    town.createSchema();
  }

  private static String[] analyze(LocalDate asOf, String... before) {
    return Stream.concat(
            Stream.of(before),
            Stream.of(
                "analyze",
                "--database-url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--user=postgres",
                "--kafka-bootstrap=" + kafka.bootstrap(),
                "--model-dir=" + folder.resolve("models-of-the-driver"),
                "--history=" + folder.resolve("history-of-the-driver"),
                "--as-of=" + asOf))
        .toArray(String[]::new);
  }

  @Test
  void theSameJobBySparkSubmitGivesTheSameScores() throws Exception {
    town.settle(24, 9);
    LocalDate asOf = SmallTown.TODAY;
    Publishing publishing = new Publishing(kafka, asOf);
    runHere(asOf);
    Map<String, RiskScore> here = byBill(publishing.committed());
    kafka.delete(Topics.RISK_SCORES, Topics.RISK_RUNS);

    try (JavaProcess driver =
        cluster.drive(
            "submitted",
            analyze(
                asOf,
                "org.apache.spark.deploy.SparkSubmit",
                "--master=" + cluster.url(),
                "--conf=spark.cores.max=2",
                "--conf=spark.executor.memory=512m",
                "--conf=spark.sql.shuffle.partitions=2",
                "--conf=spark.executor.extraJavaOptions=" + SparkCluster.WARM_UP_LITTLE,
                "--class=" + MAIN,
                cluster.applicationJar().toString()))) {
      assertThat(driver.end()).as(driver.text()).isZero();
    }

    publishing.wasExactlyOnce(house);
    Map<String, RiskScore> there = byBill(publishing.committed());
    assertThat(there).hasSize(48).containsOnlyKeys(here.keySet());
    there.forEach((bill, score) -> isTheSame(score, here.get(bill)));
    assertThat(there.values().stream().map(RiskScore::probabilityLate).distinct().count())
        .isGreaterThan(10);
  }

  private static void runHere(LocalDate asOf) throws Exception {
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    Clock noon = Clock.fixed(asOf.atTime(12, 0).atZone(zone).toInstant(), zone);
    try (SparkSession spark = SparkSessions.local(2)) {
      new Analysis(spark, noon, line -> {})
          .run(
              new Analysis.Request(
                  new HouseDatabase(
                      postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"),
                  kafka.bootstrap(),
                  folder.resolve("models-here"),
                  folder.resolve("history-here").toString(),
                  asOf,
                  Optional.empty()));
    }
  }

  private static Map<String, RiskScore> byBill(List<RiskScore> scores) {
    return scores.stream().collect(Collectors.toMap(RiskScore::billNo, Function.identity()));
  }

  private static void isTheSame(RiskScore score, RiskScore other) {
    assertThat(score.modelVersion()).isEqualTo(other.modelVersion());
    assertThat(score.probabilityLate()).isCloseTo(other.probabilityLate(), within(1e-12));
    assertThat(score.expectedDaysLate()).isCloseTo(other.expectedDaysLate(), within(1e-9));
    assertThat(score.reasons())
        .usingRecursiveComparison()
        .withEqualsForType((a, b) -> Math.abs(a - b) < 1e-9, Double.class)
        .isEqualTo(other.reasons());
  }

  @Test
  void anExecutorKilledInTheMiddleIsMadeUpForByTheJobItself() throws Exception {
    town.settle(150, 0);
    LocalDate asOf = SmallTown.TODAY.plusDays(1);
    Publishing publishing = new Publishing(kafka, asOf);
    publishing.slowDown();
    try (JavaProcess driver =
        cluster.drive(
            "driver",
            Stream.concat(
                    Stream.of(
                        "-Dspark.master=" + cluster.url(),
                        "-Dspark.executor.memory=512m",
                        "-Dspark.sql.shuffle.partitions=2",
                        "-Dspark.executor.extraJavaOptions=" + SparkCluster.WARM_UP_LITTLE),
                    Stream.of(analyze(asOf, MAIN)))
                .toArray(String[]::new))) {
      publishing.holdInTheMiddle(driver.process()::isAlive);
      ProcessHandle executor = cluster.executors().getFirst();
      assertThat(executor.destroyForcibly()).isTrue();
      publishing.goOn();
      assertThat(driver.end()).as(driver.text()).isZero();
      assertThat(executor.isAlive()).isFalse();
      assertThat(driver.text()).contains("published 300 scores");
    }
    publishing.wasExactlyOnce(house);
  }
}
