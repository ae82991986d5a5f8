package org.feewise.assistant.payments;

import java.util.Objects;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;

/**
 * A bill and exactly what settles it on a day by a method.
 *
 * @param principal what is open of the bill itself
 * @param surcharge what the law has added by that day and is not paid yet
 * @param fee what the method costs
 */
public record OrderLine(
    String billNo, FeeType feeType, String title, Money principal, Money surcharge, Money fee) {
  public OrderLine {
    Objects.requireNonNull(billNo, "billNo");
    Objects.requireNonNull(feeType, "feeType");
    Objects.requireNonNull(title, "title");
    if (principal.isNegative() || surcharge.isNegative() || fee.isNegative()) {
      throw new IllegalArgumentException(
          "principal %s, surcharge %s or fee %s is negative".formatted(principal, surcharge, fee));
    }
  }

  /** What reaches the bill. */
  public Money due() {
    return principal.plus(surcharge);
  }

  /** What leaves the citizen's pocket. */
  public Money total() {
    return due().plus(fee);
  }

  boolean costsTheSameAs(OrderLine other) {
    return principal.equals(other.principal)
        && surcharge.equals(other.surcharge)
        && fee.equals(other.fee);
  }
}
