package org.feewise.assistant.chat.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A reply as plain text: without a model's thoughts before it, and with headings, emphasis, lists
 * and tables of Markdown written out.
 *
 * @param breach why it cannot be shown as plain text; empty where it can
 */
public record PlainText(String text, Optional<Reason> breach) {
  private static final int LONGEST = 3_000;
  private static final Pattern THOUGHT =
      Pattern.compile(
          "(?is)<(think|thinking|thought|reasoning)>.*?</\\1>|^.*?</(?:think|thinking|thought|reasoning)>");
  private static final Pattern OPEN_THOUGHT =
      Pattern.compile("(?i)</?(?:think|thinking|thought|reasoning)\\b");
  private static final Pattern MARKUP =
      Pattern.compile(
          "(?i)<(?:!--|/?[a-z!][^>]*>?)|!\\[|javascript:|data:[a-z]+/|&(?:#\\d+|#x[0-9a-f]+|[a-z]+);");

  /** Marks of roles and tools as models write them. */
  private static final Pattern MACHINERY =
      Pattern.compile(
          "(?i)<\\|[^>]*\\|?>|\\[/?inst\\]|</?tool_?(?:call|response)s?\\b|</?(?:system|assistant|user|data|function)\\b");

  private static final Pattern LINK = Pattern.compile("\\[([^\\]\\n]*)\\]\\(([^)\\n]*)\\)");
  private static final Pattern RULE = Pattern.compile("\\s*(?:[-*_=] ?){3,}\\s*");
  private static final Pattern TABLE_RULE = Pattern.compile("[\\s|:-]*--[\\s|:-]*");
  private static final Pattern FENCE = Pattern.compile("\\s*(?:```|~~~).*");

  /** Of a reply as a model wrote it. */
  public static PlainText of(String said) {
    String heard = THOUGHT.matcher(visible(said)).replaceAll("").strip();
    if (heard.length() > LONGEST) {
      return new PlainText(heard, Optional.of(Reason.LENGTH));
    }
    if (OPEN_THOUGHT.matcher(heard).find() || MACHINERY.matcher(heard).find()) {
      return new PlainText(heard, Optional.of(Reason.LEAK));
    }
    if (MARKUP.matcher(heard).find()) {
      return new PlainText(heard, Optional.of(Reason.MARKUP));
    }
    List<String> lines = new ArrayList<>();
    heard.lines().flatMap(PlainText::plain).forEach(lines::add);
    String text = String.join("\n", lines).replaceAll("\\n{3,}", "\n\n").strip();
    return new PlainText(text, Optional.empty());
  }

  /** Without characters that nobody sees. */
  private static String visible(String said) {
    StringBuilder seen = new StringBuilder(said.length());
    said.codePoints()
        .filter(c -> c == '\n' || c == '\t' || !isUnseen(c))
        .map(c -> Character.isSpaceChar(c) || c == '\t' ? ' ' : c)
        .forEach(seen::appendCodePoint);
    return seen.toString();
  }

  private static boolean isUnseen(int c) {
    int type = Character.getType(c);
    return type == Character.FORMAT || type == Character.CONTROL || type == Character.PRIVATE_USE;
  }

  private static Stream<String> plain(String line) {
    if (FENCE.matcher(line).matches()
        || (!line.isBlank()
            && (RULE.matcher(line).matches() || TABLE_RULE.matcher(line).matches()))) {
      return Stream.empty();
    }
    String text = line.strip();
    if (text.startsWith("|") && text.length() > 1) {
      text = row(text);
    }
    text = text.replaceAll("^(?:> ?)+", "").replaceAll("^#{1,6} +", "");
    text = text.replaceAll("^[-*+•] +(?:\\[[ x]\\] )?", "· ");
    text = LINK.matcher(text).replaceAll("$1 $2");
    text = text.replaceAll("(\\*\\*\\*|\\*\\*|\\*|~~|`+)", "");
    text = text.replaceAll("(?<![A-Za-z0-9])_{1,3}(?=\\S)|(?<=\\S)_{1,3}(?![A-Za-z0-9])|__+", "");
    text = text.replaceAll("(?<=\\d)_(?=\\d)", "").replaceAll("\\\\([*_#`|-])", "$1");
    return Stream.of(text.stripTrailing());
  }

  /** The cells of a row in one sentence: the first names what the others are of. */
  private static String row(String line) {
    List<String> cells =
        Stream.of(line.replaceAll("^\\||\\|$", "").split("\\|"))
            .map(String::strip)
            .filter(cell -> !cell.isEmpty())
            .toList();
    return cells.size() < 2
        ? String.join("", cells)
        : cells.getFirst() + ": " + String.join(", ", cells.subList(1, cells.size()));
  }
}
