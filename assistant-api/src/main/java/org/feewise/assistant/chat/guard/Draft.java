package org.feewise.assistant.chat.guard;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feewise.assistant.chat.dialogue.Understood;
import org.feewise.assistant.chat.tools.ToolUse;
import org.feewise.assistant.chat.understanding.Intent;

/**
 * A reply that a language model proposes, with what it may rest on.
 *
 * @param text plain, with the real numbers of bills
 * @param uses the tools that the model used
 * @param right the tools that the message needs, as the offline model uses them
 * @param house what the offline model says to the message
 * @param instructions what the model was told, which it may not repeat
 */
public record Draft(
    String text,
    Locale locale,
    Understood understood,
    List<ToolUse> uses,
    List<ToolUse> right,
    String house,
    String instructions) {

  boolean wants(Intent intent) {
    return intents().contains(intent);
  }

  /** Everything the message asks for. */
  Set<Intent> intents() {
    return understood.wishes().stream().map(Understood::intent).collect(Collectors.toSet());
  }

  boolean isChinese() {
    return locale.getLanguage().equals("zh");
  }

  /** What both looked up. */
  List<ToolUse> everything() {
    return Stream.concat(uses.stream(), right.stream()).toList();
  }

  /** Whether it is small talk or about no bill at all, so that no figure need be looked up. */
  boolean needsNoTool() {
    return right.isEmpty();
  }
}
