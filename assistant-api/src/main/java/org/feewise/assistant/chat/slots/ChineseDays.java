package org.feewise.assistant.chat.slots;

import static org.feewise.assistant.chat.slots.ChineseDates.number;
import static org.feewise.assistant.chat.slots.DateRule.exact;
import static org.feewise.assistant.chat.slots.DateRule.of;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/** The ways of saying a day, a week or a length of time in Chinese. */
final class ChineseDays {
  private static final String DAY = "(\\d{1,2}|[一二三四五六七八九十]{1,3})[号日](?!楼|线|院|门|窗|店|房|机|码)";
  private static final String COUNT = "(\\d{1,3}|[一二两三四五六七八九十]{1,3}|半)";
  private static final String YEAR =
      "(今年|本年|去年|前年|明年|后年|(?<!\\d)(?:20)?\\d{2}年|[二两][零〇][零〇一二三四五六七八九]{2}年)";

  private ChineseDays() {}

  static List<DateRule> rules() {
    return List.of(
        of(
            "(?:"
                + YEAR
                + "的?)?"
                + ChineseDates.NUMBER
                + "月份?的?(\\d{1,2}|[一二三四五六七八九十]{1,3})(?:[号日]|(?=之前|以前|前))",
            (m, today) ->
                ChineseDates.inYear(
                    m.group(1),
                    today,
                    y -> DateRange.day(LocalDate.of(y, number(m.group(2)), number(m.group(3)))))),
        of(
            "(?<![\\d.一二三四五六七八九十百千零两第每])" + DAY,
            (m, today) -> When.dayOfMonth(number(m.group(1)), today)),
        exact(
            "(上上个?月|上个?月|这个?月|本月|当月|下下个?月|下个?月)份?的?" + DAY,
            (m, today) -> {
              YearMonth month = ChineseDates.relativeMonth(m.group(1), today);
              return DateRange.day(month.atDay(number(m.group(2))));
            }),
        exact(
            "(?<!\\d)(20\\d{2})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)",
            (m, today) ->
                DateRange.day(
                    LocalDate.of(number(m.group(1)), number(m.group(2)), number(m.group(3))))),
        of(
            "(?<![\\d/.-])(\\d{1,2})[/](\\d{1,2})(?![\\d/])",
            (m, today) ->
                Optional.of(
                    When.yearly(
                        today,
                        y ->
                            DateRange.day(
                                LocalDate.of(y, number(m.group(1)), number(m.group(2))))))),
        exact(
            "(大前天|前天|昨[天日晚儿]|今[天日晚儿]|明[天日晚儿]|后天|大后天)",
            (m, today) -> DateRange.day(today.plusDays(shift(m.group(1))))),
        exact(
            "(上上|上|这|本|下下|下)一?个?(?:周|星期|礼拜)([一二三四五六日天末])?",
            (m, today) -> week(weeks(m.group(1)), m.group(2), today)),
        of(
            "(?<![上下这本每个])(?:周|星期|礼拜)([一二三四五六日天末])",
            (m, today) -> Optional.of(weekday(m.group(1), today))),
        exact(
            "(?:最近|近|过去)的?这?" + COUNT + "个?(天|日|周|星期|礼拜|月|季度|年)",
            (m, today) -> new DateRange(back(m.group(1), m.group(2), today), today)),
        exact("(?:最近|近|过去)这?几个?(?:月)", (m, today) -> new DateRange(today.minusMonths(3), today)),
        exact(
            "这" + COUNT + "个月",
            (m, today) -> {
              YearMonth now = YearMonth.from(today);
              return DateRange.months(now.minusMonths(number(m.group(1)) - 1L), now);
            }),
        exact(
            "(?<!提|年|年的)(?:前|上)" + COUNT + "个月",
            (m, today) -> {
              YearMonth now = YearMonth.from(today);
              return DateRange.months(now.minusMonths(number(m.group(1))), now.minusMonths(1));
            }),
        exact(
            "(?<!提前|[\\d一二三四五六七八九十])" + COUNT + "个?(天|周|星期|礼拜|月)(?:前|之前|以前)",
            (m, today) -> DateRange.day(back(m.group(1), m.group(2), today))),
        exact(
            "(?<![\\d一二三四五六七八九十])(?:再过)?" + COUNT + "个?(天|周|星期|礼拜|月)(?:后|之后|以后)",
            (m, today) -> DateRange.day(forth(m.group(1), m.group(2), today))),
        exact(
            "(?<![超逾期])过" + COUNT + "个?(天|周|星期|礼拜|月)(?![后之以期了的内])",
            (m, today) -> DateRange.day(forth(m.group(1), m.group(2), today))),
        exact(
            "(?<![\\d一二三四五六七八九十])(?:未来|接下来)?" + COUNT + "个?(天|周|星期|礼拜|月)(?:内|之内|以内)",
            (m, today) -> new DateRange(today, forth(m.group(1), m.group(2), today))),
        exact(
            "(?:未来|接下来)的?" + COUNT + "个?(天|周|星期|礼拜|月)",
            (m, today) -> new DateRange(today, forth(m.group(1), m.group(2), today))));
  }

  private static int shift(String day) {
    return switch (day.substring(0, day.length() - 1)) {
      case "大前" -> -3;
      case "前" -> -2;
      case "昨" -> -1;
      case "今" -> 0;
      case "明" -> 1;
      case "后" -> 2;
      case "大后" -> 3;
      default -> throw new IllegalArgumentException("day \"" + day + "\" is not known");
    };
  }

  private static int weeks(String which) {
    return switch (which) {
      case "上上" -> -2;
      case "上" -> -1;
      case "这", "本" -> 0;
      case "下" -> 1;
      case "下下" -> 2;
      default -> throw new IllegalArgumentException("week \"" + which + "\" is not known");
    };
  }

  private static DateRange week(int shift, String day, LocalDate today) {
    LocalDate monday = monday(today).plusWeeks(shift);
    return day == null ? new DateRange(monday, monday.plusDays(6)) : dayOfWeek(monday, day);
  }

  private static DateRange dayOfWeek(LocalDate monday, String day) {
    if (day.equals("末")) {
      return new DateRange(monday.plusDays(5), monday.plusDays(6));
    }
    int index = "一二三四五六日".indexOf(day.replace('天', '日'));
    return DateRange.day(monday.plusDays(index));
  }

  private static When weekday(String day, LocalDate today) {
    DateRange thisWeek = dayOfWeek(monday(today), day);
    DateRange past =
        thisWeek.from().isAfter(today) ? dayOfWeek(monday(today).minusWeeks(1), day) : thisWeek;
    DateRange coming =
        thisWeek.to().isBefore(today) ? dayOfWeek(monday(today).plusWeeks(1), day) : thisWeek;
    return new When(past, coming);
  }

  private static LocalDate monday(LocalDate today) {
    return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static LocalDate back(String count, String unit, LocalDate today) {
    return moved(count, unit, today, -1);
  }

  private static LocalDate forth(String count, String unit, LocalDate today) {
    return moved(count, unit, today, 1);
  }

  private static LocalDate moved(String count, String unit, LocalDate today, int direction) {
    if (count.equals("半")) {
      return unit.equals("年") ? today.plusMonths(6L * direction) : today.plusDays(15L * direction);
    }
    long n = (long) number(count) * direction;
    return switch (unit) {
      case "天", "日" -> today.plusDays(n);
      case "周", "星期", "礼拜" -> today.plusWeeks(n);
      case "月" -> today.plusMonths(n);
      case "季度" -> today.plusMonths(3 * n);
      case "年" -> today.plusYears(n);
      default -> throw new IllegalArgumentException("unit \"" + unit + "\" is not known");
    };
  }
}
