package org.feewise.assistant.plans.accepted;

import java.time.LocalDate;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;

/**
 * A payment of an accepted plan and where it stands today.
 *
 * @param open principal of it that is not paid yet
 */
public record PlanStep(
    String billNo,
    String title,
    LocalDate on,
    PaymentMethod method,
    Money amount,
    Money open,
    State state) {

  /** Where a payment stands. */
  public enum State {
    DONE,
    DUE,
    MISSED
  }
}
