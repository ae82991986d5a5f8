package org.feewise.analytics.risk;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.feewise.analytics.history.DescribedBills;
import org.feewise.analytics.history.HouseHistory;
import org.feewise.analytics.history.HouseMirror;
import org.feewise.analytics.history.HouseRecords;
import org.feewise.analytics.history.ServerRefused;
import org.feewise.models.events.CloudEvent;
import org.feewise.models.events.EventJson;
import org.feewise.models.events.RiskScore;
import org.feewise.models.events.Topics;
import org.feewise.models.risk.ModelFile;
import org.feewise.models.risk.RiskBand;
import org.feewise.models.risk.RiskModel;
import org.feewise.models.risk.features.FeatureRow;
import org.feewise.models.risk.features.HouseFeatures;
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
  void createTown() throws Exception {
    connection = servers.connection();
    town = new SmallTown(connection);
    town.createSchema();
  }

  private Analysis.Request request(LocalDate asOf) {
    return new Analysis.Request(
        servers.house("postgres"),
        servers.kafka().bootstrap(),
        models,
        history.toString(),
        asOf,
        Optional.empty());
  }

  private Analysis.Outcome analyse(LocalDate asOf) throws Exception {
    return new Analysis(servers.spark(), CLOCK, log::add).run(request(asOf));
  }

  private static List<CloudEvent<RiskScore>> events(String modelVersion) {
    return servers.kafka().readCommitted(Topics.RISK_SCORES).stream()
        .map(ConsumerRecord::value)
        .map(json -> EventJson.read(json, RiskScore.class))
        .filter(event -> event.data().modelVersion().equals(modelVersion))
        .toList();
  }

  @Test
  void everyOpenBillIsScoredByAModelThatKnowsWhoPaysLate() throws Exception {
    town.settle(60, 14);
    Analysis.Outcome outcome = analyse(SmallTown.TODAY);

    assertThat(outcome.stoppedBy()).as(() -> String.join("\n", log)).isEmpty();
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
    assertThat(reportedBills()).isEqualTo(60 * 15 * 2);
  }

  @Test
  void aRerunPublishesNothingAgainAndKeepsTheModel() throws Exception {
    town.settle(24, 9);
    Analysis.Outcome first = analyse(SmallTown.TODAY);
    byte[] model = Files.readAllBytes(models.resolve("risk-model.zip"));
    Analysis.Outcome second = analyse(SmallTown.TODAY);

    assertThat(first).isEqualTo(new Analysis.Outcome(first.modelVersion(), 48, 0, List.of()));
    assertThat(second).isEqualTo(new Analysis.Outcome(first.modelVersion(), 48, 48, List.of()));
    assertThat(events(first.modelVersion()))
        .extracting(event -> event.data().billNo())
        .hasSize(48)
        .doesNotHaveDuplicates();
    assertThat(Files.readAllBytes(models.resolve("risk-model.zip"))).isEqualTo(model);
  }

  @Test
  void aBillThatCameAfterTheFirstRunIsScoredByTheNextAndOthersRepeatTheirIds() throws Exception {
    town.settle(5, 2);
    Analysis.Outcome first = analyse(SmallTown.TODAY);
    town.issueAnother("c4", "GAS");
    Analysis.Outcome second = analyse(SmallTown.TODAY);

    assertThat(second.modelVersion()).isEqualTo(first.modelVersion());
    assertThat(second.scored()).isEqualTo(11);
    assertThat(second.foundPublished()).isBetween(1L, 9L);
    List<CloudEvent<RiskScore>> events = events(first.modelVersion());
    assertThat(events).hasSize((int) (10 + 11 - second.foundPublished()));
    assertThat(events.stream().map(CloudEvent::id).distinct()).hasSize(11);
    assertThat(events.stream().map(event -> event.data().billNo())).contains("c4-GAS-0");
  }

  @Test
  void whatHappensAfterTheDayMovesNoFeature() throws Exception {
    town.settle(10, 8);
    town.addPartsRemindersAndPlans();
    LocalDate asOf = SmallTown.TODAY.minusMonths(3);
    Map<String, FeatureRow> before = features(asOf);
    town.changeFuture(asOf);
    Map<String, FeatureRow> after = features(asOf);
    assertThat(after).containsOnlyKeys(before.keySet()).hasSizeGreaterThan(80);
    assertThat(moved(before, after)).isEmpty();
    town.changeFuture(asOf.minusDays(90));
    assertThat(moved(before, features(asOf)))
        .contains(
            "payer_late_bills_180d",
            "payer_partly_paid_bills",
            "payer_parts_share",
            "payer_open_paid_share",
            "payer_late_share_reminded",
            "payer_days_after_reminder",
            "payer_reminders_read_share",
            "payer_plans_accepted",
            "payer_plans_kept",
            "payer_plans_broken",
            "district_late_share",
            "district_fee_type_late_share");
  }

  /** A bill is described as it was known on its day, however much later the history is read. */
  @Test
  void aLaterReadingDescribesTheSameBillsTheSame() throws Exception {
    town.settle(10, 8);
    town.addPartsRemindersAndPlans();
    LocalDate earlier = SmallTown.TODAY.minusMonths(3);
    Map<String, FeatureRow> later = features(SmallTown.TODAY);
    Map<String, FeatureRow> before = features(earlier);
    assertThat(later).containsKeys(before.keySet().toArray(String[]::new));
    assertThat(before).hasSizeGreaterThan(80);
    assertThat(moved(before, later)).isEmpty();
  }

  @Test
  void plansPartsAndRemindersAreReadAsTheyWereKept() throws Exception {
    town.settle(10, 8);
    town.addPartsRemindersAndPlans();
    Map<String, FeatureRow> rows = features(SmallTown.TODAY);
    // accepted with every bill of water; done 60 days after issue, known as kept two days later
    assertThat(numbers(rows.get("c0-WATER-0"), "accepted", "kept", "broken"))
        .containsExactly(8, 6, 0);
    assertThat(numbers(rows.get("c4-WATER-0"), "accepted", "kept", "broken"))
        .containsExactly(8, 0, 8);
    assertThat(numbers(rows.get("c2-WATER-0"), "accepted", "kept", "broken"))
        .containsExactly(8, 0, 0);
    assertThat(numbers(rows.get("c1-WATER-0"), "accepted", "kept", "broken"))
        .containsExactly(0, 0, 0);
    assertThat(number(rows.get("c2-WATER-0"), "payer_reminders_read_share")).isEqualTo(1);
    assertThat(number(rows.get("c1-WATER-0"), "payer_reminders_read_share")).isZero();
    assertThat(number(rows.get("c1-WATER-0"), "payer_parts_share")).isEqualTo(0.5);
  }

  private static double[] numbers(FeatureRow row, String... plans) {
    return Stream.of(plans).mapToDouble(plan -> number(row, "payer_plans_" + plan)).toArray();
  }

  private static double number(FeatureRow row, String feature) {
    return row.numbers()[HouseFeatures.SCHEMA.numbers().indexOf(feature)];
  }

  /** Which features of the bills of the first reading are others in the second. */
  private static Set<String> moved(Map<String, FeatureRow> before, Map<String, FeatureRow> after) {
    Set<String> moved = new HashSet<>();
    before.forEach(
        (bill, row) -> {
          FeatureRow other = after.get(bill);
          HouseFeatures.SCHEMA.numbers().stream()
              .filter(name -> Double.compare(number(row, name), number(other, name)) != 0)
              .forEach(moved::add);
          if (!Arrays.equals(row.categories(), other.categories())) {
            moved.add("categories");
          }
        });
    return moved;
  }

  private Map<String, FeatureRow> features(LocalDate asOf) throws SQLException {
    HouseRecords records =
        new HouseMirror(servers.spark(), history.toString(), log::add)
            .refresh(request(asOf).database());
    HouseHistory known = new HouseHistory(records, asOf, Optional.empty());
    return DescribedBills.of(known.bills(), known.rates(), asOf, lit(true)).collectAsList().stream()
        .collect(Collectors.toMap(row -> row.getAs("bill_no"), DescribedBills::features));
  }

  @Test
  void anOverdueBillIsLateForCertain() throws Exception {
    town.settle(6, 3);
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
    assertThat(outcome.modelVersion()).startsWith("base-rate-" + SmallTown.TODAY);
    assertThat(outcome.scored()).isEqualTo(6);
    assertThat(log).anyMatch(line -> line.contains("too little history"));
    RiskModel model = ModelFile.read(models.resolve("risk-model.zip")).model();
    assertThat(model.features()).isEmpty();

    town.createSchema();
    town.settle(4, 2);
    assertThat(analyse(SmallTown.TODAY).modelVersion())
        .startsWith("base-rate-" + SmallTown.TODAY)
        .isNotEqualTo(outcome.modelVersion());
  }

  @Test
  void whereNobodyWasEverLateEveryBillGetsTheBaseRate() throws Exception {
    town.settle(20, 8);
    town.payEverythingInTime();
    Analysis.Outcome outcome = analyse(SmallTown.TODAY);
    assertThat(outcome.modelVersion()).startsWith("base-rate-");
    assertThat(log).anyMatch(line -> line.contains("30 of them late and 30 in time"));
    assertThat(events(outcome.modelVersion()))
        .hasSize(40)
        .allMatch(event -> event.data().probabilityLate() < 0.01);
  }

  @Test
  void withoutAnOpenBillTheModelIsWrittenAndNothingPublished() throws Exception {
    town.settle(23, 9);
    town.closeEverything();
    Analysis.Outcome outcome = analyse(SmallTown.TODAY);
    assertThat(outcome.scored()).isZero();
    assertThat(log).anyMatch(line -> line.startsWith("no bill is open: nothing to score"));
    assertThat(ModelFile.read(models.resolve("risk-model.zip")).card().version())
        .isEqualTo(outcome.modelVersion())
        .startsWith("risk-");
    assertThat(events(outcome.modelVersion())).isEmpty();
  }

  @Test
  void aBrokerThatRefusesIsNamedBeforeAnythingIsBegun() throws Exception {
    town.settle(3, 2);
    Analysis.Request nowhere =
        new Analysis.Request(
            request(SmallTown.TODAY).database(),
            "127.0.0.1:1",
            models,
            history.toString(),
            SmallTown.TODAY,
            Optional.empty());
    assertThatThrownBy(() -> new Analysis(servers.spark(), CLOCK, log::add).run(nowhere))
        .isInstanceOfSatisfying(
            ServerRefused.class,
            refused -> {
              assertThat(refused.server()).isEqualTo(ServerRefused.Server.KAFKA);
              assertThat(refused.address()).isEqualTo("127.0.0.1:1");
              assertThat(refused).hasMessageContaining("refused");
            });
    assertThat(models).isEmptyDirectory();
  }

  @Test
  void aRunCutOffAtAnyStepLeavesWholeModelsAndTheFormerReport() throws Exception {
    town.settle(22, 9);
    analyse(SmallTown.TODAY.minusDays(1));
    List<String> steps = List.copyOf(log);
    String report = report();
    Map<String, LocalDate> standsAfter = new LinkedHashMap<>();
    standsAfter.put("reading what is new", SmallTown.TODAY.minusDays(1));
    standsAfter.put("copied", SmallTown.TODAY.minusDays(1));
    standsAfter.put("held-back bills", SmallTown.TODAY.minusDays(1));
    standsAfter.put("wrote the model", SmallTown.TODAY);
    standsAfter.put("published", SmallTown.TODAY);
    for (Map.Entry<String, LocalDate> cut : standsAfter.entrySet()) {
      String step = cut.getKey();
      assertThat(steps).anyMatch(line -> line.startsWith(step));
      if (step.equals("wrote the model")) {
        Files.writeString(models.resolve("risk-model.zip"), "damaged, so that another takes over");
      }
      Analysis cutOff = new Analysis(servers.spark(), CLOCK, line -> failAt(step, line));
      assertThatThrownBy(() -> cutOff.run(request(SmallTown.TODAY))).hasMessage(step);
      assertThat(ModelFile.read(models.resolve("risk-model.zip")).card().asOf())
          .as(step)
          .isEqualTo(cut.getValue());
      assertThat(models).isDirectoryNotContaining("glob:**.part");
      assertThat(report()).isEqualTo(report);
    }
  }

  private static void failAt(String step, String line) {
    if (line.startsWith(step)) {
      throw new IllegalStateException(step);
    }
  }

  private long reportedBills() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet bills = statement.executeQuery("select sum(bills) from report.payment_trend")) {
      bills.next();
      return bills.getLong(1);
    }
  }

  private String report() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select string_agg(t::text, ' ' order by t::text) from report.payment_trend t")) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void anEarlierModelStaysWhenHistoryIsTooShort() throws Exception {
    town.settle(21, 9);
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
