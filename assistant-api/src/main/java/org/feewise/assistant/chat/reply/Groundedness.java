package org.feewise.assistant.chat.reply;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
          "[¥￥$] ?(\\d[\\d,]*(?:\\.\\d+)?)|(\\d[\\d,]*(?:\\.\\d+)?) ?(?:元|块|圆|yuan|cny|rmb)|(?:cny|rmb) ?(\\d[\\d,]*(?:\\.\\d+)?)|(?<![\\d.])(\\d[\\d,]*\\.\\d{2})(?![\\d.%‰])");

  /** The number of a line in a list. */
  private static final Pattern ORDINAL = Pattern.compile("(?m)^\\s*\\d{1,2}[.、)）]");

  private static final Pattern WORD = Pattern.compile("[a-z0-9]+(?:[.,:/_-]+[a-z0-9]+)*");
  private static final Pattern DIGIT = Pattern.compile("\\d");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:,\\d{3})*(?:\\.\\d+)?");

  private final List<String> withoutDates = new ArrayList<>();
  private final Set<BigDecimal> amounts = new HashSet<>();
  private final Set<BigDecimal> rates = new HashSet<>();
  private final Set<LocalDate> dates = new HashSet<>();
  private final Set<MonthDay> daysOfAnyYear = new HashSet<>();

  /** The texts a reply may rest on. */
  public Groundedness(Collection<String> sources) {
    for (String source : sources) {
      String text = source.toLowerCase(Locale.ROOT);
      for (Day day : dates(text)) {
        if (day.date == null) {
          daysOfAnyYear.add(day.monthDay);
        } else {
          dates.add(day.date);
        }
      }
      String rest = withoutDates(text);
      Rate.in(rest).stream().map(Rate::fraction).forEach(rates::add);
      Matcher matcher = AMOUNT.matcher(rest);
      while (matcher.find()) {
        amounts.add(number(firstGroup(matcher)));
      }
      withoutDates.add(rest);
    }
  }

  /** The amounts, dates and rates of a reply that stand nowhere else; empty when all do. */
  public List<String> unsupported(String reply) {
    String text = reply.toLowerCase(Locale.ROOT);
    List<String> unsupported = new ArrayList<>();
    dates(text).stream().filter(day -> !isKnown(day)).forEach(day -> unsupported.add(day.text));
    String rest = withoutDates(text);
    Rate.in(rest).stream()
        .filter(rate -> !rates.contains(rate.fraction()))
        .forEach(rate -> unsupported.add(rate.text()));
    Matcher matcher = AMOUNT.matcher(rest);
    while (matcher.find()) {
      if (!amounts.contains(number(firstGroup(matcher)))) {
        unsupported.add(matcher.group());
      }
    }
    return unsupported;
  }

  /**
   * The amounts, dates and rates of a reply that stand nowhere else, and every other number or code
   * with digits that does not: for words of a model that is not ours.
   */
  public List<String> unsupportedToTheDigit(String reply) {
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
    for (Pattern pattern : List.of(ISO_DATE, CHINESE_DATE, MONTH_FIRST, DAY_FIRST)) {
      rest = pattern.matcher(rest).replaceAll(" ");
    }
    return rest;
  }

  private record Day(String text, LocalDate date, MonthDay monthDay) {}

  private static List<Day> dates(String text) {
    List<Day> days = new ArrayList<>();
    find(ISO_DATE, text, days, 1, 2, 3);
    find(CHINESE_DATE, text, days, 1, 2, 3);
    find(MONTH_FIRST, text, days, 3, 1, 2);
    find(DAY_FIRST, text, days, 3, 2, 1);
    return days;
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
