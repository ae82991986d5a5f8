package org.feewise.assistant.bills;

import java.math.BigDecimal;
import org.feewise.models.fees.catalogue.FeeRule;
import org.feewise.models.words.Words;

/** Words a surcharge rule in one sentence. */
record RuleSentence(Words words) {

  String of(FeeRule.Surcharge rule) {
    return switch (rule.daily()) {
      case FeeRule.DailyRate.None none ->
          rule.instead()
              .map(instead -> words.say("rule.instead", instead.in(words.locale())))
              .orElseGet(() -> words.say("rule.none"));
      case FeeRule.DailyRate.Flat flat -> words.say("rule.flat", percent(flat.rate())) + cap(rule);
      case FeeRule.DailyRate.ByYear years ->
          words.say("rule.by-year", percent(years.thisYear()), percent(years.earlierYears()))
              + cap(rule);
    };
  }

  private String cap(FeeRule.Surcharge rule) {
    return switch (rule.cap()) {
      case NONE -> "";
      case PRINCIPAL -> words.say("rule.cap");
    };
  }

  private static String percent(BigDecimal rate) {
    return rate.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }
}
