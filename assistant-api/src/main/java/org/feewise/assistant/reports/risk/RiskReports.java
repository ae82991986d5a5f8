package org.feewise.assistant.reports.risk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.feewise.assistant.reports.Report;
import org.feewise.assistant.reports.ReportColumn;

/** Answers the reports of the risk model from what the newest runs wrote. */
@ApplicationScoped
public class RiskReports {
  private static final int MOST_RUNS = 400;

  private final RiskTables tables;
  private final Clock clock;

  RiskReports(RiskTables tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  /** One report in one language; without rows before the first analysis. */
  public Report answer(RiskReport report, Locale locale) {
    RiskWords words = new RiskWords(locale);
    Optional<Figures> run = tables.newestRun();
    return report(
        report, words, run, run.map(newest -> rows(report, newest, words)).orElse(List.of()));
  }

  /** What each report is about and when it was computed, without its rows. */
  public List<Report> listed(Locale locale) {
    RiskWords words = new RiskWords(locale);
    Optional<Figures> run = tables.newestRun();
    return Stream.of(RiskReport.values())
        .map(report -> report(report, words, run, List.of()))
        .toList();
  }

  private Report report(
      RiskReport report, RiskWords words, Optional<Figures> run, List<Map<String, Object>> rows) {
    return new Report(
        report.path(),
        words.say("title." + report.path()),
        words.say("description." + report.path()),
        run.map(this::ranAt).orElse(null),
        Report.Filters.NONE,
        report.columns().stream().map(column -> column(column, words)).toList(),
        rows,
        List.of(words.say("note." + report.path())));
  }

  private OffsetDateTime ranAt(Figures run) {
    return run.moment("ran_at").atZone(clock.getZone()).toOffsetDateTime();
  }

  private static ReportColumn column(RiskReport.Column column, RiskWords words) {
    return new ReportColumn(
        column.name(),
        words.say("column." + column.name()),
        column.kind(),
        column.kind().isNumber() ? words.say("unit." + column.kind()) : null,
        words.say("column." + column.name() + ".means"));
  }

  private List<Map<String, Object>> rows(RiskReport report, Figures run, RiskWords words) {
    long id = run.count("run_id");
    List<Figures> found =
        switch (report) {
          case RUNS -> tables.runs(MOST_RUNS);
          case DRIFT -> tables.drift(id);
          case CALIBRATION -> tables.calibration(id);
          case FAIRNESS -> tables.fairness(id);
        };
    return found.stream().map(figures -> row(report, figures, words)).toList();
  }

  private static Map<String, Object> row(RiskReport report, Figures figures, RiskWords words) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (RiskReport.Column column : report.columns()) {
      row.put(column.name(), value(column.name(), figures, words));
    }
    return row;
  }

  private static Object value(String column, Figures figures, RiskWords words) {
    return switch (column) {
      case "as_of" -> figures.day("as_of").toString();
      case "decision" -> words.decision(figures);
      case "feature" -> words.feature(figures.text("name"));
      case "verdict" -> words.verdict(figures);
      case "attribute_title" -> words.attribute(figures);
      case "group_title" -> words.group(figures);
      default -> finite(figures.value(column));
    };
  }

  /** A figure that does not exist, such as the AUC of one outcome only, is null. */
  private static Object finite(Object value) {
    return value instanceof Double number && !Double.isFinite(number) ? null : value;
  }
}
