package org.feewise.models.fees;

import org.feewise.models.fees.catalogue.FeeRule;
import org.feewise.models.money.Money;

/**
 * A relief that the authority has granted, taken off the principal of a bill.
 *
 * @param rule the rule it rests on, one with a share
 * @param principal the amount of the bill before it
 */
public record GrantedRelief(FeeRule.Relief rule, Money principal) {

  /** What need not be paid, rounded half up to the fen. */
  public Money amount() {
    return Money.roundHalfUp(principal.times(rule.share().orElseThrow()));
  }

  /** The principal that is left. */
  public Money rest() {
    return principal.minus(amount());
  }
}
