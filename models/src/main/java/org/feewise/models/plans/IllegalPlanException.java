package org.feewise.models.plans;

/** A plan problem that makes no sense, with the field at fault. */
public final class IllegalPlanException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final String field;

  public IllegalPlanException(String field, String message) {
    super(message);
    this.field = field;
  }

  /** The field at fault as the contract names it, such as {@code bills.principal}. */
  public String field() {
    return field;
  }
}
