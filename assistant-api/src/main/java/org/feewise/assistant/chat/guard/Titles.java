package org.feewise.assistant.chat.guard;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feewise.assistant.chat.tools.ToolUse;

/** Puts a mark for the number or the title of each bill, so that a title is read as no words. */
final class Titles {
  /** A longer title can say anything, and is left for what it says. */
  private static final int LONGEST = 30;

  private Titles() {}

  /**
   * The text without any title, however long, so that none of it is taken for the house's words.
   */
  static String removed(String text, List<ToolUse> uses) {
    String removed = text;
    for (String title : longestFirst(Facts.of(uses)).map(Map.Entry::getKey).toList()) {
      removed = removed.replace(title, "; ");
    }
    return removed;
  }

  private static Stream<Map.Entry<String, String>> longestFirst(Facts facts) {
    return facts.titles().entrySet().stream()
        .sorted((one, other) -> other.getKey().length() - one.getKey().length());
  }

  /**
   * The text with its marks. A title that states an amount is left for what it says.
   *
   * @param uses the tools that found the bills
   */
  static String marked(String text, List<ToolUse> uses) {
    Facts facts = Facts.of(uses);
    String marked = text;
    List<Map.Entry<String, String>> titles =
        longestFirst(facts)
            .filter(title -> title.getKey().length() <= LONGEST)
            .filter(title -> Amount.in(PlainNumbers.of(title.getKey())).isEmpty())
            .toList();
    for (Map.Entry<String, String> title : titles) {
      marked =
          marked.replace(
              title.getKey(), title.getValue().isEmpty() ? " " : Subject.marked(title.getValue()));
    }
    Set<String> numbers = new LinkedHashSet<>();
    Stream.concat(
            facts.sums().stream().map(Facts.Sum::billNo),
            facts.bills().stream().map(Facts.Bill::billNo))
        .filter(Objects::nonNull)
        .forEach(numbers::add);
    for (String billNo : numbers) {
      marked =
          Pattern.compile("(?i)(?<![A-Za-z0-9¤-])" + Pattern.quote(billNo) + "(?![A-Za-z0-9])")
              .matcher(marked)
              .replaceAll(Matcher.quoteReplacement(Subject.marked(billNo)));
    }
    return marked;
  }
}
