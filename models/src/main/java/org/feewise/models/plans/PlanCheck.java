package org.feewise.models.plans;

import java.util.List;
import org.feewise.models.money.Money;

/**
 * The verdict on a plan.
 *
 * @param broken the rules it breaks; a bill left open breaks none here
 * @param bills one line for every bill of the problem, in its order
 */
public record PlanCheck(List<BrokenRule> broken, List<BillCost> bills) {

  /** Whether every rule is kept, bills left open aside. */
  public boolean keepsRules() {
    return broken.isEmpty();
  }

  /** Whether every rule is kept and every bill is settled. */
  public boolean feasible() {
    return keepsRules() && bills.stream().allMatch(BillCost::settled);
  }

  public Money surcharges() {
    return sum(bills.stream().map(BillCost::surcharge));
  }

  public Money fees() {
    return sum(bills.stream().map(BillCost::fees));
  }

  public Money discounts() {
    return sum(bills.stream().map(BillCost::discount));
  }

  /** Surcharges and fees less discounts. */
  public Money extraCost() {
    return surcharges().plus(fees()).minus(discounts());
  }

  /** The principal of the bills that are settled in full. */
  public Money settledPrincipal() {
    return sum(bills.stream().filter(BillCost::settled).map(BillCost::paidPrincipal));
  }

  /** The bills that stay open, wholly or in part. */
  public List<BillCost> open() {
    return bills.stream().filter(bill -> !bill.settled()).toList();
  }

  private static Money sum(java.util.stream.Stream<Money> amounts) {
    return amounts.reduce(Money.ZERO, Money::plus);
  }
}
