package org.feewise.assistant.chat.policy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chinese words written in Latin letters inside English, such as shebao, in plain English. */
final class Loanwords {
  private static final Properties ENGLISH = read();
  private static final Pattern ANY =
      Pattern.compile(
          "\\b(?:" + String.join("|", ENGLISH.stringPropertyNames()) + ")\\b",
          Pattern.CASE_INSENSITIVE);

  private Loanwords() {}

  private static Properties read() {
    Properties read = new Properties();
    try (InputStreamReader reader =
        new InputStreamReader(
            Loanwords.class.getResourceAsStream("loanwords.properties"), StandardCharsets.UTF_8)) {
      read.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("loanwords.properties cannot be read", e);
    }
    return read;
  }

  /** The text with each such word in English. */
  static String inEnglish(String text) {
    return ANY.matcher(text)
        .replaceAll(
            word ->
                Matcher.quoteReplacement(
                    ENGLISH.getProperty(word.group().toLowerCase(Locale.ROOT))));
  }
}
