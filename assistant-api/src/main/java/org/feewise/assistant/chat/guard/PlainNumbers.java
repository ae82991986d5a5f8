package org.feewise.assistant.chat.guard;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feewise.assistant.chat.slots.NumberWords;

/** Writes every number of a text in plain digits, however it is written or hidden. */
final class PlainNumbers {
  private static final String FORMAL = "壹贰叁肆伍陆柒捌玖拾佰仟萬億圓貳陸參兩";
  private static final String EVERYDAY = "一二三四五六七八九十百千万亿元二六三两";
  private static final String NUMERALS = "[零〇一二两三四五六七八九十百千万亿]";

  /** Words with a numeral that count nothing, and one of something. */
  private static final String NO_NUMBER =
      "四舍五入|万一|千万(?=[别不要])|一(?=[笔次张个项条份期句种家位定些下起般样直旦共切律并致站键时边旁部同经概向概步览目遍])|十分(?!之)|统一|第一|唯一|逐一|之一|百姓|一点(?!\\d|[零一二三四五六七八九])|三方|五险|一方|周[一二三四五六]|星期[一二三四五六]|两者|万能";

  private static final Pattern CHINESE =
      Pattern.compile("(" + NO_NUMBER + ")|(" + NUMERALS + "+(?:点[零〇一二三四五六七八九]+[百千万亿]?)?)");
  private static final Pattern SHARE =
      Pattern.compile("([百千万])分之(" + NUMERALS + "+(?:点[零〇一二三四五六七八九]+)?|\\d+(?:\\.\\d+)?)");
  private static final Pattern FRACTION =
      Pattern.compile("(" + NUMERALS + "{1,3})分之(" + NUMERALS + "{1,3})");
  private static final Pattern HAS_DIGIT = Pattern.compile("[零〇一二两三四五六七八九]|^十");
  private static final Pattern TENTHS = Pattern.compile("(" + NUMERALS + "|\\d)成(?![功为立绩交员就本年人])");

  private static final String UNIT_WORDS =
      "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
          + "|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty"
          + "|ninety|hundred|thousand";
  private static final Pattern ENGLISH =
      Pattern.compile(
          "\\b(?:(?:a )(?=hundred|thousand))?(?:"
              + UNIT_WORDS
              + ")\\b(?:[ -](?:and )?(?:"
              + UNIT_WORDS
              + ")\\b)*");
  private static final Pattern ONE_OF_MANY = Pattern.compile("one");
  private static final Pattern COUNTED =
      Pattern.compile("^ ?(?:yuan|cny|rmb|percent|per cent|per mille|%|million|billion|k\\b)");

  private static final Map<String, Integer> ORDINALS =
      Map.ofEntries(
          Map.entry("first", 1),
          Map.entry("second", 2),
          Map.entry("third", 3),
          Map.entry("fourth", 4),
          Map.entry("fifth", 5),
          Map.entry("sixth", 6),
          Map.entry("seventh", 7),
          Map.entry("eighth", 8),
          Map.entry("ninth", 9),
          Map.entry("tenth", 10),
          Map.entry("eleventh", 11),
          Map.entry("twelfth", 12),
          Map.entry("thirteenth", 13),
          Map.entry("fourteenth", 14),
          Map.entry("fifteenth", 15),
          Map.entry("sixteenth", 16),
          Map.entry("seventeenth", 17),
          Map.entry("eighteenth", 18),
          Map.entry("nineteenth", 19),
          Map.entry("twentieth", 20),
          Map.entry("thirtieth", 30));
  private static final String ORDINAL =
      "(?:(?<tens>twenty|thirty)[ -])?(?<ordinal>" + String.join("|", ORDINALS.keySet()) + ")";
  private static final String MONTH =
      "(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
  private static final Pattern ORDINAL_LAST =
      Pattern.compile("\\b" + MONTH + "(?: the)? " + ORDINAL + "\\b");
  private static final Pattern ORDINAL_FIRST =
      Pattern.compile("\\b(?:the )?" + ORDINAL + " (?:day )?(?:of )?" + MONTH + "\\b");

  private static final Pattern SCALED =
      Pattern.compile(
          "(?<![\\w.])(\\d[\\d,]*(?:\\.\\d+)?) ?(万|千|百|亿|k\\b|w\\b|thousand\\b|hundred\\b|million\\b|billion\\b)");
  private static final Pattern SPACED =
      Pattern.compile("(?<![\\d.,:/-])\\d(?: \\d){2,}(?: ?\\. ?\\d(?: ?\\d)*)?(?![\\d.,:/-])");

  /** 49元1角4分. */
  private static final Pattern JIAO_FEN =
      Pattern.compile("(\\d+)[元块](?:零|0)?(?:(\\d)[角毛])?(?:(\\d)分)?(?![\\d之])");

  private PlainNumbers() {}

  /** The text in lower case with its numbers in digits. */
  static String of(String text) {
    String plain =
        narrow(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
            .replace('⁄', '/')
            .replace('∕', '/')
            .replace("per cent", "percent")
            .replaceAll("\\bpct\\b", "percent")
            .replaceAll("\\bfive ten[- ]thousandths\\b", "0.05%")
            .replaceAll("\\b(i|e)\\.(e|g)\\.", "$1$2")
            .replaceAll("\\bincl\\.", "incl")
            .replaceAll("\\bno\\. ?(?= ?¤)", "number ");
    plain = replaced(SHARE, plain, PlainNumbers::share);
    plain = replaced(FRACTION, plain, PlainNumbers::fraction);
    plain = replaced(TENTHS, plain, PlainNumbers::tenths);
    plain = replaced(SCALED, plain, PlainNumbers::scaled);
    plain = replaced(CHINESE, plain, PlainNumbers::counted);
    plain = JIAO_FEN.matcher(plain).replaceAll(PlainNumbers::withFen);
    plain = replaced(ORDINAL_LAST, plain, PlainNumbers::day);
    plain = replaced(ORDINAL_FIRST, plain, PlainNumbers::day);
    plain = replaced(SCALED, english(plain), PlainNumbers::scaled);
    return replaced(SPACED, plain, found -> Optional.of(found.group().replace(" ", "")));
  }

  private static Optional<String> tenths(MatchResult found) {
    return chinese(found.group(1)).map(n -> n.movePointRight(1).toPlainString() + "%");
  }

  /** A unit alone, as in a word, is no number. */
  private static Optional<String> counted(MatchResult found) {
    boolean isNumber = found.group(1) == null && HAS_DIGIT.matcher(found.group()).find();
    return isNumber ? chinese(found.group()).map(BigDecimal::toPlainString) : Optional.empty();
  }

  private static String narrow(String text) {
    StringBuilder narrowed = new StringBuilder(text.length());
    for (int c :
        text.codePoints().filter(c -> Character.getType(c) != Character.FORMAT).toArray()) {
      int formal = FORMAL.indexOf(c);
      if (formal >= 0) {
        narrowed.append(EVERYDAY.charAt(formal));
      } else if (Character.isDigit(c)) {
        narrowed.append(Character.digit(c, 10));
      } else {
        narrowed.appendCodePoint(c);
      }
    }
    return narrowed.toString();
  }

  private static Optional<BigDecimal> chinese(String numeral) {
    return NumberWords.read(numeral.replace("亿", "万万"));
  }

  private static Optional<String> share(MatchResult found) {
    int places = "百千万".indexOf(found.group(1));
    return NumberWords.read(found.group(2))
        .map(n -> n.movePointLeft(places).stripTrailingZeros().toPlainString() + "%");
  }

  private static Optional<String> fraction(MatchResult found) {
    return chinese(found.group(2))
        .flatMap(
            above ->
                chinese(found.group(1))
                    .map(below -> " " + above.toPlainString() + "/" + below.toPlainString() + " "));
  }

  private static String withFen(MatchResult found) {
    if (found.group(2) == null && found.group(3) == null) {
      return Matcher.quoteReplacement(found.group());
    }
    String jiao = found.group(2) == null ? "0" : found.group(2);
    return found.group(1) + "." + jiao + (found.group(3) == null ? "0" : found.group(3)) + "元";
  }

  private static Optional<String> day(MatchResult found) {
    String tens = found.group("tens");
    int day =
        (tens == null ? 0 : tens.equals("twenty") ? 20 : 30) + ORDINALS.get(found.group("ordinal"));
    return Optional.of(found.group("month") + " " + day);
  }

  private static String english(String text) {
    Matcher matcher = ENGLISH.matcher(text);
    StringBuilder plain = new StringBuilder();
    while (matcher.find()) {
      String words = matcher.group();
      boolean one =
          ONE_OF_MANY.matcher(words).matches()
              && !COUNTED.matcher(text.substring(matcher.end())).find();
      String number =
          one
              ? words
              : NumberWords.read(words.replace(" and ", " "))
                  .map(BigDecimal::toPlainString)
                  .orElse(words);
      matcher.appendReplacement(plain, Matcher.quoteReplacement(number));
    }
    return matcher.appendTail(plain).toString();
  }

  private static Optional<String> scaled(MatchResult found) {
    int places =
        switch (found.group(2)) {
          case "百", "hundred" -> 2;
          case "千", "k", "thousand" -> 3;
          case "万", "w" -> 4;
          case "million" -> 6;
          case "亿" -> 8;
          default -> 9;
        };
    BigDecimal number = new BigDecimal(found.group(1).replace(",", ""));
    return Optional.of(number.movePointRight(places).toPlainString());
  }

  private static String replaced(
      Pattern pattern, String text, Function<MatchResult, Optional<String>> written) {
    return pattern
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(written.apply(found).orElseGet(found::group)));
  }
}
