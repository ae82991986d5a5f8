package org.feewise.models.evaluation;

/** A line of a case file that cannot be scored: the field at fault and why, in one sentence. */
public final class MalformedCase extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public MalformedCase(String field, String reason) {
    super(field.isEmpty() ? reason : field + ": " + reason);
  }
}
