package org.feewise.assistant.chat.slots;

/** A detail of a wish, by the name other programs know it by. */
public enum Slot {
  FEE_TYPE("feeType"),
  PERIOD("period"),
  AS_OF("asOf"),
  AMOUNT("amount"),
  MONTHLY_BUDGET("monthlyBudget"),
  INSTALMENTS("instalments"),
  DAYS_BEFORE("daysBefore"),
  METHOD("method"),
  CHANNEL("channel"),
  STATUS("status"),
  RECEIPT_NO("receiptNo"),
  BILL_NO("billNo");

  private final String wireName;

  Slot(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }
}
