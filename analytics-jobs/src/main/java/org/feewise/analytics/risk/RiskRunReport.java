package org.feewise.analytics.risk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.feewise.analytics.history.HouseDatabase;
import org.feewise.models.risk.GroupFairness;
import org.feewise.models.risk.ModelCard;
import org.feewise.models.risk.measures.Estimate;
import org.feewise.models.risk.watch.Alarm;
import org.feewise.models.risk.watch.Contest;
import org.feewise.models.risk.watch.Drift;
import org.feewise.models.risk.watch.MonthCalibration;
import org.feewise.models.risk.watch.Stability;
import org.feewise.models.risk.watch.Succession;
import org.feewise.models.risk.watch.Trial;

/** The report tables of the risk model: every run adds its own rows, all of them or none. */
final class RiskRunReport {
  private final HouseDatabase database;
  private final Clock clock;

  RiskRunReport(HouseDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** How a run ended. */
  record Ending(LocalDate asOf, Gate gate, long scored) {}

  /** Adds a run. */
  void add(Stewardship.Decision decision, Ending ending) throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      long run = insertRun(connection, decision, ending);
      insertDrift(connection, run, decision.drift());
      for (GroupFairness group : decision.fairness()) {
        insert(connection, "risk_fairness", fairness(run, group));
      }
      connection.commit();
    }
  }

  private long insertRun(Connection connection, Stewardship.Decision decision, Ending ending)
      throws SQLException {
    ModelCard card = decision.file().card();
    Columns row =
        new Columns()
            .with("as_of", ending.asOf())
            .with("ran_at", Timestamp.from(clock.instant()))
            .with("model_version", card.version())
            .with("model_as_of", card.asOf())
            .with("learnt_through", card.learntThrough())
            .with("data_from", card.dataFrom())
            .with("data_to", card.dataTo())
            .with("training_bills", card.trainingRows())
            .with("base_rate", card.features().isEmpty())
            .with("published", ending.gate().isOpen())
            .with("scored", ending.scored())
            .with("overridden", ending.gate().overridden());
    if (card.trial() != null) {
      addTrial(row, card.trial());
    }
    if (decision.succession() != null) {
      addSuccession(row, decision.succession());
    }
    return insert(connection, "risk_run", row);
  }

  private static void addTrial(Columns row, Trial trial) {
    row.with("trial_from", trial.from())
        .with("trial_to", trial.to())
        .with("trial_bills", trial.bills())
        .with("auc", trial.skill().auc())
        .with("past_late_share_auc", trial.pastLateShareAuc())
        .with("logistic_regression_auc", trial.logisticRegressionAuc())
        .with("ece", trial.skill().ece())
        .with("ece_if_calibrated", trial.skill().eceIfCalibrated());
  }

  private static void addSuccession(Columns row, Succession succession) {
    row.with("reason", succession.reason().name())
        .with("challenger", succession.challenger())
        .with("champion", succession.champion())
        .with("detail", succession.detail());
    Contest contest = succession.contest();
    if (contest != null) {
      row.with("contest_from", contest.from())
          .with("contest_to", contest.to())
          .with("contest_bills", contest.bills())
          .with("champion_log_loss", contest.champion().logLoss())
          .with("challenger_log_loss", contest.challenger().logLoss())
          .withEstimate("gain", contest.gain());
    }
  }

  private static void insertDrift(Connection connection, long run, Drift drift)
      throws SQLException {
    List<Alarm> alarms = drift.alarms();
    for (int place = 0; place < alarms.size(); place++) {
      Alarm alarm = alarms.get(place);
      insert(
          connection,
          "risk_alarm",
          new Columns()
              .with("run_id", run)
              .with("place", place)
              .with("kind", alarm.kind().name())
              .with("name", alarm.name())
              .with("value", alarm.value())
              .with("bound", alarm.bound()));
    }
    Stream<Stability> all =
        Stream.concat(
            drift.score() == null ? Stream.empty() : Stream.of(drift.score()),
            drift.features().stream());
    for (Stability each : all.toList()) {
      insert(
          connection,
          "risk_drift",
          new Columns()
              .with("run_id", run)
              .with("name", each.name())
              .with("psi", each.psi())
              .with("usual", each.usual())
              .with("bound", each.bound()));
    }
    for (MonthCalibration month : drift.months()) {
      insert(
          connection,
          "risk_calibration",
          new Columns()
              .with("run_id", run)
              .with("month", month.month())
              .with("held_back", month.heldBack())
              .with("bills", month.bills())
              .with("payers", month.payers())
              .with("expected", month.expected())
              .with("observed", month.observed())
              .with("gap_low", month.gap().low())
              .with("gap_high", month.gap().high()));
    }
  }

  private static Columns fairness(long run, GroupFairness group) {
    Columns row =
        new Columns()
            .with("run_id", run)
            .with("attribute", group.attribute())
            .with("group_name", group.group())
            .with("bills", group.bills())
            .with("payers", group.payers())
            .with("late_share", group.lateShare().value())
            .with("expected", group.meanProbability())
            .withEstimate("gap", group.calibration())
            .with("ece", group.ece())
            .with("ece_if_calibrated", group.eceIfCalibrated())
            .withEstimate("true_positive", group.truePositive())
            .withEstimate("false_positive", group.falsePositive());
    if (group.toRest() != null) {
      row.withEstimate("gap_to_rest", group.toRest().calibration())
          .withEstimate("true_positive_to_rest", group.toRest().truePositive())
          .withEstimate("false_positive_to_rest", group.toRest().falsePositive());
    }
    return row;
  }

  /** The named values of one row. */
  private static final class Columns {
    private final List<String> names = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    Columns with(String name, Object value) {
      names.add(name);
      values.add(value);
      return this;
    }

    Columns withEstimate(String name, Estimate estimate) {
      return with(name, estimate.value())
          .with(name + "_low", estimate.low())
          .with(name + "_high", estimate.high());
    }
  }

  /** Inserts a row and gives its first column, the number of the run. */
  private static long insert(Connection connection, String table, Columns row) throws SQLException {
    String sql =
        "insert into report.%s (%s) values (%s) returning run_id"
            .formatted(
                table,
                String.join(", ", row.names),
                String.join(", ", Collections.nCopies(row.names.size(), "?")));
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (int i = 0; i < row.values.size(); i++) {
        insert.setObject(i + 1, row.values.get(i));
      }
      try (ResultSet keys = insert.executeQuery()) {
        keys.next();
        return keys.getLong(1);
      }
    }
  }
}
