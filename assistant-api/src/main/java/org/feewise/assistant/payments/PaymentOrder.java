package org.feewise.assistant.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;

/**
 * A payment order as its citizen reads it: what is to be paid, by which means, and whether it was.
 * It has moved no money.
 *
 * @param on the day whose amounts these are, Asia/Shanghai
 * @param fee what the method costs
 * @param total what leaves the citizen's pocket
 * @param validUntil end of that day
 * @param outdated whether it waits, but a bill of it was paid or owes another amount by now
 */
public record PaymentOrder(
    String orderNo,
    State state,
    LocalDate on,
    PaymentMethod method,
    List<Line> bills,
    Money fee,
    Money total,
    Instant startedAt,
    Instant validUntil,
    boolean outdated) {
  public PaymentOrder {
    bills = List.copyOf(bills);
  }

  /** Where it stands. */
  public enum State {
    /** It can be paid as it is. */
    WAITING,
    /** Its day is over. */
    EXPIRED,
    /** Each bill of it has been settled by a payment since. */
    PAID
  }

  /**
   * A bill of an order.
   *
   * @param settled whether a payment has settled it since
   */
  public record Line(
      String billNo,
      FeeType feeType,
      String title,
      Money principal,
      Money surcharge,
      Money fee,
      Money total,
      boolean settled) {}
}
