package org.feewise.assistant.chat.slots;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in how many instalments to pay and how many days before a deadline to be reminded. */
final class Counts {
  /** A count in a text, by what it counts. */
  record Found(int start, int end, int count) {}

  private static final String N = "(\\d{1,3}|[一二两三四五六七八九十]{1,3}|半)";
  private static final String E =
      "(\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a couple of|a|half a)";

  private static final List<Pattern> INSTALMENTS =
      List.of(
          Pattern.compile("(?:分|拆|切)(?:成|作|为)?" + N + "个?(期|次|笔|月|批|回|份|段|年)"),
          Pattern.compile("(?<![第前后近这上下\\d每])" + N + "(期)(?![间限末望])"),
          Pattern.compile(N + "个?(月|次|回)(?:内|里|之内)?(?:付清|还清|交清|交完|付完|还完|缴清|结清)"),
          Pattern.compile(
              "\\b(?:in|into|over|as|by|across) "
                  + E
                  + " (?:equal |monthly |smaller )?(instal?lments?|payments?|parts?|months?|goes|chunks?|portions?|years?)\\b"),
          Pattern.compile("\\b" + E + " (?:equal |monthly )?(instal?lments?|payments|parts)\\b"),
          Pattern.compile(
              "\\b" + E + "[- ](month|part|payment|instal?lment)s?(?: payment)? plan\\b"),
          Pattern.compile(
              "\\b(?:split|divide|spread|break) (?:\\w+ ){1,4}(?:in|into|over|by) "
                  + E
                  + "\\b(?! (?:days?|weeks?|hours?|yuan))()"),
          Pattern.compile("\\bsplit (?:it |this |them )?" + E + " (ways)\\b"),
          Pattern.compile(
              "\\bsplit(?:ting)? (?:it |this |them )?into "
                  + E
                  + "\\b(?! (?:days?|weeks?|hours?|yuan))()"),
          Pattern.compile("\\bin (hal)(f|ves)\\b"),
          Pattern.compile("(?<=[,?] )" + E + " (times)\\b(?! (?:a|per|as))"));
  private static final List<Pattern> DAYS_BEFORE =
      List.of(
          Pattern.compile("(?:提前|提早|早)(?:个)?" + N + "个?(天|日|周|星期|礼拜|月)"),
          Pattern.compile(
              "(?:截止|到期|期限|最后期限|期满|过期|逾期|扣款|之|以|期)(?:日|日期|时间|那天)?之?前的?" + N + "个?(天|日|周|星期|礼拜|月)"),
          Pattern.compile("(?<![年月])前" + N + "个?(天|周|星期|礼拜)(?=.{0,6}(?:提醒|通知|叫|告诉|喊|说|发|$))"),
          Pattern.compile(N + "个?(天|周|星期|礼拜)(?:之|以)?前(?:提醒|通知|叫|告诉|喊|发|给我)"),
          Pattern.compile(
              "\\b"
                  + E
                  + " (?:full |working )?(days?|weeks?)(?:'s)? (?:before|ahead|early|earlier|in advance|prior|beforehand|notice|'? notice)"),
          Pattern.compile("\\b(the) (day|week) before\\b(?! (?:yesterday|last))"),
          Pattern.compile("头(一)(天)(?!.{0,3}(?:刚|才|就)?[交缴付]了)"));

  private static final Pattern TAKEN_BACK = Pattern.compile("(?:不是|不要|别分|\\bnot(?: in| over)?) ?$");

  private Counts() {}

  static Optional<Found> instalments(String text) {
    return first(INSTALMENTS, text, Counts::months);
  }

  static Optional<Found> daysBefore(String text) {
    return first(DAYS_BEFORE, text, Counts::days);
  }

  private interface Unit {
    Optional<Integer> count(String number, String unit);
  }

  private static Optional<Found> first(List<Pattern> patterns, String text, Unit unit) {
    Optional<Found> takenBack = Optional.empty();
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        Optional<Found> found =
            unit.count(matcher.group(1), matcher.group(2))
                .map(count -> new Found(matcher.start(), matcher.end(), count));
        if (found.isPresent() && !TAKEN_BACK.matcher(text.substring(0, matcher.start())).find()) {
          return found;
        }
        takenBack = takenBack.or(() -> found);
      }
    }
    return takenBack;
  }

  private static Optional<Integer> months(String number, String unit) {
    if (number.equals("hal")) {
      return Optional.of(2);
    }
    boolean years = unit.equals("年") || unit.startsWith("year");
    if (number.equals("半") || number.equals("half a")) {
      return years ? Optional.of(6) : Optional.empty();
    }
    return number(number).map(n -> years ? n * 12 : n).filter(n -> n >= 2 && n <= 120);
  }

  private static Optional<Integer> days(String number, String unit) {
    int scale =
        unit.startsWith("week") || unit.equals("周") || unit.equals("星期") || unit.equals("礼拜")
            ? 7
            : unit.equals("月") ? 30 : 1;
    if (number.equals("半")) {
      return unit.equals("月") ? Optional.of(15) : Optional.empty();
    }
    return number(number).map(n -> n * scale).filter(n -> n <= 366);
  }

  private static Optional<Integer> number(String text) {
    return text.equals("the")
        ? Optional.of(1)
        : NumberWords.whole(text.replace(" of", "").replace("a couple", "couple"));
  }
}
