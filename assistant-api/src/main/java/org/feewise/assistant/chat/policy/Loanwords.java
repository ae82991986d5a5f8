package org.feewise.assistant.chat.policy;

import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chinese words written in Latin letters inside English, such as shebao, in plain English. */
final class Loanwords {
  private static final Properties ENGLISH = PropertyFile.read("loanwords.properties");
  private static final Pattern ANY =
      Pattern.compile(
          "\\b(?:" + String.join("|", ENGLISH.stringPropertyNames()) + ")\\b",
          Pattern.CASE_INSENSITIVE);

  private Loanwords() {}

  /** The text with each such word in English. */
  static String inEnglish(String text) {
    return ANY.matcher(text)
        .replaceAll(
            word ->
                Matcher.quoteReplacement(
                    ENGLISH.getProperty(word.group().toLowerCase(Locale.ROOT))));
  }
}
