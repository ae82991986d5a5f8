package org.feewise.assistant.chat.guard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.feewise.assistant.chat.guard.lexicon.Lexicon;
import org.feewise.assistant.chat.tools.ToolUse;

/**
 * Checks that a reply is made of nothing but words that the house knows to be harmless, and of what
 * the house says in this very turn.
 */
final class ClosedWorld {
  private ClosedWorld() {}

  /**
   * What the text says in other words.
   *
   * @param text in plain numbers, with marks for bills
   */
  static List<String> unknown(Draft draft, String text) {
    return Lexicon.of(draft.isChinese()).unknown(text, repeatable(draft));
  }

  /** Its own answer, without the titles that others wrote, and the rules and reasons behind it. */
  private static List<String> repeatable(Draft draft) {
    List<String> texts = new ArrayList<>();
    texts.add(PlainNumbers.of(Titles.removed(draft.house(), draft.right())));
    draft.right().stream().flatMap(ClosedWorld::passages).map(PlainNumbers::of).forEach(texts::add);
    return texts;
  }

  private static Stream<String> passages(ToolUse use) {
    return use.result().path("passages").valueStream().map(ClosedWorld::text);
  }

  private static String text(JsonNode passage) {
    return passage.path("text").asText();
  }
}
