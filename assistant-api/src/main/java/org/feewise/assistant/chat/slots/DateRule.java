package org.feewise.assistant.chat.slots;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One way of saying a time: how it looks, and which days it means as seen from today. */
record DateRule(Pattern pattern, BiFunction<Matcher, LocalDate, Optional<When>> reading) {

  /** A time found in a text. */
  record Found(int start, int end, When when) {}

  static DateRule of(String pattern, BiFunction<Matcher, LocalDate, Optional<When>> reading) {
    return new DateRule(Pattern.compile(pattern), reading);
  }

  /** A rule whose days do not depend on whether the talk is of the past or of the future. */
  static DateRule exact(String pattern, BiFunction<Matcher, LocalDate, DateRange> reading) {
    return of(pattern, (match, today) -> Optional.of(When.exactly(reading.apply(match, today))));
  }

  /** The longest time said at a place in the text, by any of the rules. */
  static Optional<Found> longestAt(List<DateRule> rules, String text, int start, LocalDate today) {
    Found longest = null;
    for (DateRule rule : rules) {
      Matcher matcher = rule.pattern.matcher(text).useTransparentBounds(true);
      matcher.region(start, text.length());
      if (matcher.lookingAt() && (longest == null || matcher.end() > longest.end)) {
        Optional<When> when = safely(rule, matcher, today);
        if (when.isPresent()) {
          longest = new Found(start, matcher.end(), when.get());
        }
      }
    }
    return Optional.ofNullable(longest);
  }

  private static Optional<When> safely(DateRule rule, Matcher matcher, LocalDate today) {
    try {
      return rule.reading.apply(matcher, today);
    } catch (java.time.DateTimeException | IllegalArgumentException noSuchDay) {
      return Optional.empty();
    }
  }
}
