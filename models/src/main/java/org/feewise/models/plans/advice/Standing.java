package org.feewise.models.plans.advice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.feewise.models.money.Money;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanBill;
import org.feewise.models.plans.PlanCheck;

/** A plan and what its tidiness is judged by. */
record Standing(List<Payment> payments, PlanCheck check, Order order) {

  Money cost() {
    return check.extraCost();
  }

  boolean improves(Standing other) {
    boolean cheaper = cost().compareTo(other.cost()) < 0;
    return cost().compareTo(other.cost()) <= 0
        && order.noWorseThan(other.order)
        && (cheaper || !order.equals(other.order));
  }

  /**
   * What payments tell without their cost.
   *
   * @param lateFenDays sum of fen times days late
   * @param finish day of the last payment
   */
  record Order(long lateFenDays, LocalDate finish, int count) {

    static Order of(List<Payment> payments, Map<String, PlanBill> bills) {
      long late = 0;
      LocalDate finish = LocalDate.MIN;
      for (Payment payment : payments) {
        late += payment.amount().fen() * bills.get(payment.billNo()).lateDays(payment.on());
        finish = payment.on().isAfter(finish) ? payment.on() : finish;
      }
      return new Order(late, finish, payments.size());
    }

    boolean noWorseThan(Order other) {
      return lateFenDays <= other.lateFenDays
          && !finish.isAfter(other.finish)
          && count <= other.count;
    }
  }
}
