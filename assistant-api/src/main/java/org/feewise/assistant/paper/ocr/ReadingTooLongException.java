package org.feewise.assistant.paper.ocr;

/** A picture took longer to read than it may. */
public final class ReadingTooLongException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ReadingTooLongException() {
    super("the picture took too long to read", null, false, false);
  }
}
