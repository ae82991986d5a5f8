package org.feewise.assistant.chat.dialogue;

import java.util.List;
import org.feewise.assistant.chat.understanding.Intent;

/**
 * A message that could mean two things, until the next message says which.
 *
 * @param text the message in normal form
 * @param readings the likeliest first
 */
public record Doubt(String text, List<Intent> readings) {
  public Doubt {
    readings = List.copyOf(readings);
  }
}
