package org.feewise.assistant.plans;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.feewise.assistant.bills.CitedLaw;
import org.feewise.assistant.plans.view.Comparison;
import org.feewise.assistant.plans.view.Condition;
import org.feewise.assistant.plans.view.IfMissed;
import org.feewise.assistant.plans.view.PlanDay;
import org.feewise.assistant.plans.view.SlackDay;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;

/**
 * A payment plan as a citizen reads it.
 *
 * @param kinds what it is best at
 * @param proposal whether it holds only once an authority has agreed
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
 * @param comparisons the plan beside paying everything now and beside waiting
 * @param slack how far each pay date may slip
 * @param payDates the days it was made for, with their money
 * @param acceptedAt when the citizen accepted it, or null
 */
public record PlanView(
    String id,
    List<PlanKind> kinds,
    boolean proposal,
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
    List<Comparison> comparisons,
    List<SlackDay> slack,
    List<PlanDay> payDates,
    long solveMs,
    OffsetDateTime acceptedAt) {

  public PlanView {
    kinds = List.copyOf(kinds);
    payments = List.copyOf(payments);
    bills = List.copyOf(bills);
    notes = List.copyOf(notes);
    comparisons = present(comparisons);
    slack = present(slack);
    payDates = present(payDates);
  }

  /** A plan kept by an earlier version may lack a part. */
  private static <T> List<T> present(List<T> part) {
    return part == null ? List.of() : List.copyOf(part);
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
        proposal,
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
        comparisons,
        slack,
        payDates,
        solveMs,
        time);
  }

  /**
   * One payment.
   *
   * @param amount what reaches the bill
   * @param fee what the method costs beside it
   * @param principal what it takes off the bill itself; null of a plan kept by an earlier version
   * @param reason why then, that much and so
   * @param law what the reason rests on, or null where no law adds anything
   * @param ifMissed what paying later costs: on the next pay date, and a week later
   */
  public record Line(
      String billNo,
      String title,
      LocalDate on,
      PaymentMethod method,
      Money amount,
      Money fee,
      Money principal,
      String reason,
      String law,
      List<IfMissed> ifMissed) {
    public Line {
      ifMissed = present(ifMissed);
    }
  }

  /**
   * What the plan makes of one bill.
   *
   * @param missing principal that stays unpaid
   * @param law what its surcharge rests on, or null where it has none
   * @param laws the same one by one, with the pages where they can be read
   * @param conditions what the law makes of paying it so
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
      String law,
      List<CitedLaw> laws,
      List<Condition> conditions) {
    public BillLine {
      laws = present(laws);
      conditions = present(conditions);
    }
  }
}
