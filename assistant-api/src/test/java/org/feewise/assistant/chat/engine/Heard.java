package org.feewise.assistant.chat.engine;

import java.util.List;
import org.feewise.assistant.chat.dialogue.Understood;
import org.feewise.assistant.chat.reply.Listener;
import org.feewise.assistant.chat.tools.ToolUse;

/** Keeps the pieces of a reply as they are said. */
record Heard(List<String> pieces) implements Listener {
  @Override
  public void understood(Understood understood) {}

  @Override
  public void used(ToolUse use) {}

  @Override
  public void said(String token) {
    pieces.add(token);
  }
}
