package org.feewise.assistant.chat.guard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of money in a text with plain numbers.
 *
 * @param start where it begins there
 * @param end where it ends there
 */
record Amount(BigDecimal value, int start, int end) {
  private static final Pattern AMOUNT =
      Pattern.compile(
          "[¥￥$] ?(\\d[\\d,]*(?:\\.\\d+)?)(?: ?(?:元|块|yuan|cny|rmb))?|(\\d[\\d,]*(?:\\.\\d+)?) ?(?:元|块|圆|yuan|cny|rmb)|(?:cny|rmb|人民币) ?(\\d[\\d,]*(?:\\.\\d+)?)|(?<![\\d.-])(\\d[\\d,]*\\.\\d{2})(?![\\d.-]| ?[%‰])");

  static List<Amount> in(String text) {
    List<Amount> amounts = new ArrayList<>();
    Matcher found = AMOUNT.matcher(text);
    while (found.find()) {
      for (int group = 1; group <= found.groupCount(); group++) {
        if (found.group(group) != null) {
          String digits = found.group(group).replace(",", "");
          amounts.add(
              new Amount(new BigDecimal(digits).stripTrailingZeros(), found.start(), found.end()));
        }
      }
    }
    return amounts;
  }
}
