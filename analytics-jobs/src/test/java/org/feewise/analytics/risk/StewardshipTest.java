package org.feewise.analytics.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.feewise.models.events.EventJson;
import org.feewise.models.events.RiskScore;
import org.feewise.models.events.Topics;
import org.feewise.models.risk.ModelCard;
import org.feewise.models.risk.ModelFile;
import org.feewise.models.risk.watch.Alarm;
import org.feewise.models.risk.watch.Contest;
import org.feewise.models.risk.watch.Succession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Night after night in one town: which model scores, and when nothing is published. */
class StewardshipTest {
  private static final Clock CLOCK =
      Clock.fixed(
          SmallTown.TODAY.atTime(12, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant(),
          ZoneId.of("Asia/Shanghai"));
  private static final LocalDate MONTH_AGO = SmallTown.TODAY.minusMonths(1);

  @TempDir static Path folder;
  private static TownServers servers;
  private final List<String> log = new ArrayList<>();
  @TempDir Path models;
  @TempDir Path history;
  private Connection connection;
  private SmallTown town;

  @BeforeAll
  static void startServers() throws Exception {
    servers = TownServers.start(folder);
  }

  @AfterAll
  static void stopServers() throws Exception {
    servers.close();
  }

  @BeforeEach
  void settleTown() throws Exception {
    connection = servers.connection();
    town = new SmallTown(connection);
    town.createSchema();
    town.settle(56, 12);
    town.varyAmounts();
  }

  private Analysis.Outcome analyse(LocalDate asOf) throws Exception {
    return analyse(asOf, false);
  }

  private Analysis.Outcome analyse(LocalDate asOf, boolean anyway) throws Exception {
    log.clear();
    return new Analysis(servers.spark(), CLOCK, log::add)
        .run(
            new Analysis.Request(
                servers.house("postgres"),
                servers.kafka().bootstrap(),
                models,
                history.toString(),
                asOf,
                Optional.empty(),
                anyway));
  }

  private ModelCard card() throws Exception {
    return ModelFile.read(models.resolve("risk-model.zip")).card();
  }

  private List<String> column(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  private static long publishedAs(String version) {
    return servers.kafka().read(Topics.RISK_SCORES).stream()
        .map(ConsumerRecord::value)
        .map(json -> EventJson.read(json, RiskScore.class))
        .filter(event -> event.data().modelVersion().equals(version))
        .count();
  }

  @Test
  void aChampionStaysInASteadyTownAndEveryRunIsKept() throws Exception {
    String champion = analyse(MONTH_AGO).modelVersion();
    ModelCard card = card();
    assertThat(card.succession().reason()).isEqualTo(Succession.Reason.NO_CHAMPION);
    assertThat(card.learntThrough()).isBefore(card.trial().from());
    assertThat(card.trial().skill().auc()).isGreaterThan(0.7);
    byte[] file = Files.readAllBytes(models.resolve("risk-model.zip"));

    Analysis.Outcome outcome = analyse(SmallTown.TODAY);
    assertThat(outcome.modelVersion()).as(() -> String.join("\n", log)).isEqualTo(champion);
    assertThat(outcome.stoppedBy()).isEmpty();
    assertThat(outcome.scored()).isEqualTo(112);
    assertThat(Files.readAllBytes(models.resolve("risk-model.zip"))).isEqualTo(file);
    assertThat(column("select reason from report.risk_run order by run_id"))
        .containsExactly("NO_CHAMPION", "CHAMPION_STAYS");
    assertThat(column("select published from report.risk_run")).containsExactly("t", "t");
    assertThat(column("select name from report.risk_drift where run_id = 2"))
        .contains("score", "payer_late_share");
    assertThat(
            column("select month from report.risk_calibration where run_id = 2 and not held_back"))
        .contains("2026-02");
    assertThat(column("select group_name from report.risk_fairness where run_id = 2 order by 1"))
        .containsExactly("30-39", "north", "south");
  }

  @Test
  void aChampionIsReplacedWhereTheTownHasTurnedRoundLongEnough() throws Exception {
    String champion = analyse(SmallTown.TODAY.minusMonths(7)).modelVersion();
    town.turnRound(SmallTown.TODAY.minusMonths(7));
    Analysis.Outcome outcome = analyse(SmallTown.TODAY);
    assertThat(outcome.modelVersion()).as(() -> String.join("\n", log)).isNotEqualTo(champion);
    Succession succession = card().succession();
    assertThat(succession.reason()).isEqualTo(Succession.Reason.CHALLENGER_WON);
    assertThat(succession.champion()).isEqualTo(champion);
    assertThat(succession.contest().gain().value()).isGreaterThan(Contest.MARGIN);
    assertThat(succession.contest().bills()).isGreaterThanOrEqualTo(Contest.FEWEST_BILLS);
    assertThat(models).isDirectoryContaining("glob:**" + champion + ".zip");
  }

  @Test
  void outcomesTurnedRoundOvernightStopThePublishing() throws Exception {
    analyse(MONTH_AGO);
    town.turnRound(MONTH_AGO);
    Analysis.Outcome outcome = analyse(SmallTown.TODAY);
    assertThat(outcome.stoppedBy())
        .as(() -> String.join("\n", log))
        .extracting(Alarm::kind)
        .contains(Alarm.Kind.ERROR);
    assertThat(outcome.scored()).isZero();
    assertThat(column("select published from report.risk_run order by run_id"))
        .containsExactly("t", "f");
    assertThat(column("select sum(bills) from report.payment_trend"))
        .containsExactly(Integer.toString(56 * 13 * 2));
  }

  @Test
  void amountsInAnotherUnitStopThePublishingUntilSomebodyHasLooked() throws Exception {
    Analysis.Outcome steady = analyse(SmallTown.TODAY.minusDays(1));
    assertThat(steady.stoppedBy()).as(() -> String.join("\n", log)).isEmpty();
    String champion = steady.modelVersion();
    long before = publishedAs(champion);
    town.shiftFeatures(SmallTown.TODAY.withDayOfMonth(1));
    Analysis.Outcome stopped = analyse(SmallTown.TODAY);
    assertThat(stopped.stoppedBy())
        .as(() -> String.join("\n", log))
        .extracting(Alarm::name)
        .contains("amount_log");
    assertThat(stopped.scored()).isZero();
    assertThat(log).anyMatch(line -> line.startsWith("OUT OF BOUNDS: the feature amount_log"));
    assertThat(log).anyMatch(line -> line.startsWith("NOTHING IS PUBLISHED: " + champion));
    assertThat(publishedAs(champion)).isEqualTo(before);
    assertThat(column("select name from report.risk_alarm where run_id = 2"))
        .contains("amount_log");

    Analysis.Outcome anyway = analyse(SmallTown.TODAY, true);
    assertThat(anyway.stoppedBy()).isEmpty();
    assertThat(anyway.scored()).isEqualTo(112);
    assertThat(publishedAs(champion)).isEqualTo(before + 112);
    assertThat(column("select overridden from report.risk_run order by run_id"))
        .containsExactly("f", "f", "t");
  }

  @Test
  void aDamagedChampionIsReplacedAndTheCardSaysWhy() throws Exception {
    analyse(SmallTown.TODAY.minusDays(1));
    Path file = models.resolve("risk-model.zip");
    byte[] whole = Files.readAllBytes(file);
    whole[whole.length / 2] ^= 1;
    Files.write(file, whole);
    analyse(SmallTown.TODAY);
    assertThat(card().succession().reason()).isEqualTo(Succession.Reason.CHAMPION_UNUSABLE);
    assertThat(card().succession().detail()).contains("damaged");
    assertThat(log).anyMatch(line -> line.startsWith("the model that stands is not used: "));
  }

  @Test
  void aChampionOlderThanItMayBeIsReplacedWithoutAContest() throws Exception {
    analyse(SmallTown.TODAY);
    Analysis.Outcome outcome = analyse(SmallTown.TODAY.plusDays(Succession.OLDEST_DAYS + 1));
    assertThat(outcome.modelVersion()).isEqualTo(card().version());
    assertThat(card().succession().reason()).isEqualTo(Succession.Reason.CHAMPION_TOO_OLD);
  }
}
