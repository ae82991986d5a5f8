package org.feewise.assistant.chat.reply;

import org.feewise.assistant.chat.veil.PersonalWords;

/** Takes what looks personal out of a text that may be sent to a model. */
public final class Masked {
  private Masked() {}

  public static String text(String text) {
    return PersonalWords.maskedIn(text);
  }
}
