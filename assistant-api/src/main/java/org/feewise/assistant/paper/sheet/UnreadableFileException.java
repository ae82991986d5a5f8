package org.feewise.assistant.paper.sheet;

/** A file that is none that can be read, with the reason. */
public final class UnreadableFileException extends Exception {
  private static final long serialVersionUID = 1;

  /** Why a file cannot be read. */
  public enum Reason {
    EMPTY,
    GIF,
    HEIC,
    VIDEO,
    OTHER_KIND,
    BROKEN_PICTURE,
    TOO_MANY_PIXELS,
    BROKEN_PDF,
    ENCRYPTED_PDF
  }

  private final Reason reason;

  UnreadableFileException(Reason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
