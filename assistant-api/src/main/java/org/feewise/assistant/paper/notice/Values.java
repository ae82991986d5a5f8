package org.feewise.assistant.paper.notice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feewise.models.money.Money;

/** Finds amounts, days, periods and numbers in a passage, mending characters that look alike. */
final class Values {
  private static final String YEAR = "(?:19|2[0o])[0-9oil]{2}";
  private static final String DAY_PARTS =
      "(" + YEAR + ")[-/.年]([0-9oil]{1,2})[-/.月]([0-9oil]{1,2})(?:日|号)?(?![0-9])";
  private static final String MONTHS =
      "(jan|feb|mar|apr|may|jun|jul|aug|sep|[o0]ct|n[o0]v|dec)[a-z]{0,6}";
  private static final Pattern DAY = Pattern.compile("(?<![0-9])" + DAY_PARTS);
  private static final Pattern ENGLISH_DAY =
      Pattern.compile("(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?" + MONTHS + "[.,]?(" + YEAR + ")(?!\\d)");
  private static final Pattern AMERICAN_DAY =
      Pattern.compile(MONTHS + "\\.?(\\d{1,2})(?:st|nd|rd|th)?[.,]?(" + YEAR + ")(?!\\d)");
  private static final Pattern DAYS =
      Pattern.compile("(?<![0-9])" + DAY_PARTS + "(?:至|到|-{1,2}|~|—|–|to|until)" + DAY_PARTS);
  private static final Pattern MONTH =
      Pattern.compile("(?<![0-9.,])(" + YEAR + ")[-/.年](\\d{1,2}+)月?+份?+(?![0-9日/.-])");
  private static final Pattern ONE_YEAR =
      Pattern.compile("(?<![0-9.,])(" + YEAR + ")(?:年度?+)?+(?![0-9.,/月-])");
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<![0-9.,])(?:(¥|cny|rmb|人民币|y(?=\\d)):?)?"
              + "((?:(?<=¥)[oil]|[0-9])(?:[0-9oil]{0,2}(?:[,.][0-9oil]{3}){1,3}|[0-9oil]{0,8}))"
              + "([.,。][0-9oil]{2})?(?![0-9.])(元|cny|yuan|rmb)?");
  private static final Pattern NUMBER =
      Pattern.compile("[a-z0-9][a-z0-9\\-\\[\\]()/]{4,}[a-z0-9](?![a-z0-9]|[.,]\\d)");
  private static final Pattern LETTER_NUMBER =
      Pattern.compile("\\p{IsHan}{1,8}[\\[(]\\d{4}[\\])]第?\\d{1,10}(?:-\\d+)?号");
  private static final List<String> MONTH_NAMES =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final int LEAST_DIGITS = 6;

  private final Passage passage;
  private final List<Spot> labels;
  private final List<Value> found = new ArrayList<>();

  private Values(Passage passage, List<Spot> labels) {
    this.passage = passage;
    this.labels = labels;
  }

  /**
   * What a passage has, in the order it stands there.
   *
   * @param labels names in the same passage; no number begins inside one
   */
  static List<Value> in(Passage passage, List<Spot> labels) {
    Values values = new Values(passage, labels);
    values.ranges();
    values.days();
    values.months();
    values.numbers();
    values.amounts();
    values.found.sort(Comparator.comparingInt(value -> value.spot().start()));
    return values.found;
  }

  private void ranges() {
    each(
        DAYS,
        (matcher, spot) -> {
          Optional<LocalDate> from = day(matcher.group(1), matcher.group(2), matcher.group(3));
          Optional<LocalDate> to = day(matcher.group(4), matcher.group(5), matcher.group(6));
          if (from.isPresent() && to.isPresent() && !to.get().isBefore(from.get())) {
            add(Value.Kind.PERIOD, from.get() + "/" + to.get(), spot);
          }
        });
  }

  private void months() {
    each(
        MONTH,
        (matcher, spot) -> {
          int month = Integer.parseInt(matcher.group(2));
          if (month >= 1 && month <= 12) {
            int year = Integer.parseInt(mended(matcher.group(1)));
            add(Value.Kind.PERIOD, YearMonth.of(year, month).toString(), spot);
          }
        });
    each(ONE_YEAR, (matcher, spot) -> add(Value.Kind.PERIOD, mended(matcher.group(1)), spot));
  }

  private void days() {
    each(
        DAY,
        (matcher, spot) ->
            day(matcher.group(1), matcher.group(2), matcher.group(3))
                .ifPresent(day -> add(Value.Kind.DAY, day.toString(), spot)));
    each(
        ENGLISH_DAY,
        (matcher, spot) ->
            day(matcher.group(3), month(matcher.group(2)), matcher.group(1))
                .ifPresent(day -> add(Value.Kind.DAY, day.toString(), spot)));
    each(
        AMERICAN_DAY,
        (matcher, spot) ->
            day(matcher.group(3), month(matcher.group(1)), matcher.group(2))
                .ifPresent(day -> add(Value.Kind.DAY, day.toString(), spot)));
  }

  private void numbers() {
    each(LETTER_NUMBER, (matcher, spot) -> add(Value.Kind.NUMBER, spot.text(), spot));
    Matcher matcher = NUMBER.matcher(passage.text());
    for (Spot label : labels) {
      if (matcher.region(label.end(), passage.text().length()).lookingAt()) {
        number(new Spot(passage, matcher.start(), matcher.end()));
      }
    }
    each(
        NUMBER,
        (found, spot) -> {
          if (spot.start() == 0 || !isLatin(passage.text().charAt(spot.start() - 1))) {
            number(spot);
          }
        });
  }

  private static boolean isLatin(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c == ',';
  }

  private void number(Spot spot) {
    String number = code(spot.text());
    if (number.chars().filter(Character::isDigit).count() >= LEAST_DIGITS
        && labels.stream().noneMatch(spot::overlaps)) {
      add(Value.Kind.NUMBER, number, spot);
    }
  }

  private void amounts() {
    each(
        AMOUNT,
        (matcher, spot) -> {
          boolean named = matcher.group(1) != null || matcher.group(4) != null;
          boolean withFen = matcher.group(3) != null;
          if (!named && !withFen
              || mended(matcher.group(2)).chars().noneMatch(Character::isDigit)) {
            return;
          }
          String yuan = mended(matcher.group(2)).replaceAll("[,.]", "");
          String fen = withFen ? "." + mended(matcher.group(3).substring(1)) : "";
          add(Value.Kind.AMOUNT, Money.parse(yuan + fen).toString(), spot);
        });
  }

  private interface Reading {
    void of(Matcher matcher, Spot spot);
  }

  private void each(Pattern pattern, Reading reading) {
    Matcher matcher = pattern.matcher(passage.text());
    while (matcher.find()) {
      reading.of(matcher, new Spot(passage, matcher.start(), matcher.end()));
    }
  }

  private void add(Value.Kind kind, String text, Spot spot) {
    if (found.stream().noneMatch(other -> other.spot().overlaps(spot))) {
      boolean mended = kind != Value.Kind.NUMBER && !spot.text().equals(mended(spot.text()));
      found.add(new Value(kind, text, spot, mended && kind == Value.Kind.AMOUNT));
    }
  }

  /** Letters that stand where only digits can. */
  private static String mended(String text) {
    return text.replace('o', '0').replace('i', '1').replace('l', '1');
  }

  /** A number in capitals; letters among its digits are digits that were misread. */
  static String code(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    Matcher parts = Pattern.compile("([A-Z]{2}-?|[A-Z]{1,4}?-?)([0-9OIL]{6,})").matcher(upper);
    return parts.matches()
        ? parts.group(1) + mended(parts.group(2).toLowerCase(Locale.ROOT))
        : upper;
  }

  private static String month(String name) {
    return Integer.toString(MONTH_NAMES.indexOf(name.replace('0', 'o')) + 1);
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(mended(year)),
              Integer.parseInt(mended(month)),
              Integer.parseInt(mended(day))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
