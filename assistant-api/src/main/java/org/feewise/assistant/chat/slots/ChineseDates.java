package org.feewise.assistant.chat.slots;

import static org.feewise.assistant.chat.slots.DateRule.exact;
import static org.feewise.assistant.chat.slots.DateRule.of;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** The ways of saying a month, a year, a quarter or a festival in Chinese. */
final class ChineseDates {
  static final String NUMBER = "(?<![\\d.,一二三四五六七八九十百千零两])(\\d{1,2}|[一二三四五六七八九十]{1,3})";
  private static final String SECOND_NUMBER = "(\\d{1,2}|[一二三四五六七八九十]{1,3})";
  private static final String COUNT = "(\\d{1,3}|[一二两三四五六七八九十]{1,3})";
  private static final String YEAR =
      "(今年|本年度?|这一?年|去年|上一?年度?|前年|明年|来年|后年|(?<!\\d)(?:20)?\\d{2}年度?"
          + "|[二两][零〇][零〇一二三四五六七八九]{2}年)";
  private static final String IN_YEAR = "(?:" + YEAR + "的?)?";
  private static final String FESTIVAL =
      "(元旦|春节|过年|新春|大年初一|除夕|年三十|大年三十|元宵|正月十五|清明|(?<![万千百十\\d一二三四五六七八九])五一(?![次个笔共块起点])|劳动节|妇女节|儿童节|端午|中秋|重阳|国庆"
          + "|双十一|十一(?=长?假|黄金周|之?以?前|节)|圣诞)(?!快乐|愉快|安康)节?(?!快乐|愉快)";

  private ChineseDates() {}

  static List<DateRule> rules() {
    return Stream.of(months(), years(), festivals(), ChineseDays.rules())
        .flatMap(List::stream)
        .toList();
  }

  private static List<DateRule> months() {
    return List.of(
        of(
            IN_YEAR + NUMBER + "月份?",
            (m, today) -> inYear(m.group(1), today, y -> month(y, m.group(2)))),
        of(
            IN_YEAR + NUMBER + "月份?[到至~-]" + SECOND_NUMBER + "月份?",
            (m, today) -> monthSpan(m, today)),
        of(
            IN_YEAR
                + "(?<![\\d一二三四五六七八九十])(?=一二|二三|三四|四五|五六|六七|七八|八九|九十)"
                + "([一二三四五六七八九])([二三四五六七八九十])月份?",
            (m, today) -> monthSpan(m, today)),
        of(IN_YEAR + NUMBER + "[到至~-]" + SECOND_NUMBER + "月份?", (m, today) -> monthSpan(m, today)),
        of(
            IN_YEAR + NUMBER + "月份?的?(月?初|月?底|月?末|上旬|中旬|下旬|月?中(?!旬))",
            (m, today) ->
                inYear(m.group(1), today, y -> part(yearMonth(y, m.group(2)), m.group(3)))),
        exact(
            "(上上个?月|上个?月|这个?月|本月|当月|下下个?月|下个?月)份?的?(月?初|月?底|月?末|上旬|中旬|下旬|月?中(?!旬))?",
            (m, today) -> {
              YearMonth month = relativeMonth(m.group(1), today);
              return m.group(2) == null ? DateRange.month(month) : part(month, m.group(2));
            }),
        exact(
            "(月底|月末|月初|月中|(?<!\\d)[上中下]旬)", (m, today) -> part(YearMonth.from(today), m.group(1))),
        exact(
            "(?<!\\d)(20\\d{2})[-/.年](\\d{1,2})月?(?![-/.\\d])",
            (m, today) -> month(number(m.group(1)), m.group(2))),
        exact(
            "(?<!\\d)(20\\d{2})(0[1-9]|1[0-2])(?!\\d)",
            (m, today) -> month(number(m.group(1)), m.group(2))));
  }

  private static List<DateRule> years() {
    return List.of(
        exact(YEAR + "(?:全年|一整年|整年|一年)?", (m, today) -> DateRange.year(year(m.group(1), today))),
        exact(
            "(今年|本年)以来",
            (m, today) -> DateRange.year(today.getYear()).through(DateRange.day(today))),
        exact(
            YEAR + "的?[头前]" + COUNT + "个月",
            (m, today) -> {
              int y = year(m.group(1), today);
              return DateRange.months(YearMonth.of(y, 1), YearMonth.of(y, number(m.group(2))));
            }),
        exact(
            YEAR + "的?(?:最后|后)" + COUNT + "个月",
            (m, today) -> {
              int y = year(m.group(1), today);
              return DateRange.months(
                  YearMonth.of(y, 13 - number(m.group(2))), YearMonth.of(y, 12));
            }),
        exact(
            YEAR + "的?[头前]" + COUNT + "个?季度",
            (m, today) -> {
              int y = year(m.group(1), today);
              return DateRange.quarter(y, 1).through(DateRange.quarter(y, number(m.group(2))));
            }),
        of(
            IN_YEAR + "第?([一二三四1-4])个?季度?",
            (m, today) ->
                m.group().endsWith("季度") || m.group().endsWith("季")
                    ? inYear(m.group(1), today, y -> DateRange.quarter(y, number(m.group(2))))
                    : Optional.empty()),
        of(
            IN_YEAR + "q([1-4])",
            (m, today) -> inYear(m.group(1), today, y -> DateRange.quarter(y, number(m.group(2))))),
        of(
            IN_YEAR + "([上下前后])半年",
            (m, today) -> {
              boolean first = m.group(2).equals("上") || m.group(2).equals("前");
              int y = m.group(1) == null ? today.getYear() : year(m.group(1), today);
              return Optional.of(
                  When.exactly(
                      DateRange.months(
                          YearMonth.of(y, first ? 1 : 7), YearMonth.of(y, first ? 6 : 12))));
            }),
        exact("(本|这个?|当|上上个?|上个?|上一个?|下个?|下一个?)季度?", ChineseDates::relativeQuarter),
        exact("(?:" + YEAR + "的?)?年(初|中|底|末)", (m, today) -> partOfYear(m, today)),
        of("(上个?|这个?|本|下个?)学期", (m, today) -> term(m.group(1), today)),
        of("(本|这个?|上个?)学年", (m, today) -> schoolYear(m.group(1), today)));
  }

  private static List<DateRule> festivals() {
    return List.of(
        of(
            IN_YEAR + FESTIVAL + "(?:长?假期?|期间|当天)?",
            (m, today) -> festival(m.group(1), m.group(2), 0, today)),
        of(
            IN_YEAR + FESTIVAL + "(?:之前|以前|前)",
            (m, today) -> festival(m.group(1), m.group(2), -1, today)),
        of(
            IN_YEAR + FESTIVAL + "(?:之后|以后|后)",
            (m, today) -> festival(m.group(1), m.group(2), 1, today)),
        of("(?<![一二三四五六七八九十两几半\\d去今前明后多])年前", (m, today) -> festival(null, "春节", -1, today)));
  }

  private static Optional<When> festival(String year, String name, int shift, LocalDate today) {
    if (year != null) {
      return Festivals.dayOf(name, year(year, today))
          .map(day -> When.exactly(DateRange.day(day.plusDays(shift))));
    }
    if (Festivals.dayOf(name, today.getYear() - 1).isEmpty()
        || Festivals.dayOf(name, today.getYear() + 1).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        When.yearly(
            today, y -> DateRange.day(Festivals.dayOf(name, y).orElseThrow().plusDays(shift))));
  }

  private static Optional<When> monthSpan(Matcher m, LocalDate today) {
    return inYear(
        m.group(1),
        today,
        y -> {
          YearMonth first = yearMonth(y, m.group(2));
          YearMonth last = yearMonth(y, m.group(3));
          return DateRange.months(first, last.isBefore(first) ? last.plusYears(1) : last);
        });
  }

  /** A time within a year that was said, or else within the years around today. */
  static Optional<When> inYear(
      String year, LocalDate today, java.util.function.IntFunction<DateRange> inYear) {
    return Optional.of(
        year == null ? When.yearly(today, inYear) : When.exactly(inYear.apply(year(year, today))));
  }

  static int year(String said, LocalDate today) {
    int now = today.getYear();
    return switch (said.replaceAll("年度?$", "")) {
      case "今", "本", "这", "这一" -> now;
      case "去", "上", "上一" -> now - 1;
      case "前" -> now - 2;
      case "明", "来" -> now + 1;
      case "后" -> now + 2;
      default -> {
        int number = number(said.replaceAll("年度?$", ""));
        yield number < 100 ? Year.of(2000 + number).getValue() : number;
      }
    };
  }

  static YearMonth relativeMonth(String said, LocalDate today) {
    YearMonth now = YearMonth.from(today);
    if (said.startsWith("上上")) {
      return now.minusMonths(2);
    }
    if (said.startsWith("下下")) {
      return now.plusMonths(2);
    }
    return said.startsWith("上")
        ? now.minusMonths(1)
        : said.startsWith("下") ? now.plusMonths(1) : now;
  }

  private static DateRange relativeQuarter(Matcher m, LocalDate today) {
    int shift =
        m.group(1).startsWith("上上")
            ? -2
            : m.group(1).startsWith("上") ? -1 : m.group(1).startsWith("下") ? 1 : 0;
    LocalDate inQuarter = today.withDayOfMonth(1).plusMonths(3L * shift);
    return DateRange.quarter(inQuarter.getYear(), (inQuarter.getMonthValue() + 2) / 3);
  }

  /** 月初 is the first ten days, 月中 the middle ones, 月底 the last day. */
  private static DateRange part(YearMonth month, String part) {
    return switch (part.replace("月", "")) {
      case "初", "上旬" -> new DateRange(month.atDay(1), month.atDay(10));
      case "中", "中旬" -> new DateRange(month.atDay(11), month.atDay(20));
      case "下旬" -> new DateRange(month.atDay(21), month.atEndOfMonth());
      case "底", "末" -> DateRange.day(month.atEndOfMonth());
      default ->
          throw new IllegalArgumentException("part of a month \"" + part + "\" is not known");
    };
  }

  private static DateRange partOfYear(Matcher m, LocalDate today) {
    int y = m.group(1) == null ? today.getYear() : year(m.group(1), today);
    return switch (m.group(2)) {
      case "初" -> DateRange.month(YearMonth.of(y, 1));
      case "中" -> DateRange.month(YearMonth.of(y, 6));
      default -> DateRange.day(LocalDate.of(y, 12, 31));
    };
  }

  /** Autumn term is September to January, spring term February to July. */
  private static Optional<When> term(String which, LocalDate today) {
    YearMonth now = YearMonth.from(today);
    int month = now.getMonthValue();
    YearMonth start =
        month >= 9
            ? now.withMonth(9)
            : month == 1 ? now.minusYears(1).withMonth(9) : now.withMonth(2);
    boolean autumn = start.getMonthValue() == 9;
    if (which.startsWith("上")) {
      start = autumn ? start.withMonth(2) : start.minusYears(1).withMonth(9);
    } else if (which.startsWith("下")) {
      start = autumn ? start.plusYears(1).withMonth(2) : start.withMonth(9);
    }
    YearMonth end = start.getMonthValue() == 9 ? start.plusMonths(4) : start.plusMonths(5);
    return Optional.of(When.exactly(DateRange.months(start, end)));
  }

  private static Optional<When> schoolYear(String which, LocalDate today) {
    int began = today.getMonthValue() >= 9 ? today.getYear() : today.getYear() - 1;
    int start = which.startsWith("上") ? began - 1 : began;
    return Optional.of(
        When.exactly(DateRange.months(YearMonth.of(start, 9), YearMonth.of(start + 1, 8))));
  }

  private static DateRange month(int year, String month) {
    return DateRange.month(yearMonth(year, month));
  }

  private static YearMonth yearMonth(int year, String month) {
    return YearMonth.of(year, number(month));
  }

  static int number(String text) {
    return NumberWords.whole(text)
        .orElseThrow(() -> new java.time.DateTimeException("\"" + text + "\" is not a number"));
  }
}
