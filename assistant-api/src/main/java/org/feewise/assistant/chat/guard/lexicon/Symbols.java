package org.feewise.assistant.chat.guard.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text in lower case, normal form and plain numbers into clauses of symbols: a Han
 * character, a word in letters, {@link #FIGURE}, {@link #BILL}, or any other sign that is no
 * punctuation.
 */
final class Symbols {
  static final String FIGURE = "#";
  static final String BILL = "¤";

  private static final Pattern SYMBOL =
      Pattern.compile(
          "(?<bill>¤[^ ]+(?: |$))"
              + "|(?<figure>[¥￥$]? ?\\d(?:[\\d.,:/-]*\\d)?(?: ?[%‰]|(?:st|nd|rd|th)\\b)?|#)"
              + "|(?<joint>(?<=\\p{IsLatin})[-/‑](?=\\p{IsLatin})|[\\s_])"
              + "|(?<word>\\p{IsLatin}+(?:['’]\\p{IsLatin}+)?)"
              + "|(?<end>[\\p{P}[\\p{IsExtended_Pictographic}&&[^👍👌👏🙌💯🆗🆓🎉🎊🚫⛔]]|+=~<>¥￥$^`→➡●▪•·◆■►※↳✦×÷✔☑✖✗✘\\x{FE0F}])"
              + "|(?<other>\\X)",
          Pattern.UNICODE_CHARACTER_CLASS);

  private Symbols() {}

  /** The clauses of a text; punctuation ends one. */
  static List<List<String>> clauses(String text) {
    List<List<String>> clauses = new ArrayList<>();
    List<String> clause = new ArrayList<>();
    Matcher next = SYMBOL.matcher(text);
    while (next.find()) {
      if (next.group("end") != null) {
        if (!clause.isEmpty()) {
          clauses.add(clause);
          clause = new ArrayList<>();
        }
      } else if (next.group("joint") == null) {
        clause.add(symbol(next));
      }
    }
    if (!clause.isEmpty()) {
      clauses.add(clause);
    }
    return clauses;
  }

  private static String symbol(Matcher next) {
    if (next.group("bill") != null) {
      return BILL;
    }
    return next.group("figure") != null ? FIGURE : next.group().replace('’', '\'');
  }
}
