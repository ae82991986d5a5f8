package org.feewise.models.risk;

/** Thrown when a model file is damaged or was made for other features; the message says which. */
public final class UnusableModel extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnusableModel(String reason) {
    super(reason);
  }

  UnusableModel(String reason, Throwable cause) {
    super(reason, cause);
  }
}
