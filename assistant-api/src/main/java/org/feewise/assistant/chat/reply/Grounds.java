package org.feewise.assistant.chat.reply;

import java.util.ArrayList;
import java.util.List;
import org.feewise.assistant.chat.dialogue.Understood;
import org.feewise.assistant.chat.tools.ToolUse;

/** The texts that the figures of a reply may come from. */
public final class Grounds {
  private Grounds() {}

  public static List<String> of(List<ToolUse> tools, Question question, Understood understood) {
    return of(tools, question.text(), understood);
  }

  /** Tool results, what the citizen said and how it was understood, today included. */
  public static List<String> of(List<ToolUse> tools, String said, Understood understood) {
    List<String> grounds = new ArrayList<>();
    tools.forEach(use -> grounds.add(use.result().toString()));
    grounds.add(said);
    grounds.add(understood.text());
    grounds.add(understood.slots().toString());
    return grounds;
  }
}
