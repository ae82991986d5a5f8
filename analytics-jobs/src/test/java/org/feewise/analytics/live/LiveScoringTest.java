package org.feewise.analytics.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.data.Offset;
import org.feewise.analytics.risk.Analysis;
import org.feewise.analytics.risk.JavaProcess;
import org.feewise.analytics.risk.SmallTown;
import org.feewise.analytics.risk.TownServers;
import org.feewise.models.events.BillIssued;
import org.feewise.models.events.CloudEvent;
import org.feewise.models.events.EventJson;
import org.feewise.models.events.RiskScore;
import org.feewise.models.events.Topics;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bill events on a real broker, the house in a real PostgreSQL, scores by a real Spark stream. */
class LiveScoringTest {
  private static final Clock CLOCK =
      Clock.fixed(
          SmallTown.TODAY.atTime(12, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant(),
          ZoneId.of("Asia/Shanghai"));
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir static Path folder;
  private static TownServers servers;
  private static Path models;
  private static Connection connection;
  private static SmallTown town;
  private static int issued;
  private final List<String> log = new CopyOnWriteArrayList<>();
  @TempDir Path checkpoint;
  private String champion;

  @BeforeAll
  static void settleTown() throws Exception {
    servers = TownServers.start(folder);
    models = Files.createDirectory(folder.resolve("models"));
    connection = servers.connection();
    town = new SmallTown(connection);
    town.createSchema();
    town.settle(30, 12);
    town.addPartsRemindersAndPlans();
    run("create role live login superuser");
  }

  @AfterAll
  static void stopServers() throws Exception {
    servers.close();
  }

  /** The nightly run of the day, in the town as it was settled. */
  @BeforeEach
  void analyseBefore() throws Exception {
    run("delete from bill where fee_type = 'GAS'");
    champion = analyse(SmallTown.TODAY).modelVersion();
  }

  private static Analysis.Outcome analyse(LocalDate asOf) throws Exception {
    Analysis.Outcome outcome =
        new Analysis(servers.spark(), CLOCK, _ -> {})
            .run(
                new Analysis.Request(
                    servers.house("postgres"),
                    servers.kafka().bootstrap(),
                    models,
                    models.resolveSibling("history").toString(),
                    asOf,
                    Optional.empty()));
    assertThat(outcome.stoppedBy()).isEmpty();
    return outcome;
  }

  private static void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A stream that runs until it is closed. */
  private final class Live implements AutoCloseable {
    private final LiveScoring scoring;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<?> ended;

    Live(Consumer<String> alsoTold) {
      scoring =
          new LiveScoring(
              servers.spark(),
              CLOCK,
              line -> {
                log.add(line);
                alsoTold.accept(line);
              });
      LiveScoring.Request request =
          new LiveScoring.Request(
              servers.house("live"), servers.kafka().bootstrap(), models, checkpoint);
      ended =
          thread.submit(
              () -> {
                scoring.run(request);
                return null;
              });
    }

    @Override
    public void close() throws Exception {
      scoring.stop();
      ended.get();
      thread.shutdown();
    }
  }

  private static void issue(String citizen) throws Exception {
    town.issueAnother(citizen, "GAS");
    tell(citizen, citizen, citizen + "-GAS-0");
  }

  /** How many bills the log says were taken from the topic while nothing was scored. */
  private int toldWithoutScore() {
    return log.stream()
        .map(Pattern.compile("batch \\d+: (\\d+) bills told, .* none scored")::matcher)
        .filter(Matcher::matches)
        .mapToInt(line -> Integer.parseInt(line.group(1)))
        .sum();
  }

  private static void tell(String key, String citizen, String billNo) throws Exception {
    issued += key.equals(citizen) ? 1 : 0;
    LocalDate day = SmallTown.TODAY.withDayOfMonth(6);
    BillIssued bill =
        new BillIssued(billNo, citizen, FeeType.GAS, Money.parse("86.40"), day, day.plusDays(20));
    servers
        .kafka()
        .send(
            Topics.BILLS,
            key,
            EventJson.write(
                CloudEvent.of(
                    billNo, "/test", BillIssued.EVENT_TYPE, CLOCK.instant(), citizen, bill)));
  }

  private static List<CloudEvent<RiskScore>> scores(String citizen) {
    return servers.kafka().readCommitted(Topics.RISK_SCORES).stream()
        .map(ConsumerRecord::value)
        .map(json -> EventJson.read(json, RiskScore.class))
        .filter(event -> event.data().billNo().equals(citizen + "-GAS-0"))
        .toList();
  }

  private static CloudEvent<RiskScore> awaitScore(String citizen) {
    return await()
        .atMost(PATIENCE)
        .until(() -> scores(citizen), found -> !found.isEmpty())
        .getFirst();
  }

  private void awaitLine(String... parts) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(log).anySatisfy(line -> assertThat(line).contains(parts)));
  }

  @Test
  void aNewBillGetsTheScoreThatTheNightlyRunGivesIt() throws Exception {
    CloudEvent<RiskScore> live;
    try (Live _ = new Live(_ -> {})) {
      issue("c4");
      live = awaitScore("c4");
    }
    assertThat(analyse(SmallTown.TODAY).modelVersion()).isEqualTo(champion);
    List<CloudEvent<RiskScore>> both = scores("c4");
    assertThat(both).hasSize(2);
    RiskScore nightly = both.getLast().data();
    assertThat(live.data().modelVersion()).isEqualTo(champion);
    assertThat(live.data().probabilityLate())
        .isCloseTo(nightly.probabilityLate(), Offset.offset(1e-12));
    assertThat(live.data().reasons()).isNotEmpty().isEqualTo(nightly.reasons());
    assertThat(live.data()).isEqualTo(nightly);
    assertThat(live.id()).as("consumers see one score").isEqualTo(both.getLast().id());
    assertThat(live.subject()).isEqualTo("c4");
  }

  @Test
  void aBatchCutOffRepeatsItsIdsAndARestartGoesOnBehindIt() throws Exception {
    AtomicBoolean cut = new AtomicBoolean();
    try (Live _ = new Live(line -> cutOffOnce(cut, line))) {
      issue("c5");
      await().atMost(PATIENCE).until(() -> scores("c5").size() == 2);
      awaitLine("IllegalStateException: the batch is tried again in 1 s");
    }
    try (Live _ = new Live(_ -> {})) {
      issue("c6");
      awaitScore("c6");
    }
    assertThat(scores("c5")).hasSize(2);
    assertThat(scores("c5").stream().map(CloudEvent::id).distinct()).hasSize(1);
    assertThat(scores("c6")).hasSize(1);
  }

  private static void cutOffOnce(AtomicBoolean cut, String line) {
    if (line.startsWith("batch") && !scores("c5").isEmpty() && cut.compareAndSet(false, true)) {
      throw new IllegalStateException("after the scores, before the checkpoint");
    }
  }

  @Test
  void recordsThatTellOfNothingAreCountedAndPassedOver() throws Exception {
    try (Live _ = new Live(_ -> {})) {
      servers.kafka().send(Topics.BILLS, "c7", "{\"name\": \"Zhang Wei\"");
      servers.kafka().send(Topics.BILLS, "c7", null);
      tell("c8", "c7", "c7-GAS-0");
      tell("c7", "c7", "nowhere' or true --");
      issue("c7");
      awaitScore("c7");
      awaitLine("skipped feewise.bills.v1 partition", "no bill event (3 so far)");
    }
    assertThat(log).noneMatch(line -> line.contains("Zhang") || line.contains("nowhere"));
    assertThat(scores("c7")).hasSize(1);
  }

  @Test
  void aDamagedModelIsToldOfAndTheNextChampionTakesOver() throws Exception {
    Path file = models.resolve("risk-model.zip");
    try (Live _ = new Live(_ -> {})) {
      awaitLine("scoring live with " + champion);
      Files.writeString(file, "damaged");
      issue("c9");
      assertThat(awaitScore("c9").data().modelVersion()).isEqualTo(champion);
      awaitLine("the model that stands is not used", champion + " stays");

      String next = analyse(SmallTown.TODAY.plusDays(1)).modelVersion();
      assertThat(next).isNotEqualTo(champion);
      issue("c10");
      assertThat(awaitScore("c10").data().modelVersion()).isEqualTo(next);
      awaitLine("scoring live with " + next);
    }
  }

  @Test
  void whatTheNightlyRunStoppedIsNotScoredLiveEither() throws Exception {
    run("update report.risk_run set published = false");
    try (Live _ = new Live(_ -> {})) {
      issue("c11");
      await().atMost(PATIENCE).until(() -> toldWithoutScore() == issued);
      awaitLine("the newest nightly run stopped publishing");
      assertThat(scores("c11")).isEmpty();
      run("update report.risk_run set published = true");
      issue("c12");
      awaitScore("c12");
      assertThat(scores("c11")).isEmpty();
    }
  }

  @Test
  void nothingIsLostWhileTheDatabaseIsAway() throws Exception {
    try (Live _ = new Live(_ -> {})) {
      awaitLine("scoring live with");
      run("alter role live nologin");
      issue("c13");
      awaitLine("PSQLException 28000: the batch is tried again");
      run("alter role live login");
      awaitScore("c13");
    } finally {
      run("alter role live login");
    }
  }

  @Test
  void aSignalEndsTheCommandWithoutAComplaint() throws Exception {
    try (JavaProcess command =
        JavaProcess.start(
            checkpoint.resolveSibling(checkpoint.getFileName() + ".words"),
            System.getProperty("java.class.path"),
            Map.of("FEEWISE_DATABASE_PASSWORD", "postgres"),
            "org.feewise.analytics.cli.Main",
            "live",
            "--master",
            "local[1]",
            "--database-url",
            servers.house("live").url(),
            "--user",
            "live",
            "--kafka-bootstrap",
            servers.kafka().bootstrap(),
            "--model-dir",
            models.toString(),
            "--checkpoint",
            checkpoint.toString())) {
      issue("c14");
      awaitScore("c14");
      command.process().destroy();
      assertThat(command.end()).isEqualTo(128 + 15);
      assertThat(command.text())
          .contains("scoring live with " + champion)
          .doesNotContain("Exception", "live:", "tried again");
    }
    assertThat(checkpoint.resolve("offsets")).isNotEmptyDirectory();
  }
}
