package org.feewise.assistant.bills;

/** Where a bill stands on a given day; each bill has exactly one status on each day. */
public enum BillStatus {
  /** Open, and its effective due date has not passed. */
  UNPAID,
  /** Its principal was paid in full. */
  PAID,
  /** Open after its effective due date. */
  OVERDUE
}
