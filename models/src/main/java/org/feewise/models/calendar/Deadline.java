package org.feewise.models.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.feewise.models.words.Words;

/**
 * A deadline as it was stated and as the calendar moves it.
 *
 * @param statedOn the last day before days off were considered
 * @param effectiveOn the last day on which one is in time, Asia/Shanghai
 * @param extendedBy days added because three or more consecutive days off lie inside the period
 * @param unpublished years whose festivals were needed here and are not in the calendar
 */
public record Deadline(
    LocalDate statedOn, LocalDate effectiveOn, int extendedBy, SortedSet<Year> unpublished) {
  public Deadline {
    Objects.requireNonNull(statedOn, "statedOn");
    if (effectiveOn.isBefore(statedOn)) {
      throw new IllegalArgumentException(
          "effectiveOn " + effectiveOn + " is before statedOn " + statedOn);
    }
    unpublished = new TreeSet<>(unpublished);
  }

  /** A deadline that nothing moves. */
  public static Deadline fixed(LocalDate on) {
    return new Deadline(on, on, 0, new TreeSet<>());
  }

  public boolean moved() {
    return !effectiveOn.equals(statedOn);
  }

  /** Why the deadline moved, in a sentence; empty when it did not. */
  public Optional<String> reason(Locale locale) {
    if (!moved()) {
      return Optional.empty();
    }
    String key = extendedBy > 0 ? "deadline.extended" : "deadline.rolled";
    return Optional.of(
        words(locale).say(key, statedOn.toString(), effectiveOn.toString(), "" + extendedBy));
  }

  /** What the calendar could not know, in a sentence; empty when it knew everything needed. */
  public Optional<String> caveat(Locale locale) {
    if (unpublished.isEmpty()) {
      return Optional.empty();
    }
    Words words = words(locale);
    String years =
        unpublished.stream()
            .map(Year::toString)
            .collect(Collectors.joining(words.say("list.separator")));
    return Optional.of(words.say("deadline.unpublished", years));
  }

  private static Words words(Locale locale) {
    return Words.of(Deadline.class, "calendar", locale);
  }
}
