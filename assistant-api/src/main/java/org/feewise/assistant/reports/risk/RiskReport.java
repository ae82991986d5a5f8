package org.feewise.assistant.reports.risk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.feewise.assistant.reports.ReportColumn.Kind;

/** The reports of the risk model: its runs, and what the newest run measured. */
public enum RiskReport {
  RUNS(
      "risk-runs",
      name("as_of"),
      name("model_version"),
      code("reason"),
      name("decision"),
      name("challenger"),
      name("champion"),
      count("contest_bills"),
      decimal("gain"),
      decimal("gain_low"),
      decimal("gain_high"),
      decimal("auc"),
      decimal("past_late_share_auc"),
      decimal("logistic_regression_auc"),
      decimal("ece"),
      decimal("ece_if_calibrated"),
      code("published"),
      count("scored")),
  DRIFT(
      "risk-drift",
      code("name"),
      name("feature"),
      decimal("psi"),
      decimal("usual"),
      decimal("bound"),
      name("verdict")),
  CALIBRATION(
      "risk-calibration",
      new Column("month", Kind.MONTH),
      code("held_back"),
      count("bills"),
      count("payers"),
      share("expected"),
      share("observed"),
      share("gap"),
      share("gap_low"),
      share("gap_high")),
  FAIRNESS(
      "risk-fairness",
      Stream.of(
              Stream.of(
                  code("attribute"),
                  name("attribute_title"),
                  code("group_name"),
                  name("group_title"),
                  count("bills"),
                  count("payers"),
                  share("late_share"),
                  share("expected")),
              interval("gap"),
              Stream.of(decimal("ece"), decimal("ece_if_calibrated")),
              interval("true_positive"),
              interval("false_positive"),
              interval("gap_to_rest"),
              interval("true_positive_to_rest"),
              interval("false_positive_to_rest"))
          .flatMap(columns -> columns)
          .toArray(Column[]::new));

  private final String path;
  private final List<Column> columns;

  RiskReport(String path, Column... columns) {
    this.path = path;
    this.columns = List.of(columns);
  }

  /** A column as the database names it. */
  record Column(String name, Kind kind) {}

  /** Its name in addresses. */
  public String path() {
    return path;
  }

  List<Column> columns() {
    return columns;
  }

  /** The report of that name in addresses. */
  public static Optional<RiskReport> named(String path) {
    return Arrays.stream(values()).filter(report -> report.path.equals(path)).findFirst();
  }

  private static Column name(String name) {
    return new Column(name, Kind.NAME);
  }

  private static Column code(String name) {
    return new Column(name, Kind.CODE);
  }

  private static Column count(String name) {
    return new Column(name, Kind.COUNT);
  }

  private static Column decimal(String name) {
    return new Column(name, Kind.DECIMAL);
  }

  private static Column share(String name) {
    return new Column(name, Kind.SHARE);
  }

  private static Stream<Column> interval(String name) {
    return Stream.of(share(name), share(name + "_low"), share(name + "_high"));
  }
}
