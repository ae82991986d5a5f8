package org.feewise.analytics.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.feewise.analytics.cli.SparkSessions;
import org.feewise.analytics.history.HouseDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishing that is cut off in the middle, on real servers and real processes. */
class PublishingSurvivesTest {
  private static final int OPEN_BILLS = 300;

  @TempDir static Path folder;
  private static EmbeddedPostgres postgres;
  private static Connection house;
  private static KafkaBroker kafka;
  private static SparkSession spark;
  private final List<String> log = new ArrayList<>();

  @BeforeAll
  static void startServers() throws Exception {
    postgres = EmbeddedPostgres.builder().start();
    house = postgres.getPostgresDatabase().getConnection();
    SmallTown town = new SmallTown(house);
    town.createSchema();
    town.settle(OPEN_BILLS / 2, 0);
    kafka = KafkaBroker.start(folder.resolve("kafka"));
    spark = SparkSessions.local(1);
  }

  @AfterAll
  static void stopServers() throws Exception {
    spark.close();
    kafka.close();
    house.close();
    postgres.close();
  }

  @AfterEach
  void letProducersGo() throws Exception {
    kafka.slowProducersDown(null);
  }

  private Analysis.Outcome analyse(LocalDate asOf) {
    HouseDatabase database =
        new HouseDatabase(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
    Clock noon =
        Clock.fixed(
            asOf.atTime(12, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant(),
            ZoneId.of("Asia/Shanghai"));
    try {
      return new Analysis(spark, noon, log::add)
          .run(
              new Analysis.Request(
                  database,
                  kafka.bootstrap(),
                  folder.resolve("models"),
                  folder.resolve("history").toString(),
                  asOf,
                  Optional.empty()));
    } catch (Exception e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private JavaProcess driver(LocalDate asOf) throws Exception {
    return JavaProcess.start(
        folder.resolve("driver-" + asOf),
        System.getProperty("java.class.path"),
        Map.of(),
        "org.feewise.analytics.cli.Main",
        "analyze",
        "--database-url=" + postgres.getJdbcUrl("postgres", "postgres"),
        "--user=postgres",
        "--kafka-bootstrap=" + kafka.bootstrap(),
        "--model-dir=" + folder.resolve("models-of-the-killed"),
        "--history=" + folder.resolve("history"),
        "--master=local[1]",
        "--as-of=" + asOf);
  }

  @Test
  void aDriverKilledInTheMiddleLeavesTheRestToTheNextRun() throws Exception {
    LocalDate asOf = SmallTown.TODAY;
    Publishing publishing = new Publishing(kafka, asOf);
    publishing.slowDown();
    try (JavaProcess driver = driver(asOf)) {
      publishing.holdInTheMiddle(driver.process()::isAlive);
      driver.kill();
    }
    publishing.goOn();
    int before = publishing.committed().size();

    Analysis.Outcome outcome = analyse(asOf);

    publishing.wasExactlyOnce(house);
    assertThat(outcome.scored()).isEqualTo(OPEN_BILLS);
    assertThat(outcome.foundPublished()).isEqualTo(before).isBetween(1L, OPEN_BILLS - 1L);
    assertThat(publishing.sent()).hasSizeGreaterThan(OPEN_BILLS);
  }

  @Test
  void aBrokerRestartedInTheMiddleIsWaitedFor() throws Exception {
    LocalDate asOf = SmallTown.TODAY.plusDays(1);
    Publishing publishing = new Publishing(kafka, asOf);
    publishing.slowDown();
    try (ExecutorService background = Executors.newSingleThreadExecutor()) {
      Future<Analysis.Outcome> run = background.submit(() -> analyse(asOf));
      publishing.holdInTheMiddle(() -> !run.isDone());
      kafka.stop();
      kafka.startAgain();
      publishing.goOn();

      assertThat(run.get(5, TimeUnit.MINUTES).scored()).isEqualTo(OPEN_BILLS);
    }
    publishing.wasExactlyOnce(house);
  }

  @Test
  void aDriverThatHungAndComesBackAddsNothingToWhatTheNextRunPublished() throws Exception {
    LocalDate asOf = SmallTown.TODAY.plusDays(2);
    Publishing publishing = new Publishing(kafka, asOf);
    publishing.slowDown();
    try (JavaProcess hung = driver(asOf)) {
      publishing.holdInTheMiddle(hung.process()::isAlive);
      hung.signal("STOP");
      publishing.goOn();
      assertThat(analyse(asOf).scored()).isEqualTo(OPEN_BILLS);
      publishing.wasExactlyOnce(house);

      hung.signal("CONT");
      hung.end();
      assertThat(hung.text())
          .containsAnyOf("another run publishes the same scores", "stood there already");
    }
    publishing.wasExactlyOnce(house);
  }
}
