package org.feewise.assistant.chat.guard;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adds up what a reply adds up: 49.14 + 1020.00 = 1069.14. */
final class Additions {
  private static final Pattern ADDITION =
      Pattern.compile("(?<parts>[^=\\n。！!？?；;×*÷]*\\+[^=\\n。！!？?；;×*÷]*)=(?<sum>[^=\\n。！!？?；;+]*)");

  private static final Pattern CLAUSE = Pattern.compile("[，:]|,(?!\\d)");

  /** Amounts added without a word between them. */
  private static final Pattern BARE =
      Pattern.compile(
          "(?:[¥￥]?\\d[\\d,]*\\.\\d{2} ?(?:元|yuan|cny|rmb)? ?\\+ ?)+[¥￥]?\\d[\\d,]*\\.\\d{2} ?(?:元|yuan|cny|rmb)? ?= ?");

  private Additions() {}

  /** The text with only the sum of what is added without a word between. */
  static String summed(String text) {
    return BARE.matcher(text).replaceAll("");
  }

  /** Whether the amounts before each sign of equality, where they are added, come to the next. */
  static boolean hold(String text) {
    Matcher addition = ADDITION.matcher(text);
    while (addition.find()) {
      List<Amount> sum = Amount.in(addition.group("sum"));
      BigDecimal parts =
          Amount.in(added(addition.group("parts"))).stream()
              .map(Amount::value)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      if (!sum.isEmpty() && parts.compareTo(sum.getFirst().value()) != 0) {
        return false;
      }
    }
    return true;
  }

  /** From the clause on that the first sign of addition stands in. */
  private static String added(String parts) {
    String[] clauses = CLAUSE.split(parts.substring(0, parts.indexOf('+')), -1);
    return clauses[clauses.length - 1] + parts.substring(parts.indexOf('+'));
  }
}
