package org.feewise.assistant.chat.reply;

import java.util.List;
import org.feewise.assistant.chat.dialogue.Understood;
import org.feewise.assistant.chat.tools.ToolUse;

/**
 * A message answered: what was understood, what was looked up, what is said and what can be done.
 */
public record Answer(
    Understood understood,
    String reply,
    List<Citation> citations,
    List<ToolUse> tools,
    List<Action> actions) {

  /** Where something in the reply is written; {@code url} may be null. */
  public record Citation(String title, String article, String url) {}

  /** A page where the citizen goes on. */
  public record Action(String kind, String label, String href) {}
}
