package org.feewise.assistant.chat.slots;

import static org.feewise.assistant.chat.slots.DateRule.exact;
import static org.feewise.assistant.chat.slots.DateRule.of;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways of saying a time in English. */
final class EnglishDates {
  private static final String MONTH =
      "(january|february|march|april|may|june|july|august|september|october|november|december"
          + "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?";
  private static final String NTH = "(\\d{1,2})(?:st|nd|rd|th)?\\b";
  private static final String YEAR =
      "(?:,? ?(?:of |in )?(20\\d{2}|this year|last year|next year))?";
  private static final String COUNT =
      "(\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a|a couple of|couple of)";
  private static final String WEEKDAY =
      "(monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|fri|sat|sun)\\b";
  private static final String FESTIVAL =
      "(?<!happy |merry )(chinese new year's eve|spring festival|chinese new year|lunar new year|new year|labou?r day|may day"
          + "|national day|qingming|tomb sweeping day|dragon boat festival|mid-autumn festival|mid-autumn"
          + "|moon festival|lantern festival|christmas)(?:'s day)?";
  private static final Map<String, Integer> QUARTERS =
      Map.of(
          "first", 1, "1st", 1, "second", 2, "2nd", 2, "third", 3, "3rd", 3, "fourth", 4, "4th", 4,
          "last", 4);

  private EnglishDates() {}

  static List<DateRule> rules() {
    return Stream.of(months(), days(), years(), spans(), festivals())
        .flatMap(List::stream)
        .toList();
  }

  private static List<DateRule> months() {
    return List.of(
        of(
            "\\b(?!may\\b)" + MONTH + YEAR,
            (m, today) -> inYear(m.group(2), today, y -> month(y, m.group(1)))),
        of(
            "(?<=\\b(?:in|of|for|since|from|to|last|my|the|until|through|and|'s) )(may)\\b" + YEAR,
            (m, today) -> inYear(m.group(2), today, y -> month(y, m.group(1)))),
        of(
            "\\b(may)(?='s\\b| bill| 20\\d\\d| electric| water| gas| heat)",
            (m, today) -> inYear(null, today, y -> month(y, m.group(1)))),
        exact(
            "\\b(this|current|last|previous|past|next|coming) month(?:'s)?\\b",
            (m, today) -> DateRange.month(YearMonth.from(today).plusMonths(shift(m.group(1))))),
        exact(
            "\\b(?:the )?month before last\\b",
            (m, today) -> DateRange.month(YearMonth.from(today).minusMonths(2))),
        exact(
            "\\b(?:the )?(end|start|beginning|middle) of (?:the|this|next|last) month\\b",
            (m, today) -> {
              YearMonth month =
                  YearMonth.from(today)
                      .plusMonths(
                          m.group().contains("next") ? 1 : m.group().contains("last") ? -1 : 0);
              return switch (m.group(1)) {
                case "end" -> DateRange.day(month.atEndOfMonth());
                case "middle" -> new DateRange(month.atDay(11), month.atDay(20));
                default -> new DateRange(month.atDay(1), month.atDay(10));
              };
            }),
        exact(
            "\\b(?:month[- ]end|month's end|end of month)\\b",
            (m, today) -> DateRange.day(YearMonth.from(today).atEndOfMonth())),
        of(
            "\\b(?:the )?end of " + MONTH,
            (m, today) ->
                inYear(
                    null,
                    today,
                    y -> DateRange.day(YearMonth.of(y, monthNumber(m.group(1))).atEndOfMonth()))),
        exact(
            "(?<!\\d)(20\\d{2})[-/](\\d{1,2})(?![-/\\d])",
            (m, today) -> DateRange.month(YearMonth.of(number(m.group(1)), number(m.group(2))))));
  }

  private static List<DateRule> days() {
    return List.of(
        of(
            "\\b" + MONTH + " ?(?:the )?" + NTH + "(?!,\\d{3})" + YEAR,
            (m, today) -> inYear(m.group(3), today, y -> day(y, m.group(1), m.group(2)))),
        of(
            "\\b(?:the )?" + NTH + " ?(?:of )?" + MONTH + YEAR,
            (m, today) -> inYear(m.group(3), today, y -> day(y, m.group(2), m.group(1)))),
        of(
            "\\b(?:the )?(\\d{1,2})(?:st|nd|rd|th)\\b(?: of (?:this|the) month)?(?! (?:floor|time|quarter|instal|part|of (?:last|next)))",
            (m, today) -> When.dayOfMonth(number(m.group(1)), today)),
        exact(
            "\\b(?:the )?(\\d{1,2})(?:st|nd|rd|th) of (last|next) month\\b",
            (m, today) ->
                DateRange.day(
                    YearMonth.from(today).plusMonths(shift(m.group(2))).atDay(number(m.group(1))))),
        exact(
            "(?<!\\d)(20\\d{2})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)",
            (m, today) ->
                DateRange.day(
                    LocalDate.of(number(m.group(1)), number(m.group(2)), number(m.group(3))))),
        of(
            "(?<![\\d/.-])(\\d{1,2})/(\\d{1,2})(?![\\d/])",
            (m, today) ->
                Optional.of(
                    When.yearly(
                        today,
                        y ->
                            DateRange.day(
                                LocalDate.of(y, number(m.group(1)), number(m.group(2))))))),
        exact("\\bthe day before yesterday\\b", (m, today) -> DateRange.day(today.minusDays(2))),
        exact("\\b(?:the )?day after tomorrow\\b", (m, today) -> DateRange.day(today.plusDays(2))),
        exact("\\byesterday(?:'s)?\\b", (m, today) -> DateRange.day(today.minusDays(1))),
        exact("\\b(?:today(?:'s)?|tonight)\\b", (m, today) -> DateRange.day(today)),
        exact("\\btomorrow\\b", (m, today) -> DateRange.day(today.plusDays(1))),
        of("\\b" + WEEKDAY, (m, today) -> Optional.of(weekday(m.group(1), today))),
        exact(
            "\\b(this|last|next|past|coming) " + WEEKDAY,
            (m, today) -> {
              DayOfWeek day = weekdayNamed(m.group(2));
              return DateRange.day(
                  switch (m.group(1)) {
                    case "last", "past" -> today.with(TemporalAdjusters.previous(day));
                    case "next" ->
                        monday(today).plusWeeks(1).with(TemporalAdjusters.nextOrSame(day));
                    default -> weekday(m.group(2), today).coming().from();
                  });
            }),
        exact(
            "\\b(this|last|next|previous|past|coming) week(?:'s)?\\b(?!end)",
            (m, today) -> {
              LocalDate monday = monday(today).plusWeeks(shift(m.group(1)));
              return new DateRange(monday, monday.plusDays(6));
            }),
        exact(
            "\\b(this|last|next|the) weekend\\b",
            (m, today) -> {
              LocalDate monday = monday(today).plusWeeks(shift(m.group(1)));
              return new DateRange(monday.plusDays(5), monday.plusDays(6));
            }));
  }

  private static List<DateRule> years() {
    return List.of(
        exact(
            "\\b(this|last|next|current|previous) year(?:'s)?\\b",
            (m, today) -> DateRange.year(today.getYear() + shift(m.group(1)))),
        exact("\\bthe year before last\\b", (m, today) -> DateRange.year(today.getYear() - 2)),
        exact(
            "(?<![\\d.,¥$-])(20[12]\\d)(?:'s)?\\b(?![-/.,]?\\d| ?(?:yuan|rmb|cny|kuai))",
            (m, today) -> DateRange.year(number(m.group(1)))),
        exact(
            "\\b(?:the )?(?:end of (?:the|this) year|year[- ]end)\\b",
            (m, today) -> DateRange.day(LocalDate.of(today.getYear(), 12, 31))),
        exact(
            "\\b(this|current|last|previous|next) quarter(?:'s)?\\b",
            (m, today) -> {
              LocalDate day = today.withDayOfMonth(1).plusMonths(3L * shift(m.group(1)));
              return DateRange.quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
            }),
        of(
            "\\b(?:the )?(first|second|third|fourth|1st|2nd|3rd|4th) quarter(?:'s)?" + YEAR,
            (m, today) ->
                inYear(m.group(2), today, y -> DateRange.quarter(y, QUARTERS.get(m.group(1))))),
        of(
            "\\bq([1-4])\\b" + YEAR,
            (m, today) -> inYear(m.group(2), today, y -> DateRange.quarter(y, number(m.group(1))))),
        of(
            "\\b(?:the )?(first|second|last) half(?: of)?(?: the year)?" + YEAR,
            (m, today) -> {
              int y = m.group(2) == null ? today.getYear() : year(m.group(2), today);
              int start = m.group(1).equals("first") ? 1 : 7;
              return Optional.of(
                  When.exactly(
                      DateRange.months(YearMonth.of(y, start), YearMonth.of(y, start + 5))));
            }),
        exact(
            "\\b(?:the )?first "
                + COUNT
                + " months of (?:the )?(20\\d{2}|this year|last year|year)",
            (m, today) -> {
              int y = m.group(2).equals("year") ? today.getYear() : year(m.group(2), today);
              return DateRange.months(YearMonth.of(y, 1), YearMonth.of(y, number(m.group(1))));
            }));
  }

  private static List<DateRule> spans() {
    return List.of(
        exact(
            "\\b(?:the )?(?:last|past|previous) " + COUNT + " (day|week|month|quarter|year)s?\\b",
            (m, today) -> new DateRange(moved(m.group(1), m.group(2), today, -1), today)),
        exact(
            "\\b(?:the )?(?:last|past) half[- ]year\\b",
            (m, today) -> new DateRange(today.minusMonths(6), today)),
        exact(
            "\\b" + COUNT + " (day|week|month|year)s? ago\\b",
            (m, today) -> DateRange.day(moved(m.group(1), m.group(2), today, -1))),
        exact(
            "\\bin " + COUNT + " (day|week|month)s?(?:' time)?\\b(?! instal)",
            (m, today) -> DateRange.day(moved(m.group(1), m.group(2), today, 1))),
        exact(
            "\\b(?:within|in the next|over the next|the next|next) "
                + COUNT
                + " (day|week|month)s?\\b",
            (m, today) -> new DateRange(today, moved(m.group(1), m.group(2), today, 1))),
        exact(
            "\\b" + COUNT + " (day|week|month)s? (?:from now|later)\\b",
            (m, today) -> DateRange.day(moved(m.group(1), m.group(2), today, 1))));
  }

  private static List<DateRule> festivals() {
    return List.of(
        of("\\b(?:the )?" + FESTIVAL, (m, today) -> festival(m.group(1), 0, today)),
        of("\\bbefore (?:the )?" + FESTIVAL, (m, today) -> festival(m.group(1), -1, today)));
  }

  private static Optional<When> festival(String name, int shift, LocalDate today) {
    if (Festivals.dayOf(name, today.getYear() - 1).isEmpty()
        || Festivals.dayOf(name, today.getYear() + 1).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        When.yearly(
            today, y -> DateRange.day(Festivals.dayOf(name, y).orElseThrow().plusDays(shift))));
  }

  private static Optional<When> inYear(
      String year, LocalDate today, java.util.function.IntFunction<DateRange> inYear) {
    return Optional.of(
        year == null ? When.yearly(today, inYear) : When.exactly(inYear.apply(year(year, today))));
  }

  private static int year(String said, LocalDate today) {
    return switch (said) {
      case "this year" -> today.getYear();
      case "last year" -> today.getYear() - 1;
      case "next year" -> today.getYear() + 1;
      default -> number(said);
    };
  }

  private static int shift(String which) {
    return switch (which) {
      case "last", "previous", "past" -> -1;
      case "next", "coming" -> 1;
      default -> 0;
    };
  }

  private static DateRange month(int year, String name) {
    return DateRange.month(YearMonth.of(year, monthNumber(name)));
  }

  private static DateRange day(int year, String month, String day) {
    return DateRange.day(LocalDate.of(year, monthNumber(month), number(day)));
  }

  private static int monthNumber(String name) {
    String months = "janfebmaraprmayjunjulaugsepoctnovdec";
    return months.indexOf(name.substring(0, 3)) / 3 + 1;
  }

  private static When weekday(String name, LocalDate today) {
    DayOfWeek day = weekdayNamed(name);
    return new When(
        DateRange.day(today.with(TemporalAdjusters.previousOrSame(day))),
        DateRange.day(today.with(TemporalAdjusters.nextOrSame(day))));
  }

  private static DayOfWeek weekdayNamed(String name) {
    return Stream.of(DayOfWeek.values())
        .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(name.substring(0, 3)))
        .findFirst()
        .orElseThrow();
  }

  private static LocalDate monday(LocalDate today) {
    return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static LocalDate moved(String count, String unit, LocalDate today, int direction) {
    long n = (long) number(count.replace(" of", "").replace("a couple", "couple")) * direction;
    return switch (unit) {
      case "day" -> today.plusDays(n);
      case "week" -> today.plusWeeks(n);
      case "month" -> today.plusMonths(n);
      case "quarter" -> today.plusMonths(3 * n);
      case "year" -> today.plusYears(n);
      default -> throw new IllegalArgumentException("unit \"" + unit + "\" is not known");
    };
  }

  private static int number(String text) {
    return NumberWords.whole(text)
        .orElseThrow(() -> new DateTimeException("\"" + text + "\" is not a number"));
  }
}
