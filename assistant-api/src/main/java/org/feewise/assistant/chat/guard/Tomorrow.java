package org.feewise.assistant.chat.guard;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feewise.assistant.chat.tools.ToolUse;

/** Puts the day for "tomorrow", so that it is checked like any other day. */
final class Tomorrow {
  private static final Pattern SAID = Pattern.compile("明[天日]|\\btomorrow\\b");
  private static final Pattern PART = Pattern.compile("[^，,；;。！!？?\\n]+");

  /** What only grows by tomorrow has no deadline then. */
  private static final Pattern GROWS =
      Pattern.compile("高|多|涨|增|\\b(?:higher|more|grows?|increases?|rises?)\\b");

  private Tomorrow() {}

  /** The text with the day after the one that the tools know as today. */
  static String dated(String text, List<ToolUse> uses) {
    return uses.stream()
        .map(use -> use.result().path("today").asText(""))
        .filter(today -> !today.isEmpty())
        .findFirst()
        .map(today -> dated(text, LocalDate.parse(today).plusDays(1) + " "))
        .orElse(text);
  }

  private static String dated(String text, String tomorrow) {
    return PART.matcher(text)
        .replaceAll(
            part ->
                Matcher.quoteReplacement(
                    GROWS.matcher(part.group()).find()
                        ? part.group()
                        : SAID.matcher(part.group()).replaceAll(tomorrow)));
  }
}
