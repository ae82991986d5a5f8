package org.feewise.assistant.reports.risk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import javax.sql.DataSource;

/** A run that a test puts into the reports of the risk model, newer than any other. */
public final class RiskRunOnFile implements AutoCloseable {
  private final DataSource database;
  private final long run;

  /**
   * Adds a run without details.
   *
   * @param reason why its model scores
   * @param published whether it published scores
   */
  public RiskRunOnFile(DataSource database, String reason, boolean published) throws SQLException {
    this.database = database;
    this.run =
        insert(
            """
            insert into report.risk_run (as_of, ran_at, model_version, model_as_of, learnt_through,
              data_from, data_to, training_bills, base_rate, auc, past_late_share_auc,
              logistic_regression_auc, ece, ece_if_calibrated, reason, challenger, champion,
              contest_from, contest_to, contest_bills, champion_log_loss, challenger_log_loss, gain,
              gain_low, gain_high, published, scored, overridden)
            values (?, ?, 'risk-1993-01-01-abc', ?, ?, ?, ?, 12345, false, 0.8123, 0.7456, 0.7789,
              0.0123, 0.0234, ?, 'risk-1993-01-02-def', 'risk-1993-01-01-abc', ?, ?, 1357, 0.4321,
              0.4312, 0.0009, -0.0004, 0.0022, ?, ?, false) returning run_id""",
            day(2),
            OffsetDateTime.parse("1993-01-02T03:04:05+08:00"),
            day(1),
            LocalDate.of(1992, 12, 1),
            LocalDate.of(1991, 1, 1),
            LocalDate.of(1992, 11, 30),
            reason,
            LocalDate.of(1992, 12, 2),
            day(1),
            published,
            published ? 2468 : 0);
  }

  private static LocalDate day(int day) {
    return LocalDate.of(1993, 1, day);
  }

  /** An alarm. */
  public RiskRunOnFile alarm(String kind, String name) throws SQLException {
    insert(
        """
        insert into report.risk_alarm (run_id, place, kind, name, value, bound)
        values (?, (select count(*) from report.risk_alarm where run_id = ?), ?, ?, 0.912, 0.25)
        returning run_id""",
        run,
        run,
        kind,
        name);
    return this;
  }

  /** A feature that moved. */
  public RiskRunOnFile drift(String name, double psi, Double usual, Double bound)
      throws SQLException {
    insert(
        "insert into report.risk_drift values (?, ?, ?, ?, ?) returning run_id",
        run,
        name,
        psi,
        usual,
        bound);
    return this;
  }

  /** A month. */
  public RiskRunOnFile month(String month, boolean heldBack, double expected, double observed)
      throws SQLException {
    insert(
        "insert into report.risk_calibration values (?, ?, ?, 321, 123, ?, ?, -0.03, 0.05)"
            + " returning run_id",
        run,
        month,
        heldBack,
        expected,
        observed);
    return this;
  }

  /** A group of payers with its false alarms. */
  public RiskRunOnFile group(String attribute, String group, double falsePositive)
      throws SQLException {
    insert(
        """
        insert into report.risk_fairness values (?, ?, ?, 456, 78, 0.21, 0.2, 0.01, -0.02, 0.04,
          0.031, 0.042, 0.6, 0.5, 0.7, ?, ? - 0.01, ? + 0.01, 0.02, -0.01, 0.05, 0.1, -0.1, 0.3,
          0.03, 0.01, 0.05) returning run_id""",
        run,
        attribute,
        group,
        falsePositive,
        falsePositive,
        falsePositive);
    return this;
  }

  private long insert(String sql, Object... values) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet key = statement.executeQuery()) {
        key.next();
        return key.getLong(1);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    insert("delete from report.risk_run where run_id = ? returning run_id", run);
  }
}
