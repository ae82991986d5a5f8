package org.feewise.assistant.chat.slots;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Reads numbers as people write and say them: 1,200 · 1.2万 · 三百五 · 两千零五 · 3k · eight hundred. */
public final class NumberWords {
  /** A number in digits or Chinese numerals, as a part of a regular expression without groups. */
  static final String CHINESE =
      "(?:\\d[\\d,]*(?:\\.\\d+)?[kw千百万]?" + "|[零〇一二两三四五六七八九十百千万]+(?:点[零一二三四五六七八九]+[千百万]?)?)";

  /** A number in digits or English words, as a part of a regular expression without groups. */
  static final String ENGLISH =
      "(?:\\d[\\d,]*(?:\\.\\d+)?k?|(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
          + "|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty"
          + "|sixty|seventy|eighty|ninety|hundred|thousand|a|couple|half|dozen)\\b[ -]?)+)";

  private static final String DIGITS = "零一二三四五六七八九";

  /** Units that may follow decimals, the first counting hundreds. */
  private static final String UNITS = "百千万";

  private static final Map<String, Integer> ENGLISH_WORDS =
      Map.ofEntries(
          Map.entry("a", 1),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("couple", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("dozen", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("seventy", 70),
          Map.entry("eighty", 80),
          Map.entry("ninety", 90));

  private NumberWords() {}

  /** The number a piece of text says, or nothing when it is not one. */
  public static Optional<BigDecimal> read(String text) {
    String number = text.strip().replace(",", "");
    if (number.isEmpty()) {
      return Optional.empty();
    }
    if (Character.isDigit(number.charAt(0)) && number.charAt(0) < 128) {
      return digits(number);
    }
    if (number.charAt(0) < 128) {
      return english(number);
    }
    int point = number.indexOf('点');
    return point < 0 ? chinese(number) : withDecimals(number, point);
  }

  /**
   * The whole number a piece of text says, or nothing when it is not one of at most nine digits.
   */
  static Optional<Integer> whole(String text) {
    return read(text)
        .filter(n -> n.stripTrailingZeros().scale() <= 0 && n.precision() - n.scale() <= 9)
        .map(BigDecimal::intValue);
  }

  private static Optional<BigDecimal> digits(String number) {
    int scale =
        switch (number.charAt(number.length() - 1)) {
          case '百' -> 2;
          case 'k', '千' -> 3;
          case 'w', '万' -> 4;
          default -> 0;
        };
    String plain = scale == 0 ? number : number.substring(0, number.length() - 1);
    return Optional.of(new BigDecimal(plain).movePointRight(scale));
  }

  private static Optional<BigDecimal> english(String number) {
    long total = 0;
    long group = 0;
    for (String word : number.split("[ -]+")) {
      Integer value = ENGLISH_WORDS.get(word);
      if (value != null) {
        group += word.equals("couple") || word.equals("dozen") ? value - Math.min(group, 1) : value;
      } else if (word.equals("hundred")) {
        group = Math.max(group, 1) * 100;
      } else if (word.equals("thousand")) {
        total += Math.max(group, 1) * 1000;
        group = 0;
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(BigDecimal.valueOf(total + group));
  }

  /** 二点五万, 十二点三. */
  private static Optional<BigDecimal> withDecimals(String number, int point) {
    int unit = UNITS.indexOf(number.charAt(number.length() - 1));
    int end = unit < 0 ? number.length() : number.length() - 1;
    Optional<BigDecimal> decimals =
        digitByDigit(number.substring(point + 1, end)).map(d -> d.movePointLeft(end - point - 1));
    return chinese(number.substring(0, point))
        .flatMap(whole -> decimals.map(whole::add))
        .map(value -> value.movePointRight(unit < 0 ? 0 : unit + 2));
  }

  private static Optional<BigDecimal> chinese(String number) {
    long total = 0;
    long section = 0;
    long digit = -1;
    long unit = 1;
    for (char c : number.replace('〇', '零').replace('两', '二').toCharArray()) {
      int value = DIGITS.indexOf(c);
      if (value >= 0) {
        if (digit > 0) {
          return value >= 0 ? digitByDigit(number) : Optional.empty();
        }
        digit = value;
        unit = value == 0 ? 1 : unit;
        continue;
      }
      long scale = c == '十' ? 10 : c == '百' ? 100 : c == '千' ? 1000 : 10_000;
      if (scale == 10_000) {
        total += (section + Math.max(digit, 0)) * scale;
        section = 0;
      } else {
        section += (digit < 0 ? 1 : digit) * scale;
      }
      digit = -1;
      unit = scale;
    }
    // a last digit right after a unit counts the next lower unit: 三百五 is 350, 一万二 is 12000
    long last = digit <= 0 ? 0 : unit >= 100 ? digit * unit / 10 : digit;
    return Optional.of(BigDecimal.valueOf(total + section + last));
  }

  private static Optional<BigDecimal> digitByDigit(String number) {
    StringBuilder digits = new StringBuilder();
    for (char c : number.replace('〇', '零').replace('两', '二').toCharArray()) {
      int value = DIGITS.indexOf(c);
      if (value < 0) {
        return Optional.empty();
      }
      digits.append(value);
    }
    return Optional.of(new BigDecimal(digits.toString()));
  }
}
