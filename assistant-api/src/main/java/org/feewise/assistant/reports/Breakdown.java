package org.feewise.assistant.reports;

import java.util.Arrays;
import java.util.Optional;

/** What tells the rows of a report apart. */
public enum Breakdown {
  MONTH("month"),
  FEE_TYPE("feeType"),
  DISTRICT("district");

  private final String parameter;

  Breakdown(String parameter) {
    this.parameter = parameter;
  }

  /** Its name in the parameter {@code by} and in a row. */
  public String parameter() {
    return parameter;
  }

  static Optional<Breakdown> named(String parameter) {
    return Arrays.stream(values()).filter(each -> each.parameter.equals(parameter)).findFirst();
  }
}
