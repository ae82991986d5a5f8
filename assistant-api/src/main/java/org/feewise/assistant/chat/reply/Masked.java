package org.feewise.assistant.chat.reply;

import java.util.regex.Pattern;

/** Takes national ids, phone, card and mailbox numbers out of what is sent to a model. */
public final class Masked {
  private static final String GAP = "[ -]?";
  private static final Pattern PERSONAL =
      Pattern.compile(
          "(?<![\\d.])(?:"
              + "\\d{6}"
              + GAP
              + "(?:18|19|20)\\d{2}"
              + GAP
              + "\\d{4}"
              + GAP
              + "\\d{3}[\\dXx]"
              + "|(?:\\+?86"
              + GAP
              + ")?1[3-9]\\d"
              + GAP
              + "\\d{4}"
              + GAP
              + "\\d{4}"
              + "|\\d{4}(?:"
              + GAP
              + "\\d{4}){3}(?:"
              + GAP
              + "\\d{1,3})?"
              + "|\\d{16,19}|\\d{17}[Xx]"
              + ")(?![\\d]|\\.\\d)"
              + "|[\\w.+-]+@[\\w-]+\\.[\\w.]+");

  private Masked() {}

  public static String text(String text) {
    return PERSONAL.matcher(text).replaceAll("***");
  }
}
