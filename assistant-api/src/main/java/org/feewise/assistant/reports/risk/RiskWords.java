package org.feewise.assistant.reports.risk;

import java.text.NumberFormat;
import java.util.Locale;
import org.feewise.models.words.Words;

/** What the analyst reads about the risk model, in one language. */
final class RiskWords {
  private static final double STABLE = 0.1;
  private static final double MAJOR = 0.25;

  private final Words words;

  RiskWords(Locale locale) {
    this.words = Words.of(RiskWords.class, "risk", locale);
  }

  String say(String key, Object... arguments) {
    return words.say(key, arguments);
  }

  Words words() {
    return words;
  }

  /** The name of a feature; one without a name is called as programs call it. */
  String feature(String name) {
    return words.has("feature." + name) ? words.say("feature." + name) : name;
  }

  String attribute(Figures group) {
    return words.say("attribute." + group.text("attribute"));
  }

  /** The name of a group of payers. */
  String group(Figures group) {
    String name = group.text("group_name");
    String key = "group." + group.text("attribute") + "." + name;
    if (words.has(key)) {
      return words.say(key);
    }
    return words.has("group." + name) ? words.say("group." + name) : name;
  }

  /** How far a feature has moved. */
  String verdict(Figures drift) {
    double psi = drift.number("psi");
    if (drift.has("bound") && psi > drift.number("bound")) {
      return say("verdict.out");
    }
    if (psi < STABLE) {
      return say("verdict.stable");
    }
    return say(
        psi < MAJOR ? "verdict.some" : drift.has("bound") ? "verdict.usual" : "verdict.untold");
  }

  /** Who scores since a run, and why. */
  String decision(Figures run) {
    return run.has("reason")
        ? say("reason." + run.text("reason"), run.has("detail") ? run.text("detail") : "")
        : say("reason.BASE_RATE");
  }

  /** What was out of bounds. */
  String alarm(Figures alarm) {
    return say(
        "alarm." + alarm.text("kind"),
        feature(alarm.text("name")),
        decimal(alarm.number("value")),
        decimal(alarm.number("bound")));
  }

  String decimal(double value) {
    return rounded(NumberFormat.getNumberInstance(words.locale()), 3, value);
  }

  String decimal(Figures row, String column) {
    return row.has(column) ? decimal(row.number(column)) : "–";
  }

  String percent(Figures row, String column) {
    return row.has(column) ? percent(row.number(column)) : "–";
  }

  String count(Figures row, String column) {
    return NumberFormat.getIntegerInstance(words.locale()).format(row.count(column));
  }

  /** A share with its interval, such as 12.0% (9.1% to 15.6%). */
  String interval(Figures row, String column) {
    return row.has(column)
        ? say(
            "interval",
            percent(row.number(column)),
            percent(row.number(column + "_low")),
            percent(row.number(column + "_high")))
        : "–";
  }

  private String percent(double share) {
    return rounded(NumberFormat.getPercentInstance(words.locale()), 1, share);
  }

  private static String rounded(NumberFormat format, int decimals, double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(value);
  }
}
