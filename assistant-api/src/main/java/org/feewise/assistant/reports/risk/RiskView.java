package org.feewise.assistant.reports.risk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the page of the risk model shows, every figure already in words.
 *
 * @param model pairs of a term and what it is
 * @param worth rows of a measure, the model's figure, and what to hold it against
 * @param attributes groups of payers, attribute by attribute
 */
public record RiskView(
    Instant ranAt,
    Status status,
    List<Pair> model,
    List<Worth> worth,
    Decision decision,
    List<Run> runs,
    List<Month> months,
    List<Feature> features,
    List<Attribute> attributes) {

  /** Whether scores were published. */
  public record Status(boolean published, String sentence, List<String> alarms) {}

  /** A term and what it is. */
  public record Pair(String term, String value) {}

  /** One measure. */
  public record Worth(String measure, String value, String beside) {}

  /** Who scores and why; the contest is blank where there was none. */
  public record Decision(String sentence, String contest) {}

  /** One run among the last. */
  public record Run(
      String asOf, boolean published, String outcome, String model, String decision) {}

  /** One month of calibration; the numbers are for the chart. */
  public record Month(
      String month,
      boolean heldBack,
      String kind,
      String bills,
      String expected,
      String observed,
      String gap,
      double expectedShare,
      double observedShare,
      double lowest,
      double highest) {}

  /** One feature. */
  public record Feature(
      String name, String psi, String usual, String bound, String verdict, boolean out) {}

  /** One attribute with its groups. */
  public record Attribute(String title, List<Group> groups) {}

  /** One group; the numbers are for the chart. */
  public record Group(
      String title,
      String bills,
      String lateShare,
      String gap,
      String error,
      String falsePositive,
      String falsePositiveToRest,
      String truePositive,
      String truePositiveToRest,
      double gapValue,
      double gapLow,
      double gapHigh) {}

  /** What the tables hold of one run. */
  record Found(
      Figures run,
      List<Figures> runs,
      List<Figures> alarms,
      List<Figures> drift,
      List<Figures> months,
      List<Figures> groups) {}

  static RiskView of(Found found, RiskWords words) {
    Figures run = found.run();
    return new RiskView(
        run.moment("ran_at"),
        status(found, words),
        model(run, words),
        worth(run, words),
        decision(run, words),
        found.runs().stream().map(each -> run(each, words)).toList(),
        found.months().stream().map(month -> month(month, words)).toList(),
        found.drift().stream().map(feature -> feature(feature, words)).toList(),
        attributes(found.groups(), words));
  }

  private static String outcome(Figures run) {
    return !run.is("published") ? "stopped" : run.is("overridden") ? "overridden" : "published";
  }

  private static Status status(Found found, RiskWords words) {
    Figures run = found.run();
    return new Status(
        run.is("published"),
        words.say(
            "status." + outcome(run), words.count(run, "scored"), run.day("as_of").toString()),
        found.alarms().stream().map(words::alarm).toList());
  }

  private static List<Pair> model(Figures run, RiskWords words) {
    List<Pair> pairs = new ArrayList<>();
    pairs.add(new Pair(words.say("model.version"), run.text("model_version")));
    pairs.add(new Pair(words.say("model.since"), run.day("model_as_of").toString()));
    if (run.has("data_from")) {
      pairs.add(
          new Pair(
              words.say("model.learnt"),
              words.say(
                  "model.learnt-from",
                  words.count(run, "training_bills"),
                  run.day("data_from").toString(),
                  run.day("data_to").toString(),
                  run.day("learnt_through").toString())));
    }
    return pairs;
  }

  private static List<Worth> worth(Figures run, RiskWords words) {
    if (!run.has("auc")) {
      return List.of();
    }
    return List.of(
        new Worth(
            words.say("worth.auc"),
            words.decimal(run, "auc"),
            words.say(
                "worth.auc-beside",
                words.decimal(run, "past_late_share_auc"),
                words.decimal(run, "logistic_regression_auc"))),
        new Worth(
            words.say("worth.ece"),
            words.decimal(run, "ece"),
            words.say("worth.ece-beside", words.decimal(run, "ece_if_calibrated"))));
  }

  private static Decision decision(Figures run, RiskWords words) {
    String contest =
        run.has("contest_bills")
            ? words.say(
                "contest",
                run.text("champion"),
                run.text("challenger"),
                words.count(run, "contest_bills"),
                run.day("contest_from").toString(),
                run.day("contest_to").toString(),
                words.decimal(run, "champion_log_loss"),
                words.decimal(run, "challenger_log_loss"),
                words.decimal(run, "gain"),
                words.decimal(run, "gain_low"),
                words.decimal(run, "gain_high"))
            : "";
    return new Decision(words.decision(run), contest);
  }

  private static Run run(Figures run, RiskWords words) {
    return new Run(
        run.day("as_of").toString(),
        run.is("published"),
        words.say("outcome." + outcome(run)),
        run.text("model_version"),
        words.decision(run));
  }

  private static Month month(Figures month, RiskWords words) {
    double expected = month.number("expected");
    return new Month(
        month.text("month"),
        month.is("held_back"),
        words.say(month.is("held_back") ? "months.held-back" : "months.since"),
        words.count(month, "bills"),
        words.percent(month, "expected"),
        words.percent(month, "observed"),
        words.interval(month, "gap"),
        expected,
        month.number("observed"),
        expected + month.number("gap_low"),
        expected + month.number("gap_high"));
  }

  private static Feature feature(Figures drift, RiskWords words) {
    return new Feature(
        words.feature(drift.text("name")),
        words.decimal(drift, "psi"),
        words.decimal(drift, "usual"),
        words.decimal(drift, "bound"),
        words.verdict(drift),
        drift.has("bound") && drift.number("psi") > drift.number("bound"));
  }

  private static List<Attribute> attributes(List<Figures> groups, RiskWords words) {
    Map<String, List<Group>> byAttribute = new LinkedHashMap<>();
    for (Figures group : groups) {
      byAttribute
          .computeIfAbsent(words.attribute(group), _ -> new ArrayList<>())
          .add(group(group, words));
    }
    return byAttribute.entrySet().stream()
        .map(entry -> new Attribute(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Group group(Figures group, RiskWords words) {
    return new Group(
        words.group(group),
        words.say("groups.size", words.count(group, "bills"), words.count(group, "payers")),
        words.percent(group, "late_share"),
        words.interval(group, "gap"),
        group.has("ece")
            ? words.say(
                "groups.error",
                words.decimal(group, "ece"),
                words.decimal(group, "ece_if_calibrated"))
            : "–",
        words.interval(group, "false_positive"),
        words.interval(group, "false_positive_to_rest"),
        words.interval(group, "true_positive"),
        words.interval(group, "true_positive_to_rest"),
        group.number("gap"),
        group.number("gap_low"),
        group.number("gap_high"));
  }
}
