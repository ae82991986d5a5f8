package org.feewise.models.plans;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.plans.BrokenRule.Kind;

/**
 * Recomputes every rule and every cost of a plan from its payments alone, in whole fen.
 *
 * <p>It shares nothing with the search that makes plans; no plan is answered that it refuses.
 */
public final class PlanVerifier {
  private final PlanProblem problem;
  private final Map<String, PlanBill> bills;
  private final Map<PaymentMethod, MethodTerms> methods;
  private final Set<LocalDate> dates;

  public PlanVerifier(PlanProblem problem) {
    this.problem = problem;
    this.bills = problem.bills().stream().collect(byKey(PlanBill::billNo));
    this.methods = problem.methods().stream().collect(byKey(MethodTerms::method));
    this.dates = problem.payDates().stream().map(PayDate::on).collect(Collectors.toSet());
  }

  private static <K, T> java.util.stream.Collector<T, ?, Map<K, T>> byKey(Function<T, K> key) {
    return Collectors.toMap(key, Function.identity());
  }

  /** The verdict on a list of payments. */
  public PlanCheck check(List<Payment> payments) {
    List<BrokenRule> broken = unknownParts(payments);
    if (!broken.isEmpty()) {
      return new PlanCheck(broken, List.of());
    }
    checkSinglePayments(payments, broken);
    checkDays(payments, broken);
    checkCapacity(payments, broken);
    Map<String, List<Payment>> byBill =
        payments.stream().collect(Collectors.groupingBy(Payment::billNo));
    List<BillCost> costs = new ArrayList<>();
    for (PlanBill bill : problem.bills()) {
      costs.add(costOf(bill, byBill.getOrDefault(bill.billNo(), List.of()), broken));
    }
    return new PlanCheck(List.copyOf(broken), List.copyOf(costs));
  }

  private List<BrokenRule> unknownParts(List<Payment> payments) {
    List<BrokenRule> broken = new ArrayList<>();
    for (Payment payment : payments) {
      if (!bills.containsKey(payment.billNo())) {
        broken.add(new BrokenRule(Kind.UNKNOWN_BILL, payment.billNo(), ""));
      }
      if (!dates.contains(payment.on())) {
        broken.add(new BrokenRule(Kind.UNKNOWN_DATE, payment.on().toString(), ""));
      }
      if (!methods.containsKey(payment.method())) {
        broken.add(new BrokenRule(Kind.UNKNOWN_METHOD, payment.method().name(), ""));
      }
    }
    return broken;
  }

  private void checkSinglePayments(List<Payment> payments, List<BrokenRule> broken) {
    record Key(String billNo, LocalDate on, PaymentMethod method) {}
    Set<Key> seen = new HashSet<>();
    for (Payment payment : payments) {
      String amount = payment.amount().toString();
      if (!payment.amount().isPositive()) {
        broken.add(new BrokenRule(Kind.AMOUNT_NOT_POSITIVE, payment.billNo(), amount));
      }
      if (!seen.add(new Key(payment.billNo(), payment.on(), payment.method()))) {
        broken.add(new BrokenRule(Kind.REPEATED_PAYMENT, payment.billNo(), amount));
      }
      if (exceeds(payment.amount(), methods.get(payment.method()).perPayment())) {
        broken.add(new BrokenRule(Kind.PER_PAYMENT_LIMIT, payment.billNo(), amount));
      }
    }
  }

  private static boolean exceeds(Money amount, java.util.Optional<Money> limit) {
    return limit.isPresent() && amount.compareTo(limit.get()) > 0;
  }

  private void checkDays(List<Payment> payments, List<BrokenRule> broken) {
    record Day(LocalDate on, PaymentMethod method) {}
    Map<Day, Money> sums = new HashMap<>();
    for (Payment payment : payments) {
      sums.merge(new Day(payment.on(), payment.method()), payment.amount(), Money::plus);
    }
    sums.forEach(
        (day, sum) -> {
          if (exceeds(sum, methods.get(day.method()).perDay())) {
            broken.add(new BrokenRule(Kind.PER_DAY_LIMIT, day.toString(), sum.toString()));
          }
        });
  }

  private void checkCapacity(List<Payment> payments, List<BrokenRule> broken) {
    Map<LocalDate, Money> spending = new HashMap<>();
    for (Payment payment : payments) {
      Money fee = methods.get(payment.method()).fee(payment.amount());
      spending.merge(payment.on(), payment.amount().plus(fee), Money::plus);
    }
    Money left = Money.ZERO;
    for (PayDate date : problem.payDates()) {
      left = left.plus(date.capacity()).minus(spending.getOrDefault(date.on(), Money.ZERO));
      if (left.isNegative()) {
        broken.add(new BrokenRule(Kind.CAPACITY, date.on().toString(), left.toString()));
      }
    }
    checkMonths(spending, broken);
  }

  private void checkMonths(Map<LocalDate, Money> spending, List<BrokenRule> broken) {
    Map<YearMonth, Money> months = new TreeMap<>();
    spending.forEach((on, spent) -> months.merge(YearMonth.from(on), spent, Money::plus));
    months.forEach(
        (month, spent) -> {
          if (exceeds(spent, problem.mostAMonth())) {
            broken.add(new BrokenRule(Kind.MONTHLY_LIMIT, month.toString(), spent.toString()));
          }
        });
  }

  private BillCost costOf(PlanBill bill, List<Payment> payments, List<BrokenRule> broken) {
    if (payments.size() > bill.mostPayments()) {
      String count = Integer.toString(payments.size());
      broken.add(new BrokenRule(Kind.TOO_MANY_PAYMENTS, bill.billNo(), count));
    }
    TreeMap<LocalDate, Money> amounts = new TreeMap<>();
    Money fees = Money.ZERO;
    for (Payment payment : payments) {
      amounts.merge(payment.on(), payment.amount(), Money::plus);
      fees = fees.plus(methods.get(payment.method()).fee(payment.amount()));
    }
    LocalDate last = amounts.isEmpty() ? null : amounts.lastKey();
    Money paid = amounts.values().stream().reduce(Money.ZERO, Money::plus);
    if (last == null) {
      return open(bill, paid, fees, 0, null);
    }
    return settled(bill, amounts, fees, payments.size())
        .orElseGet(
            () -> {
              if (paid.compareTo(bill.principal()) >= 0) {
                broken.add(new BrokenRule(Kind.OVERPAID, bill.billNo(), paid.toString()));
              } else if (!bill.partial()) {
                broken.add(new BrokenRule(Kind.NOT_SETTLED, bill.billNo(), paid.toString()));
              }
              return open(bill, paid, fees(payments), payments.size(), last);
            });
  }

  private Money fees(List<Payment> payments) {
    return payments.stream()
        .map(payment -> methods.get(payment.method()).fee(payment.amount()))
        .reduce(Money.ZERO, Money::plus);
  }

  private static BillCost open(
      PlanBill bill, Money paid, Money fees, int payments, LocalDate last) {
    return new BillCost(bill, paid, false, Money.ZERO, Money.ZERO, fees, payments, last);
  }

  private static java.util.Optional<BillCost> settled(
      PlanBill bill, TreeMap<LocalDate, Money> amounts, Money fees, int payments) {
    LocalDate last = amounts.lastKey();
    Money before = amounts.headMap(last).values().stream().reduce(Money.ZERO, Money::plus);
    Money rest = bill.principal().minus(before);
    if (!rest.isPositive()) {
      return java.util.Optional.empty();
    }
    TreeMap<LocalDate, Money> principal = new TreeMap<>(amounts);
    principal.put(last, rest);
    Money surcharge = bill.surchargeOn(principal);
    Money discount = bill.discountWhenPaidBy(last);
    Money owed = rest.plus(surcharge).minus(discount);
    return owed.equals(amounts.get(last))
        ? java.util.Optional.of(
            new BillCost(bill, bill.principal(), true, surcharge, discount, fees, payments, last))
        : java.util.Optional.empty();
  }
}
