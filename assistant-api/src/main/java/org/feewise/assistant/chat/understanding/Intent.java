package org.feewise.assistant.chat.understanding;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What a citizen wants with one message: the closed list the product is scored on. */
public enum Intent {
  BILL_QUERY,
  BILL_DUE,
  PAYMENT_HISTORY,
  SURCHARGE_EXPLAIN,
  PLAN_RECOMMEND,
  PAY_START,
  RECEIPT_GET,
  RECEIPT_VERIFY,
  REMINDER_SET,
  REMINDER_STOP,
  POLICY_ASK,
  DISPUTE_RAISE,
  REFUND_ASK,
  HANDOFF_HUMAN,
  SMALLTALK,
  OUT_OF_SCOPE,
  UNSAFE;

  /**
   * The intent of a name such as {@code "bill.query"}.
   *
   * @throws IllegalArgumentException when no intent has that name
   */
  public static Intent named(String name) {
    return Arrays.stream(values())
        .filter(intent -> intent.wireName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("intent \"" + name + "\" is not known"));
  }

  /** The name other programs know it by, such as {@code "bill.query"}. */
  @JsonValue
  public String wireName() {
    return switch (this) {
      case OUT_OF_SCOPE -> "out_of_scope";
      case BILL_QUERY,
          BILL_DUE,
          PAYMENT_HISTORY,
          SURCHARGE_EXPLAIN,
          PLAN_RECOMMEND,
          PAY_START,
          RECEIPT_GET,
          RECEIPT_VERIFY,
          REMINDER_SET,
          REMINDER_STOP,
          POLICY_ASK,
          DISPUTE_RAISE,
          REFUND_ASK,
          HANDOFF_HUMAN,
          SMALLTALK,
          UNSAFE ->
          name().toLowerCase(java.util.Locale.ROOT).replace('_', '.');
    };
  }

  /** Whether the message is about no fee of the citizen's own, so nothing of the topic applies. */
  public boolean isAside() {
    return this == SMALLTALK || this == OUT_OF_SCOPE || this == UNSAFE || this == HANDOFF_HUMAN;
  }

  /** Whether a day in the message is a planned payment date rather than a bill's period. */
  public boolean looksAhead() {
    return this == BILL_DUE || this == SURCHARGE_EXPLAIN || this == PLAN_RECOMMEND;
  }
}
