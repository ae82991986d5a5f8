package org.feewise.models.plans;

import java.time.LocalDate;
import org.feewise.models.money.Money;

/**
 * A day on which the citizen can pay, and what becomes available on it; what is left carries over.
 *
 * @param on the day
 * @param capacity money that becomes available on the day, zero or more
 */
public record PayDate(LocalDate on, Money capacity) {
  public PayDate {
    Refusal.whenMissing("payDates.on", on);
    Refusal.unlessBetween("payDates.capacity", capacity, Money.ZERO, PlanProblem.LARGEST_AMOUNT);
  }
}
