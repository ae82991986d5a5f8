package org.feewise.assistant.plans.whatif;

import java.time.LocalDate;
import java.util.List;
import org.feewise.assistant.plans.WishedMethod;
import org.feewise.assistant.plans.WishedPayDate;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;

/**
 * What is to be different from a plan; everything may be left out.
 *
 * @param planId the plan; null for the accepted one
 * @param payDates other pay dates
 * @param monthlyBudget another amount for each of them
 * @param methods other methods
 * @param maxInstalments another limit of payments for a bill
 * @param pay the payments of some bills, evaluated as they are
 * @param move a pay date that comes on another day with its money and its payments
 */
public record Departure(
    String planId,
    List<WishedPayDate> payDates,
    Money monthlyBudget,
    List<WishedMethod> methods,
    Integer maxInstalments,
    List<Pay> pay,
    Move move) {

  /**
   * One payment.
   *
   * @param amount null where it settles the bill
   */
  public record Pay(String billNo, LocalDate on, PaymentMethod method, Money amount) {}

  /** A pay date and the day on which it comes instead. */
  public record Move(LocalDate from, LocalDate to) {}
}
