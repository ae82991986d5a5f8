package org.feewise.assistant.bills;

/** The caller asked for a page by a token that no list gave out. */
public final class UnknownPageException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UnknownPageException(String token, Throwable cause) {
    super("next \"" + token + "\" is not a page of this list", cause);
  }
}
