package org.feewise.models.plans;

/**
 * A rule that a plan breaks.
 *
 * @param subject the bill, date or method concerned
 * @param detail the figures
 */
public record BrokenRule(Kind kind, String subject, String detail) {
  /** The rules a plan is held to. */
  public enum Kind {
    UNKNOWN_BILL,
    UNKNOWN_DATE,
    UNKNOWN_METHOD,
    AMOUNT_NOT_POSITIVE,
    REPEATED_PAYMENT,
    TOO_MANY_PAYMENTS,
    OVERPAID,
    NOT_SETTLED,
    PER_PAYMENT_LIMIT,
    PER_DAY_LIMIT,
    CAPACITY,
    MONTHLY_LIMIT
  }
}
