package org.feewise.assistant.paper.notice;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a paper bill says. */
public enum Field {
  FEE_TYPE("feeType"),
  NUMBER("number"),
  PAYEE("payee"),
  PERIOD("period"),
  AMOUNT_DUE("amountDue"),
  PRINCIPAL("principal"),
  LATE_FEE("lateFee"),
  ISSUED_ON("issuedOn"),
  DUE_ON("dueOn");

  private final String wireName;

  Field(String wireName) {
    this.wireName = wireName;
  }

  /** Its name in JSON and in the bundles. */
  @JsonValue
  public String wireName() {
    return wireName;
  }

  boolean isAmount() {
    return this == AMOUNT_DUE || this == PRINCIPAL || this == LATE_FEE;
  }

  boolean isDay() {
    return this == ISSUED_ON || this == DUE_ON;
  }
}
