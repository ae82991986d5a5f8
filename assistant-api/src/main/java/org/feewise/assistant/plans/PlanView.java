package org.feewise.assistant.plans;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;

/**
 * A payment plan as a citizen reads it.
 *
 * @param kinds what it is best at
 * @param asOf the day it was made, Asia/Shanghai
 * @param feasible whether it pays everything
 * @param optimal whether its cost is proven to be least among plans of its kind, to within a fen a
 *     bill
 * @param extraCost surcharges and fees less discounts
 * @param lowerBound no plan of the same bills, days and methods costs less
 * @param total everything that is paid, fees included
 * @param heaviestMonth the most that is paid in one month, fees included
 * @param doneOn day of the last payment, or null when nothing can be paid
 * @param payments in order of day
 * @param bills what each bill costs and why
 * @param notes what to know before agreeing to it
 * @param acceptedAt when the citizen accepted it, or null
 */
public record PlanView(
    String id,
    List<PlanKind> kinds,
    LocalDate asOf,
    boolean feasible,
    boolean optimal,
    Money extraCost,
    Money lowerBound,
    Money total,
    Money heaviestMonth,
    LocalDate doneOn,
    List<Line> payments,
    List<BillLine> bills,
    List<String> notes,
    long solveMs,
    OffsetDateTime acceptedAt) {

  public PlanView {
    kinds = List.copyOf(kinds);
    payments = List.copyOf(payments);
    bills = List.copyOf(bills);
    notes = List.copyOf(notes);
  }

  /** Whether no plan of any kind costs less. */
  @JsonIgnore
  public boolean isCheapest() {
    return kinds.contains(PlanKind.CHEAPEST);
  }

  PlanView acceptedAt(OffsetDateTime time) {
    return new PlanView(
        id,
        kinds,
        asOf,
        feasible,
        optimal,
        extraCost,
        lowerBound,
        total,
        heaviestMonth,
        doneOn,
        payments,
        bills,
        notes,
        solveMs,
        time);
  }

  /**
   * One payment.
   *
   * @param amount what reaches the bill
   * @param fee what the method costs beside it
   * @param reason why then, that much and so
   */
  public record Line(
      String billNo,
      String title,
      LocalDate on,
      PaymentMethod method,
      Money amount,
      Money fee,
      String reason) {}

  /**
   * What the plan makes of one bill.
   *
   * @param missing principal that stays unpaid
   * @param law what its surcharge rests on, or null where it has none
   */
  public record BillLine(
      String billNo,
      FeeType feeType,
      String title,
      LocalDate dueOn,
      Money principal,
      Money surcharge,
      Money discount,
      Money fees,
      Money missing,
      String reason,
      String law) {}
}
