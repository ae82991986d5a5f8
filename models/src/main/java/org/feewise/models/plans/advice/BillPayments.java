package org.feewise.models.plans.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanBill;
import org.feewise.models.plans.PlanProblem;

/** The payments of a plan bill by bill, and the same plan with those of some bills changed. */
final class BillPayments {
  private final List<Payment> all;
  private final Map<String, List<Payment>> byBill = new HashMap<>();

  BillPayments(List<Payment> all) {
    this.all = all;
    for (Payment payment : all) {
      byBill.computeIfAbsent(payment.billNo(), any -> new ArrayList<>()).add(payment);
    }
  }

  List<Payment> all() {
    return all;
  }

  List<Payment> of(PlanBill bill) {
    return byBill.getOrDefault(bill.billNo(), List.of());
  }

  static Map<String, PlanBill> bills(PlanProblem problem) {
    Map<String, PlanBill> bills = new HashMap<>();
    problem.bills().forEach(bill -> bills.put(bill.billNo(), bill));
    return bills;
  }

  /** The whole plan where some bills are settled by other payments; empty where one cannot be. */
  Optional<List<Payment>> with(Map<PlanBill, ? extends Collection<Payment>> changes) {
    List<Payment> changed = new ArrayList<>(all);
    for (Map.Entry<PlanBill, ? extends Collection<Payment>> change : changes.entrySet()) {
      PlanBill bill = change.getKey();
      Optional<List<Payment>> settled = Settlement.of(bill, change.getValue());
      if (settled.isEmpty()) {
        return Optional.empty();
      }
      changed.removeIf(payment -> payment.billNo().equals(bill.billNo()));
      changed.addAll(settled.get());
    }
    changed.sort(Payment.IN_ORDER);
    return Optional.of(changed);
  }

  /** The payments of a bill with one in the place of another. */
  List<Payment> replaced(PlanBill bill, Payment payment, Payment by) {
    List<Payment> own = new ArrayList<>(of(bill));
    own.set(own.indexOf(payment), by);
    return own;
  }

  static Payment on(Payment payment, LocalDate day) {
    return new Payment(payment.billNo(), day, payment.method(), payment.amount());
  }
}
