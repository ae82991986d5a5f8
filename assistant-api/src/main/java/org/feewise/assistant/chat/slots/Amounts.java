package org.feewise.assistant.chat.slots;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feewise.models.money.Money;

/** Finds amounts of yuan in Chinese and English, and whether one is what a month may cost. */
final class Amounts {
  /** An amount in a text. */
  record Found(int start, int end, Money amount, boolean monthly) {}

  private static final String N = NumberWords.CHINESE;
  private static final String E = NumberWords.ENGLISH;
  private static final String ONE = "([\\d一二两三四五六七八九])";
  private static final String NOT_A_COUNT =
      "(?!\\d|[,.]\\d|个|期|次|回|遍|天|号|月|日|年|周|张|笔|份|分(?!成|开|批|期|次|几|[二两三四五六七八九十\\d])|楼|栋|室|点|%|折|位|岁|口|家|户|种|样|项|条|季|半|下|些|直|定|起|共|旦|般|律|同|把|口|部|会|道|趟|[a-z]|-|/\\d|[百千万零一二两三四五六七八九十])";
  private static final String BUDGET_WORDS =
      "每个?月|月供|一个月|每期|一期|预算|最多|顶多|至多|不超过|别超过|不能超过|上限|最高|控制在|手头|手里|手上|只拿得出|拿得出|能拿出?|能出|只有|只剩|只能|可以出|凑得出|挤得?出";

  private static final List<Pattern> CHINESE =
      List.of(
          Pattern.compile("[¥￥$] ?(\\d[\\d,]*(?:\\.\\d+)?[kw千百万]?)"),
          Pattern.compile(
              "(?!一块(?:儿|[交付缴结还办查算清搞弄看都全吧了]))(?<![堆凑放挤赶攒搁])("
                  + N
                  + ")多?来?(?:块钱?|元钱?|圆|人民币|rmb|cny)(?:"
                  + ONE
                  + "(?:毛|角)?"
                  + ONE
                  + "?分?(?![\\d期次个天月号年]))?"),
          Pattern.compile("(?<![\\d一二三四五六七八九十])()" + ONE + "[毛角]钱?" + ONE + "?分?"),
          Pattern.compile(
              "(?<="
                  + BUDGET_WORDS
                  + "|付得起|负担|承受|大概|能付|能还|能交|就|还|给|交|付|出|拿|掏|花)("
                  + N
                  + ")"
                  + NOT_A_COUNT),
          Pattern.compile(
              "(?<=一共|总共|合计|罚了?我?|多交了?|多扣了?|多收了?|多付了?|扣了|付了|交了|缴了|退我?|退还|充了?|少了|欠|差了?)("
                  + N
                  + ")"
                  + NOT_A_COUNT),
          Pattern.compile(
              "(?<=[充交付缴存转][个点先一下]{0,3}(?:\\p{IsHan}{1,3}费)?)(?!20[12]\\d(?!\\d))(\\d{1,6}(?:\\.\\d{1,2})?)"
                  + "(?=$|[,。!吧啊呀])"),
          Pattern.compile("(?<![\\d.])(\\d{2,6}(?:\\.\\d{1,2})?)(?=(?:请|麻烦)?退(?:给我|还|回来|我))"),
          Pattern.compile("(" + N + ")(?=(?:块钱?|元)?(?:一个月|每个?月|/月|封顶|以内|以下))"),
          Pattern.compile(
              "(?<![\\d一二三四五六七八九十百千万两])([\\d.]*[一二两三四五六七八九十]?[百千万][零一二两三四五六七八九十百千]*)"
                  + NOT_A_COUNT));
  private static final List<Pattern> ENGLISH =
      List.of(
          Pattern.compile("(?:¥|￥|\\$|\\brmb|\\bcny) ?(\\d[\\d,]*(?:\\.\\d+)?k?)\\b"),
          Pattern.compile("\\b(" + E + ") ?(?:yuan|rmb|cny|kuai|bucks)\\b"),
          Pattern.compile(
              "\\b(?:at most|(?<!piled |adds |add |added |comes |came |gone |grown |mounted |amounts )up to|max(?:imum)?(?: of)?|no more than|not more than|budget (?:is|of)|afford|only (?:have|pay|manage|spend)"
                  + "|spare|limit (?:is|of)|manage|pay about|about|less than|under|set aside|put aside) ("
                  + E
                  + ")"
                  + "(?! ?(?:instal|month(?!ly)|day|part|week|payment|time|percent|%|bill|year|sqm|sq\\b|square|m2|metre|meter|km|kwh|unit|people|person|point|of\\b|-))(?![\\d.,]*\\d)"),
          Pattern.compile("\\b(?:extra|additional|surplus) (?:charge of )?(\\d+\\.\\d{1,2})\\b"),
          Pattern.compile("(?<![\\w.,])(\\d+\\.\\d{2})(?= refund)"),
          Pattern.compile("\\b(?:it|that) (?:was|is) (\\d+\\.\\d{1,2})(?![\\d.%])"),
          Pattern.compile(
              "\\b(?:some fee|fees?|tuition|tax|bill|insurance|fine|charge) (?:is|was|of|comes to|amounts to) (\\d{3,}(?:\\.\\d{1,2})?)(?![\\d.,%]| ?(?:days?|months?))"),
          Pattern.compile(
              "\\b(?:pay|put|send|prepay|top up)(?: with| up)? (\\d[\\d,]*(?:\\.\\d+)?)(?= (?:towards?|into|off|on my|on the|of my|of the|for my|for the)\\b)"),
          Pattern.compile(
              "\\b(" + E + ") ?(?:yuan |rmb |cny )?(?:(?:a|per|each|every|/) ?month|monthly)\\b"),
          Pattern.compile(
              "(?<![\\w.,])(\\d{2,}[\\d,]*(?:\\.\\d{1,2})?)(?= (?:each|both times|each time)\\b)"),
          Pattern.compile(
              "\\b(?:overpaid|refund(?: me| of)?|charged|paid|owe|overcharged)(?: me)?(?: by)? (\\d[\\d,]*(?:\\.\\d+)?)(?! ?(?:instal|month|day|part|week|payment|time|th|nd|st|rd|bill|[-/]\\d))(?![\\d.,]*\\d)"));

  private static final Pattern BUDGET_BEFORE =
      Pattern.compile("(?:" + BUDGET_WORDS + ")[^,。;?!]{0,8}$");
  private static final Pattern BUDGET_AFTER =
      Pattern.compile(
          "^(?: ?(?:块钱?|元))?(?: ?(?:一个月|每个?月|/ ?月|以内|以下|封顶|(?:a|per|each|every|/) ?month|monthly|max|at most))");
  private static final Pattern BUDGET_BEFORE_ENGLISH =
      Pattern.compile(
          "(?:at most|(?<!piled |adds |add |added |comes |came |gone |grown |mounted |amounts )up to|max(?:imum)?|no more than|not more than|budget|afford|only (?:have|pay|manage|spend)|spare|limit|month(?:ly)?|set aside|put aside|manage)[^.;?!]{0,24}$");

  private Amounts() {}

  /** The amounts in a text outside of the places already read as something else. */
  static List<Found> in(String text, boolean chinese, java.util.BitSet taken) {
    List<Found> found = new ArrayList<>();
    for (Pattern pattern : chinese ? CHINESE : ENGLISH) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        int start = Math.min(matcher.start(), groupStart(matcher));
        if (taken.get(groupStart(matcher), matcher.end()).isEmpty()) {
          read(matcher)
              .ifPresent(
                  amount -> {
                    found.add(
                        new Found(
                            start, matcher.end(), amount, monthly(text, start, matcher.end())));
                    taken.set(groupStart(matcher), matcher.end());
                  });
        }
      }
    }
    found.sort(java.util.Comparator.comparingInt(Found::start));
    return found;
  }

  private static int groupStart(Matcher matcher) {
    return matcher.group(1).isEmpty() ? matcher.start() : matcher.start(1);
  }

  private static Optional<Money> read(Matcher matcher) {
    Optional<BigDecimal> whole =
        matcher.group(1).isEmpty()
            ? Optional.of(BigDecimal.ZERO)
            : NumberWords.read(matcher.group(1));
    BigDecimal tenths = small(matcher, 2, 1);
    BigDecimal cents = small(matcher, 3, 2);
    return whole
        .map(yuan -> yuan.add(tenths).add(cents))
        .filter(yuan -> yuan.signum() > 0 && yuan.compareTo(new BigDecimal("1e12")) < 0)
        .map(yuan -> Money.roundHalfUp(yuan.setScale(2, RoundingMode.HALF_UP)));
  }

  private static BigDecimal small(Matcher matcher, int group, int places) {
    return matcher.groupCount() < group || matcher.group(group) == null
        ? BigDecimal.ZERO
        : NumberWords.read(matcher.group(group)).orElse(BigDecimal.ZERO).movePointLeft(places);
  }

  private static boolean monthly(String text, int start, int end) {
    String before = text.substring(0, start);
    String after = text.substring(end);
    return BUDGET_BEFORE.matcher(before).find()
        || BUDGET_BEFORE_ENGLISH.matcher(before).find()
        || BUDGET_AFTER.matcher(after).find()
        || text.substring(start, end)
            .matches(
                ".*(?:at most|up to|max|no more|budget|afford|only|spare|limit|manage|month|aside).*");
  }
}
