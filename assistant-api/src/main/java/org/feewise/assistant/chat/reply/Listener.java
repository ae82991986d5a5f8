package org.feewise.assistant.chat.reply;

import org.feewise.assistant.chat.dialogue.Understood;
import org.feewise.assistant.chat.tools.ToolUse;

/** Told of an answer while it comes about. */
public interface Listener {
  /** Hears nothing. */
  Listener NONE =
      new Listener() {
        @Override
        public void understood(Understood understood) {}

        @Override
        public void used(ToolUse use) {}

        @Override
        public void said(String token) {}
      };

  void understood(Understood understood);

  void used(ToolUse use);

  /** A piece of the reply, once all of the reply is known to be grounded. */
  void said(String token);
}
