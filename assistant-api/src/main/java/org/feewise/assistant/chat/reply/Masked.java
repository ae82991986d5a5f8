package org.feewise.assistant.chat.reply;

import java.util.regex.Pattern;

/** Takes identity and phone numbers out of what is sent to a model. */
public final class Masked {
  private static final Pattern PERSONAL =
      Pattern.compile(
          "(?<!\\d)(?:\\d{17}[\\dXx]|1[3-9]\\d{9}|\\d{16,19})(?!\\d)|[\\w.+-]+@[\\w-]+\\.[\\w.]+");

  private Masked() {}

  public static String text(String text) {
    return PERSONAL.matcher(text).replaceAll("***");
  }
}
