package org.feewise.models.fees;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.feewise.models.fees.catalogue.FeeRule;
import org.feewise.models.fees.catalogue.LawArticle;
import org.feewise.models.words.Words;

/** Words an assessment in one language: base, rate, days, cap, rounding, law. */
final class SurchargeSentences {
  private final SurchargeAssessment told;
  private final Words words;
  private final List<String> steps = new ArrayList<>();

  SurchargeSentences(SurchargeAssessment told, Locale locale) {
    this.told = told;
    this.words = Words.of(SurchargeAssessment.class, "surcharges", locale);
  }

  static String lawSeparator(Locale locale) {
    return Words.of(LawArticle.class, "catalogue", locale).say("law.separator");
  }

  String text() {
    return String.join(words.say("separator"), steps());
  }

  List<String> steps() {
    if (steps.isEmpty()) {
      deadline();
      lateness();
      told.spans().forEach(this::span);
      limits();
      if (told.lateDays() > 0 && told.rule().ground().isExample()) {
        say("example");
      }
      told.deadline().caveat(words.locale()).ifPresent(steps::add);
      say("law", told.legalBasis(words.locale()));
    }
    return List.copyOf(steps);
  }

  private void deadline() {
    SurchargeQuestion asked = told.question();
    String title = told.title().in(words.locale());
    String stated = told.deadline().statedOn().toString();
    Optional<Integer> days = told.deadlineRule().daysAfterDecision();
    if (days.isPresent() && asked.due().decisionOn().isPresent()) {
      say(
          "opening.decision",
          title,
          asked.principal().toString(),
          stated,
          asked.due().decisionOn().get().toString(),
          days.get().toString());
    } else {
      say("opening", title, asked.principal().toString(), stated);
    }
    told.relief().ifPresent(this::relief);
    asked.rulings().deferredUntil().ifPresent(day -> say("deferred", day.toString()));
    told.deadline().reason(words.locale()).ifPresent(steps::add);
  }

  private void relief(GrantedRelief granted) {
    FeeRule.Relief rule = granted.rule();
    say(
        "relief",
        words.sayKey("circumstance", rule.circumstance()),
        rule.grantedBy().in(words.locale()),
        granted.principal().toString(),
        percent(rule.share().orElseThrow()),
        granted.amount().toString(),
        granted.rest().toString(),
        rule.ground().cite(words.locale()));
  }

  private void lateness() {
    String day = told.question().asOf().toString();
    String days = Long.toString(told.lateDays());
    if (told.lateDays() == 0) {
      say("late.none", day, term());
    } else if (told.spans().isEmpty()) {
      say("late.free", day, days, term());
      told.rule().instead().ifPresent(instead -> say("instead", instead.in(words.locale())));
    } else {
      say("late.days", day, days);
    }
  }

  private void span(SurchargeSpan span) {
    String from = span.from().toString();
    String to = span.to().toString();
    String days = Long.toString(span.days());
    span.waiver().ifPresent(waiver -> waiver(waiver, from, to, days));
    if (span.chargedShare().signum() > 0) {
      say(
          span.waiver().isPresent() ? "step.reduced" : "step",
          from,
          to,
          span.principal().toString(),
          percent(span.dailyRate()),
          days,
          plain(span.amount()),
          percent(span.chargedShare()));
    }
  }

  private void waiver(FeeRule.Waiver waiver, String from, String to, String days) {
    say(
        waiver.share().compareTo(BigDecimal.ONE) == 0 ? "waived" : "waived.share",
        from,
        to,
        days,
        waiver.reason().in(words.locale()),
        percent(waiver.share()),
        waiver.grantedBy().in(words.locale()),
        waiver.ground().cite(words.locale()));
  }

  private void limits() {
    if (told.spans().isEmpty()) {
      return;
    }
    if (told.spans().size() > 1) {
      say("sum", plain(told.accrued()));
    }
    if (told.accrued().compareTo(told.floor().toYuan()) < 0) {
      say("minimum", told.floor().toString());
    }
    if (told.capped()) {
      say("capped", term(), told.cap().orElseThrow().toString());
    }
    say(told.rounded() ? "rounded" : "result", term(), told.surcharge().toString());
  }

  private String term() {
    return words.say("term." + told.rule().term().name());
  }

  private void say(String key, Object... arguments) {
    steps.add(words.say(key, arguments));
  }

  /** A rate as percent, such as 0.05%. */
  private static String percent(BigDecimal rate) {
    return rate.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }

  /** An amount of yuan with at least two decimal places and no fewer than it needs. */
  private static String plain(BigDecimal yuan) {
    BigDecimal shortest = yuan.stripTrailingZeros();
    return (shortest.scale() < 2 ? shortest.setScale(2) : shortest).toPlainString();
  }
}
