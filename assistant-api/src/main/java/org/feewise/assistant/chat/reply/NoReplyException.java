package org.feewise.assistant.chat.reply;

/** Thrown where a model gives no reply. */
final class NoReplyException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoReplyException(String why) {
    super(why);
  }

  NoReplyException(Throwable cause) {
    super(cause.getClass().getSimpleName() + " while it replied", cause);
  }
}
