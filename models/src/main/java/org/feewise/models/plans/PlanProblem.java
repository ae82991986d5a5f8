package org.feewise.models.plans;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;

/**
 * What a payment plan is made for: bills, the days money comes in, and the methods at hand.
 *
 * @param asOf the day of planning; no pay date lies before it
 * @param payDates at most {@value #MOST_DATES}, kept in order of date
 * @param bills at most {@value #MOST_BILLS}
 * @param mostAMonth the most that payments of a calendar month may take, fees included; money that
 *     was saved up does not lift it; empty for no such limit
 */
public record PlanProblem(
    LocalDate asOf,
    List<PayDate> payDates,
    List<PlanBill> bills,
    List<MethodTerms> methods,
    Optional<Money> mostAMonth) {
  /** The largest amount of a field: a hundred million yuan. */
  public static final Money LARGEST_AMOUNT = Money.ofYuan(100_000_000);

  public static final int MOST_BILLS = 500;
  public static final int MOST_DATES = 60;

  /**
   * @throws IllegalPlanException when a field makes no sense, naming it
   */
  public PlanProblem {
    Refusal.whenMissing("asOf", asOf);
    Refusal.when(
        bills.size() > MOST_BILLS, "bills", bills.size(), "at most " + MOST_BILLS + " a plan");
    Refusal.when(
        payDates.size() > MOST_DATES,
        "payDates",
        payDates.size(),
        "at most " + MOST_DATES + " a plan");
    for (PayDate date : payDates) {
      Refusal.when(
          date.on().isBefore(asOf), "payDates.on", date.on(), "must not be before asOf " + asOf);
    }
    refuseRepeated("payDates.on", payDates, PayDate::on);
    refuseRepeated("bills.billNo", bills, PlanBill::billNo);
    refuseRepeated("methods.method", methods, MethodTerms::method);
    mostAMonth.ifPresent(
        most -> Refusal.unlessBetween("mostAMonth", most, Money.ZERO, LARGEST_AMOUNT));
    payDates = payDates.stream().sorted(Comparator.comparing(PayDate::on)).toList();
    bills = List.copyOf(bills);
    methods = List.copyOf(methods);
  }

  /** Without a limit to what a month may take. */
  public PlanProblem(
      LocalDate asOf, List<PayDate> payDates, List<PlanBill> bills, List<MethodTerms> methods) {
    this(asOf, payDates, bills, methods, Optional.empty());
  }

  /** The same with other days on which money comes in. */
  public PlanProblem withPayDates(List<PayDate> others) {
    return new PlanProblem(asOf, others, bills, methods, mostAMonth);
  }

  /** The same where a calendar month may take so much. */
  public PlanProblem withMostAMonth(Money most) {
    return new PlanProblem(asOf, payDates, bills, methods, Optional.of(most));
  }

  private static <T> void refuseRepeated(String field, List<T> items, Function<T, ?> key) {
    Set<Object> seen = new HashSet<>();
    for (T item : items) {
      Refusal.when(!seen.add(key.apply(item)), field, key.apply(item), "must not be repeated");
    }
  }

  /** The terms of a method of this problem. */
  public MethodTerms terms(PaymentMethod method) {
    return methods.stream().filter(terms -> terms.method() == method).findFirst().orElseThrow();
  }

  /** What all bills owe together, without surcharge. */
  public Money totalPrincipal() {
    return bills.stream().map(PlanBill::principal).reduce(Money.ZERO, Money::plus);
  }
}
