package org.feewise.models.plans;

import java.time.LocalDate;
import org.feewise.models.money.Money;

/**
 * What a plan makes of one bill: recomputed from its payments alone.
 *
 * @param paidPrincipal the whole principal when settled, less while the bill stays open
 * @param settled whether nothing of the bill is left
 * @param surcharge paid on the last date; zero while the bill is open
 * @param fees of all its payments
 * @param lastDate of its payments; null when there is none
 */
public record BillCost(
    PlanBill bill,
    Money paidPrincipal,
    boolean settled,
    Money surcharge,
    Money discount,
    Money fees,
    int payments,
    LocalDate lastDate) {

  /** Surcharge and fees less the discount. */
  public Money extraCost() {
    return surcharge.plus(fees).minus(discount);
  }

  /** The principal that is still owed. */
  public Money missing() {
    return bill.principal().minus(paidPrincipal);
  }
}
