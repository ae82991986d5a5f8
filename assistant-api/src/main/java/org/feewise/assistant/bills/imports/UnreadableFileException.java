package org.feewise.assistant.bills.imports;

/** A file that cannot be imported at all; the message says what is wrong and what to do. */
public final class UnreadableFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableFileException(String message) {
    super(message);
  }

  UnreadableFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
