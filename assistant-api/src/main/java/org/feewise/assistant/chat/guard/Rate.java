package org.feewise.assistant.chat.guard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rate in a text: 0.05%, 0.5‰, 3 percent, 万分之五, or a decimal below one such as 0.0005.
 *
 * @param fraction its value without trailing zeros
 */
record Rate(String text, BigDecimal fraction) {
  private static final Pattern PARTS =
      Pattern.compile("(\\d+(?:\\.\\d+)?) ?(%|‰|percent|per mille|个百分点)");
  private static final Pattern CHINESE =
      Pattern.compile("([百千万])分之([零一二两三四五六七八九十]|\\d+(?:\\.\\d+)?)");
  private static final Pattern DECIMAL = Pattern.compile("(?<![\\d.,])0\\.\\d{3,}(?![\\d%‰])");
  private static final String DIGITS = "零一二三四五六七八九十";

  static List<Rate> in(String text) {
    List<Rate> rates = new ArrayList<>();
    Matcher parts = PARTS.matcher(text);
    while (parts.find()) {
      boolean thousandths = parts.group(2).equals("‰") || parts.group(2).equals("per mille");
      rates.add(of(parts.group(), new BigDecimal(parts.group(1)), thousandths ? 3 : 2));
    }
    Matcher chinese = CHINESE.matcher(text);
    while (chinese.find()) {
      int places = "百千万".indexOf(chinese.group(1)) + 2;
      rates.add(of(chinese.group(), value(chinese.group(2)), places));
    }
    Matcher decimal = DECIMAL.matcher(text);
    while (decimal.find()) {
      rates.add(of(decimal.group(), new BigDecimal(decimal.group()), 0));
    }
    return rates;
  }

  private static Rate of(String text, BigDecimal value, int places) {
    return new Rate(text, value.movePointLeft(places).stripTrailingZeros());
  }

  private static BigDecimal value(String number) {
    int digit = DIGITS.indexOf(number.replace('两', '二'));
    return digit >= 0 ? BigDecimal.valueOf(digit) : new BigDecimal(number);
  }
}
