package org.feewise.assistant.chat.reply;

/** Thrown where a reply was stopped before it was whole. */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StoppedException() {
    super("the reply was stopped");
  }
}
