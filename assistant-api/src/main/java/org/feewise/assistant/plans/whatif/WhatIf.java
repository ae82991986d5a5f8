package org.feewise.assistant.plans.whatif;

import java.time.LocalDate;
import java.util.List;
import org.feewise.models.money.Money;
import org.feewise.models.plans.Payment;

/**
 * A plan from today, the same with the departure as it is, and the best that can be made of it.
 *
 * @param plan what is still to be paid of the plan
 * @param asIs the same payments under the departure
 * @param best the cheapest payments under the departure
 */
public record WhatIf(String planId, LocalDate asOf, Way plan, Way asIs, Way best) {

  /**
   * One way to pay.
   *
   * @param feasible whether it keeps every rule and settles every bill
   * @param extraCost surcharges and fees less discounts from today on; null, as the other figures,
   *     where a bill, day or method is not known
   * @param finishOn day of the last payment, or null when nothing is paid
   * @param differenceYuan what it costs more than the plan; below zero where it costs less
   * @param differenceDays days it is done later than the plan, below zero where earlier; null when
   *     one of both pays nothing
   * @param missing principal that it leaves unpaid
   * @param breaks rules that it breaks
   * @param says it in the citizen's language
   */
  public record Way(
      boolean feasible,
      Money extraCost,
      LocalDate finishOn,
      Money differenceYuan,
      Long differenceDays,
      Money missing,
      List<Broken> breaks,
      List<Payment> payments,
      String says) {
    public Way {
      breaks = List.copyOf(breaks);
      payments = List.copyOf(payments);
    }
  }

  /**
   * A rule that a way to pay breaks.
   *
   * @param rule its name
   * @param subject the bill, day or method concerned
   * @param says it in the citizen's language
   */
  public record Broken(String rule, String subject, String says) {}
}
