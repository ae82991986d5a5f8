package org.feewise.assistant.chat.guard;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks that a reply is in the citizen's language. */
final class Tongue {
  private static final Pattern WORD = Pattern.compile("[\\p{IsLatin}]+(?:['’][a-z]+)?");
  private static final Set<String> ENGLISH =
      Set.of(
          "the",
          "a",
          "an",
          "is",
          "are",
          "was",
          "were",
          "you",
          "your",
          "and",
          "of",
          "for",
          "to",
          "in",
          "on",
          "it",
          "be",
          "has",
          "have",
          "with",
          "by",
          "no",
          "not",
          "please",
          "due",
          "bill",
          "bills",
          "total",
          "payment",
          "payments",
          "paid",
          "late",
          "fee",
          "this",
          "that",
          "at",
          "all",
          "i",
          "or",
          "water",
          "tax",
          "property",
          "overdue",
          "deadline",
          "date",
          "days",
          "pay",
          "as",
          "amount",
          "status");
  private static final int SHORT = 9;
  private static final double SHARE = 0.15;
  private static final double CHINESE_SHARE = 0.5;

  private Tongue() {}

  /**
   * Whether a text is in Chinese, else English; a figure alone is in both.
   *
   * @param text without titles and numbers of bills
   */
  static boolean speaks(String text, boolean chinese) {
    long han = count(text, Character.UnicodeScript.HAN);
    long latin = count(text, Character.UnicodeScript.LATIN);
    long others = text.codePoints().filter(Character::isLetter).count() - han - latin;
    if (others > 0) {
      return false;
    }
    if (han == 0 && latin == 0) {
      return text.codePoints().anyMatch(Character::isDigit);
    }
    return chinese
        ? han >= (latin == 0 ? 1 : 2) && han >= latin * CHINESE_SHARE
        : latin > 0 && han == 0 && isEnglish(text);
  }

  private static long count(String text, Character.UnicodeScript script) {
    return text.codePoints()
        .filter(Character::isLetter)
        .filter(c -> Character.UnicodeScript.of(c) == script)
        .count();
  }

  private static boolean isEnglish(String text) {
    long words = WORD.matcher(text).results().count();
    long known =
        WORD.matcher(text)
            .results()
            .filter(w -> ENGLISH.contains(w.group().toLowerCase(Locale.ROOT)))
            .count();
    boolean accents =
        text.codePoints().anyMatch(c -> c > 0xbf && c < 0x250 && Character.isLetter(c));
    return !accents && (words <= SHORT || known >= words * SHARE);
  }
}
