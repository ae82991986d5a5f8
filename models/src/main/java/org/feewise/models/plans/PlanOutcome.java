package org.feewise.models.plans;

import java.util.List;
import org.feewise.models.money.Money;

/** What planning came to: a plan that pays everything, or the best partial plan. */
public sealed interface PlanOutcome {
  List<Payment> payments();

  /** The independent verdict on the payments, with the cost of every bill. */
  PlanCheck check();

  /** Surcharges and fees less discounts of the payments. */
  default Money extraCost() {
    return check().extraCost();
  }

  /**
   * A plan that pays every bill.
   *
   * @param lowerBound no plan costs less, amounts not yet rounded to the fen
   * @param optimal whether the cost is within one fen a bill of the lower bound
   */
  record Feasible(List<Payment> payments, PlanCheck check, Money lowerBound, boolean optimal)
      implements PlanOutcome {
    /** How much cheaper another plan could be at most. */
    public Money gap() {
      return extraCost().minus(lowerBound).max(Money.ZERO);
    }
  }

  /**
   * No plan pays everything: the payments settle bills of the most principal at the least cost.
   *
   * @param proven whether it is certain that nothing pays everything; otherwise time ran out
   * @param mostSettled no plan settles bills of more principal than this
   */
  record Infeasible(List<Payment> payments, PlanCheck check, boolean proven, Money mostSettled)
      implements PlanOutcome {
    /** The bills that stay open, each with the principal still missing. */
    public List<BillCost> missing() {
      return check.open();
    }
  }
}
