package org.feewise.models.plans;

import java.time.LocalDate;
import java.util.Comparator;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;

/**
 * One payment of a plan.
 *
 * @param amount what reaches the bill, without the fee of the method
 */
public record Payment(String billNo, LocalDate on, PaymentMethod method, Money amount) {
  /** By date, then bill, then method: the order in which people read a plan. */
  public static final Comparator<Payment> IN_ORDER =
      Comparator.comparing(Payment::on)
          .thenComparing(Payment::billNo)
          .thenComparing(Payment::method);
}
