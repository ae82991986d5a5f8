package org.feewise.assistant.plans.view;

import java.time.LocalDate;
import org.feewise.models.money.Money;

/**
 * The plan beside a simpler way to pay the same bills.
 *
 * @param on the day on which everything would be paid
 * @param extraCost surcharges and fees less discounts of that way
 * @param difference what that way costs more than the plan; below zero where it costs less
 * @param needs money it takes on that day
 * @param possible whether so much is there by then
 * @param says it in the citizen's language
 */
public record Comparison(
    With with,
    LocalDate on,
    Money extraCost,
    Money difference,
    Money needs,
    boolean possible,
    String says) {

  /** The simpler ways. */
  public enum With {
    PAY_ALL_NOW,
    WAIT_UNTIL_LAST_DATE
  }
}
