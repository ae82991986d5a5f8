package org.feewise.models.plans.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanBill;

/** Works out again what the last payments of a bill must bring after a payment moved. */
public final class Settlement {
  private Settlement() {}

  /**
   * The payments of one bill, two of the same day and method as one, with the last day's payments
   * raised or lowered to what settles the bill.
   *
   * @return empty when there is no such amount above zero
   */
  public static Optional<List<Payment>> of(PlanBill bill, Collection<Payment> payments) {
    List<Payment> merged = merged(payments);
    if (merged.isEmpty()) {
      return Optional.empty();
    }
    LocalDate last = merged.getLast().on();
    Optional<Money> owed = owedOn(bill, last, merged);
    Money planned = sum(merged.stream().filter(payment -> payment.on().equals(last)).toList());
    return owed.flatMap(amount -> raised(merged, last, amount.minus(planned)));
  }

  private record Slot(LocalDate on, PaymentMethod method) {}

  private static List<Payment> merged(Collection<Payment> payments) {
    Map<Slot, Payment> once = new java.util.LinkedHashMap<>();
    for (Payment payment : payments) {
      once.merge(
          new Slot(payment.on(), payment.method()),
          payment,
          (one, other) -> with(one, one.amount().plus(other.amount())));
    }
    return once.values().stream().sorted(Payment.IN_ORDER).toList();
  }

  /**
   * The principal that payments bring by day: their amounts before the last day, and on it what is
   * left, which is zero or less where the earlier ones bring everything.
   *
   * @param payments at least one
   */
  public static TreeMap<LocalDate, Money> principal(PlanBill bill, Collection<Payment> payments) {
    LocalDate last = payments.stream().map(Payment::on).max(LocalDate::compareTo).orElseThrow();
    TreeMap<LocalDate, Money> principal = new TreeMap<>();
    for (Payment payment : payments) {
      if (payment.on().isBefore(last)) {
        principal.merge(payment.on(), payment.amount(), Money::plus);
      }
    }
    Money before = principal.values().stream().reduce(Money.ZERO, Money::plus);
    principal.put(last, bill.principal().minus(before));
    return principal;
  }

  /** The rest of the principal, the whole surcharge, less the discount. */
  private static Optional<Money> owedOn(PlanBill bill, LocalDate last, List<Payment> payments) {
    TreeMap<LocalDate, Money> principal = principal(bill, payments);
    Money rest = principal.get(last);
    return rest.isPositive()
        ? Optional.of(rest.plus(bill.surchargeOn(principal)).minus(bill.discountWhenPaidBy(last)))
        : Optional.empty();
  }

  private static Optional<List<Payment>> raised(
      List<Payment> payments, LocalDate last, Money difference) {
    Payment largest =
        payments.stream()
            .filter(payment -> payment.on().equals(last))
            .max(java.util.Comparator.comparing(Payment::amount))
            .orElseThrow();
    Money amount = largest.amount().plus(difference);
    if (!amount.isPositive()) {
      return Optional.empty();
    }
    List<Payment> settled = new ArrayList<>(payments);
    settled.set(settled.indexOf(largest), with(largest, amount));
    return Optional.of(List.copyOf(settled));
  }

  private static Payment with(Payment payment, Money amount) {
    return new Payment(payment.billNo(), payment.on(), payment.method(), amount);
  }

  private static Money sum(List<Payment> payments) {
    return payments.stream().map(Payment::amount).reduce(Money.ZERO, Money::plus);
  }
}
