package org.feewise.assistant.chat.slots;

/** Which bills a citizen asks for. */
public enum BillStatus {
  UNPAID,
  PAID,
  OVERDUE
}
