package org.feewise.assistant.reminders;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.feewise.models.risk.RiskReason;
import org.feewise.models.words.Words;

/**
 * Says the reasons behind a risk score to the citizen it is about: what raises the risk, is theirs
 * or the calendar's, and can be understood; never a probability, a habit or what others do.
 */
final class CitizenReasons {
  private static final double MOST = 100_000;

  /** The values of a feature that are told. */
  private record Told(double from, double to, boolean logarithmOfRatio) {
    static Told atLeast(int from) {
      return new Told(from, MOST, false);
    }

    static Told between(int from, int to) {
      return new Told(from, to, false);
    }

    static Told timesTheUsual(double least) {
      return new Told(Math.log(least), Math.log(MOST), true);
    }

    boolean holds(double value) {
      boolean sayable = logarithmOfRatio || value == Math.rint(value);
      return sayable && value >= from && value <= to;
    }

    Object said(double value) {
      return logarithmOfRatio
          ? BigDecimal.valueOf(Math.exp(value))
              .round(new MathContext(2))
              .stripTrailingZeros()
              .toPlainString()
          : Math.abs(Math.round(value));
    }
  }

  private static final Map<String, Told> TOLD =
      Map.ofEntries(
          entry("days_to_due", Told.between(0, 14)),
          entry("due_weekday", Told.between(6, 7)),
          entry("days_to_spring_festival", Told.between(-15, 15)),
          entry("payer_bills", Told.between(0, 0)),
          entry("payer_streak", Told.atLeast(1)),
          entry("payer_days_since_late", Told.between(1, 180)),
          entry("payer_days_late_last", Told.atLeast(1)),
          entry("payer_open_bills", Told.atLeast(1)),
          entry("payer_overdue_bills", Told.atLeast(1)),
          entry("payer_overdue_days", Told.atLeast(1)),
          entry("amount_against_usual", Told.timesTheUsual(1.5)),
          entry("amount_against_usual_fee_type", Told.timesTheUsual(1.5)),
          entry("payer_late_bills_180d", Told.atLeast(1)),
          entry("payer_partly_paid_bills", Told.atLeast(1)),
          entry("payer_plans_broken", Told.atLeast(1)),
          entry("due_days_to_payday", Told.between(1, 10)),
          entry("paydays_to_due", Told.between(0, 0)),
          entry("due_days_to_break", Told.between(-7, 7)));

  /** The reminder itself says it, counted to the day it is sent. */
  private static final Set<String> SAID_BY_THE_REMINDER =
      Set.of("already_overdue", "amount_log", "fee_type");

  /** About the payer's kind, or what other people do: not the citizen's doing. */
  private static final Set<String> ABOUT_GROUPS =
      Set.of(
          "payer_kind",
          "fee_type_late_share",
          "district_late_share",
          "district_fee_type_late_share");

  /** Averages that lean on others', and habits: neither plain nor kind to be told. */
  private static final Set<String> ESTIMATES_AND_HABITS =
      Set.of(
          "payer_late_share",
          "payer_late_share_recent",
          "payer_late_share_fee_type",
          "payer_late_share_channel",
          "payer_late_share_reminded",
          "payer_days_late_mean",
          "payer_days_late_recent",
          "payer_days_late_p80",
          "payer_days_late_spread",
          "payer_reminded_share",
          "payer_split_share",
          "payer_parts_share",
          "payer_open_paid_share",
          "payer_days_after_reminder",
          "payer_reminders_read_share",
          "last_channel");

  /** Facts that give no reason by themselves. */
  private static final Set<String> NO_REASON_BY_THEMSELVES =
      Set.of(
          "issue_weekday",
          "issue_day_of_month",
          "issue_month",
          "due_day_of_month",
          "payer_judged_bills",
          "payer_judged_bills_180d",
          "payer_days_since_bill",
          "payer_plans_accepted",
          "payer_plans_kept",
          "due_days_after_payday",
          "period_month",
          "period_days",
          "issue_days_after_period");

  /** Whether a citizen may be told of each feature. */
  static final Map<String, Boolean> DECIDED =
      Stream.concat(
              TOLD.keySet().stream().map(feature -> entry(feature, true)),
              Stream.of(
                      SAID_BY_THE_REMINDER,
                      ABOUT_GROUPS,
                      ESTIMATES_AND_HABITS,
                      NO_REASON_BY_THEMSELVES)
                  .flatMap(Set::stream)
                  .map(feature -> entry(feature, false)))
          .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private final Words words;

  CitizenReasons(Locale locale) {
    this.words = Words.of(CitizenReasons.class, "reasons", locale);
  }

  /** A sentence for each reason that is told, in the given order; none where none is. */
  List<String> sentences(List<RiskReason> reasons) {
    return reasons.stream().flatMap(reason -> sentence(reason).stream()).toList();
  }

  private Optional<String> sentence(RiskReason reason) {
    Told told = TOLD.get(reason.feature());
    if (told == null || reason.contribution() <= 0) {
      return Optional.empty();
    }
    return reason
        .number()
        .filter(told::holds)
        .map(value -> words.say(key(reason.feature(), value), told.said(value)));
  }

  private String key(String feature, double value) {
    String side = feature + (value < 0 ? ".after" : ".same-day");
    return value <= 0 && words.has(side) ? side : feature;
  }
}
