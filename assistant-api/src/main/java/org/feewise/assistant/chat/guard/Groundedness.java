package org.feewise.assistant.chat.guard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks that every amount, date and rate in a reply stands in what it may rest on: tool results,
 * cited documents and what the citizen said.
 */
public final class Groundedness {
  private static final Pattern ISO_DATE = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})");
  private static final Pattern CHINESE_DATE =
      Pattern.compile("(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})[日号]");
  private static final String MONTHS =
      "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
  private static final Pattern MONTH_FIRST =
      Pattern.compile("\\b" + MONTHS + " (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4}))?");
  private static final Pattern DAY_FIRST =
      Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?" + MONTHS + "(?:,? (\\d{4}))?");
  private static final Pattern AMOUNT =
      Pattern.compile(
          "[¥￥$] ?(\\d[\\d,]*(?:\\.\\d+)?)|(\\d[\\d,]*(?:\\.\\d+)?) ?(?:元|块|圆|yuan|cny|rmb)|(?:cny|rmb) ?(\\d[\\d,]*(?:\\.\\d+)?)|(?<![\\d.])(\\d[\\d,]*\\.\\d{2})(?![\\d.]| ?[%‰])");

  /** The number of a line in a list. */
  private static final Pattern ORDINAL = Pattern.compile("(?m)^\\s*\\d{1,2}[.、)）](?!\\d)");

  private static final Pattern WORD = Pattern.compile("[a-z0-9]+(?:[.,:/_-]+[a-z0-9]+)*");
  private static final Pattern DIGIT = Pattern.compile("\\d");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:,\\d{3})*(?:\\.\\d+)?");

  private final Deque<String> unread;
  private final List<String> withoutDates = new ArrayList<>();
  private final Set<BigDecimal> amounts = new HashSet<>();
  private final Set<BigDecimal> rates = new HashSet<>();
  private final Set<LocalDate> dates = new HashSet<>();
  private final Set<MonthDay> daysOfAnyYear = new HashSet<>();

  /** The texts a reply may rest on, those first that most of its figures come from. */
  public Groundedness(Collection<String> sources) {
    unread = new ArrayDeque<>(sources);
  }

  /** What a text states in figures. */
  private record Stated(List<Day> days, List<Rate> rates, List<Amount> amounts, String rest) {
    static Stated of(String said) {
      String text = said.toLowerCase(Locale.ROOT);
      String rest = withoutDates(text);
      List<Amount> amounts = new ArrayList<>();
      Matcher matcher = AMOUNT.matcher(rest);
      while (matcher.find()) {
        amounts.add(new Amount(matcher.group(), number(firstGroup(matcher))));
      }
      return new Stated(Groundedness.dates(text), Rate.in(rest), amounts, rest);
    }
  }

  private record Amount(String text, BigDecimal value) {}

  private void readNext() {
    Stated source = Stated.of(unread.removeFirst());
    for (Day day : source.days) {
      if (day.date == null) {
        daysOfAnyYear.add(day.monthDay);
      } else {
        dates.add(day.date);
      }
    }
    source.rates.stream().map(Rate::fraction).forEach(rates::add);
    source.amounts.stream().map(Amount::value).forEach(amounts::add);
    withoutDates.add(source.rest);
  }

  /**
   * The amounts, dates and rates of a reply that stand nowhere else; empty when all do. No more
   * sources are read than that takes.
   */
  public List<String> unsupported(String reply) {
    Stated said = Stated.of(reply);
    List<String> unsupported = unsupported(said);
    while (!unsupported.isEmpty() && !unread.isEmpty()) {
      readNext();
      unsupported = unsupported(said);
    }
    return unsupported;
  }

  private List<String> unsupported(Stated said) {
    Stream<String> days = said.days.stream().filter(day -> !isKnown(day)).map(Day::text);
    Stream<String> shares =
        said.rates.stream().filter(rate -> !rates.contains(rate.fraction())).map(Rate::text);
    Stream<String> sums =
        said.amounts.stream().filter(one -> !amounts.contains(one.value)).map(Amount::text);
    return Stream.of(days, shares, sums).flatMap(Function.identity()).toList();
  }

  /**
   * The amounts, dates and rates of a reply that stand nowhere else, and every other number or code
   * with digits that does not: for words of a model that is not ours.
   */
  public List<String> unsupportedToTheDigit(String reply) {
    while (!unread.isEmpty()) {
      readNext();
    }
    List<String> unsupported = new ArrayList<>(unsupported(reply));
    String text = ORDINAL.matcher(reply.toLowerCase(Locale.ROOT)).replaceAll(" ");
    String rest = AMOUNT.matcher(withoutDates(text)).replaceAll(" ");
    for (Rate rate : Rate.in(rest)) {
      rest = rest.replace(rate.text(), " ");
    }
    Set<String> known = knownWords();
    wordsWithDigits(rest).stream().filter(word -> !known.contains(word)).forEach(unsupported::add);
    return unsupported;
  }

  /** The words with a digit of the sources, and the years and months of their dates. */
  private Set<String> knownWords() {
    Set<String> known = new HashSet<>();
    withoutDates.forEach(text -> known.addAll(wordsWithDigits(text)));
    for (LocalDate date : dates) {
      known.addAll(wordsWithDigits(date.getYear() + " " + date.getMonthValue()));
    }
    return known;
  }

  /** The words of a text that have a digit; a number without its commas and trailing zeros. */
  private static List<String> wordsWithDigits(String text) {
    return WORD.matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(word -> DIGIT.matcher(word).find())
        .map(word -> NUMBER.matcher(word).matches() ? number(word).toPlainString() : word)
        .toList();
  }

  private boolean isKnown(Day day) {
    return day.date != null
        ? dates.contains(day.date)
        : daysOfAnyYear.contains(day.monthDay)
            || dates.stream().anyMatch(d -> MonthDay.from(d).equals(day.monthDay));
  }

  private static String withoutDates(String text) {
    String rest = text;
    for (Pattern pattern : dated(text)) {
      rest = pattern.matcher(rest).replaceAll(" ");
    }
    return rest;
  }

  /** The forms of dates that a text can have at all, which is quicker to see than to search. */
  private static List<Pattern> dated(String text) {
    List<Pattern> forms = new ArrayList<>(List.of(ISO_DATE));
    if (text.indexOf('月') >= 0) {
      forms.add(CHINESE_DATE);
    }
    if (hasWordBesideNumber(text)) {
      forms.addAll(List.of(MONTH_FIRST, DAY_FIRST));
    }
    return forms;
  }

  /** Whether a space has a digit before or after it, or an ending such as that of "3rd". */
  private static boolean hasWordBesideNumber(String text) {
    for (int at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
      boolean before = at > 0 && isDigitOrEnding(text, at - 1);
      if (before || (at + 1 < text.length() && Character.isDigit(text.charAt(at + 1)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigitOrEnding(String text, int at) {
    return Character.isDigit(text.charAt(at))
        || (at > 1
            && Character.isDigit(text.charAt(at - 2))
            && "tdh".indexOf(text.charAt(at)) >= 0);
  }

  private record Day(String text, LocalDate date, MonthDay monthDay) {}

  private static List<Day> dates(String text) {
    List<Day> days = new ArrayList<>();
    for (Pattern form : dated(text)) {
      if (form == MONTH_FIRST) {
        find(form, text, days, 3, 1, 2);
      } else if (form == DAY_FIRST) {
        find(form, text, days, 3, 2, 1);
      } else {
        find(form, text, days, 1, 2, 3);
      }
    }
    return days;
  }

  /** What tells of each day of a text in lower case whether it is that day. */
  static List<Predicate<LocalDate>> daysIn(String text) {
    return dates(text).stream()
        .<Predicate<LocalDate>>map(
            day ->
                day.date == null
                    ? other -> MonthDay.from(other).equals(day.monthDay)
                    : day.date::equals)
        .toList();
  }

  private static void find(
      Pattern pattern, String text, List<Day> days, int year, int month, int day) {
    Matcher m = pattern.matcher(text);
    while (m.find()) {
      try {
        int monthOfYear = month(m.group(month));
        int dayOfMonth = Integer.parseInt(m.group(day));
        days.add(
            m.group(year) == null
                ? new Day(m.group(), null, MonthDay.of(monthOfYear, dayOfMonth))
                : new Day(
                    m.group(),
                    LocalDate.of(Integer.parseInt(m.group(year)), monthOfYear, dayOfMonth),
                    null));
      } catch (java.time.DateTimeException noSuchDay) {
        days.add(new Day(m.group(), LocalDate.MIN, null));
      }
    }
  }

  private static int month(String text) {
    return Character.isDigit(text.charAt(0))
        ? Integer.parseInt(text)
        : "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(text) / 3 + 1;
  }

  private static String firstGroup(Matcher matcher) {
    for (int g = 1; g <= matcher.groupCount(); g++) {
      if (matcher.group(g) != null) {
        return matcher.group(g);
      }
    }
    throw new IllegalStateException("an amount without digits");
  }

  private static BigDecimal number(String text) {
    BigDecimal number = new BigDecimal(text.replace(",", "")).stripTrailingZeros();
    return number.scale() < 0 ? number.setScale(0) : number;
  }
}
