package org.feewise.models.fees;

import java.time.LocalDate;
import java.util.Objects;
import org.feewise.models.money.Money;

/** Part of a bill's principal, paid on a day in Asia/Shanghai; that day itself still counts. */
public record PrincipalPayment(LocalDate on, Money amount) {
  public PrincipalPayment {
    Objects.requireNonNull(on, "on");
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("payment on " + on + ": " + amount + " is not above zero");
    }
  }
}
