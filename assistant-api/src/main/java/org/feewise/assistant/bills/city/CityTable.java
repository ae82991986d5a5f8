package org.feewise.assistant.bills.city;

import java.util.List;

/** A table that the city's files fill as they are, and the columns they may name. */
enum CityTable {
  BILL(
      "bill_no",
      "citizen_id",
      "fee_type",
      "title",
      "period_from",
      "period_to",
      "principal_fen",
      "issued_on",
      "due_on",
      "effective_due_on",
      "decision_on",
      "region",
      "payer_kind",
      "settled_on",
      "paid_fen",
      "source",
      "attributes",
      "changed_at"),
  PAYMENT(
      "payment_id",
      "bill_no",
      "citizen_id",
      "paid_at",
      "principal_fen",
      "surcharge_fen",
      "discount_fen",
      "fee_fen",
      "method",
      "channel",
      "source"),
  REMINDER(
      "reminder_id",
      "citizen_id",
      "bill_no",
      "channel",
      "reason",
      "status",
      "detail",
      "send_after",
      "sent_at",
      "read_at",
      "attempts",
      "created_at",
      "source");

  private final List<String> columns;

  CityTable(String... columns) {
    this.columns = List.of(columns);
  }

  List<String> columns() {
    return columns;
  }
}
