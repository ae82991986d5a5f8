package org.feewise.models.fees;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.feewise.models.fees.catalogue.FeeRule.Circumstance;
import org.feewise.models.money.Money;

/**
 * A bill and a day: what does it cost to pay the rest on that day?
 *
 * @param principal the amount of the bill itself, zero to 1,000,000,000,000.00
 * @param asOf the day the rest is paid, Asia/Shanghai
 * @param paid principal paid before, any order; what is paid after {@code asOf} does not count yet
 * @param daysOff days off beside the official calendar
 */
public record SurchargeQuestion(
    FeeScope scope,
    Money principal,
    DueBy due,
    LocalDate asOf,
    List<PrincipalPayment> paid,
    Set<LocalDate> daysOff,
    Rulings rulings) {
  private static final Money LARGEST = Money.ofYuan(1_000_000_000_000L);

  public SurchargeQuestion {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(rulings, "rulings");
    if (principal.isNegative() || principal.compareTo(LARGEST) > 0) {
      throw new IllegalArgumentException(
          "principal: " + principal + " is not between 0.00 and " + LARGEST);
    }
    if (due.dueOn().isEmpty() && !(scope.feeType().isFine() && due.decisionOn().isPresent())) {
      throw new IllegalArgumentException("dueOn: is missing");
    }
    paid = paid.stream().sorted(Comparator.comparing(PrincipalPayment::on)).toList();
    Money sum = paid.stream().map(PrincipalPayment::amount).reduce(Money.ZERO, Money::plus);
    if (sum.compareTo(principal) > 0) {
      throw new IllegalArgumentException(
          "paid: " + sum + " is more than the principal " + principal);
    }
    daysOff = Set.copyOf(daysOff);
  }

  /** A bill paid in one, about which the authority has ruled nothing. */
  public SurchargeQuestion(FeeScope scope, Money principal, DueBy due, LocalDate asOf) {
    this(scope, principal, due, asOf, List.of(), Set.of(), Rulings.NONE);
  }

  /** A bill with a printed deadline, paid in one. */
  public static SurchargeQuestion due(
      FeeScope scope, Money principal, LocalDate dueOn, LocalDate asOf) {
    return new SurchargeQuestion(scope, principal, DueBy.printed(dueOn), asOf);
  }

  /** A fine, paid in one. */
  public static SurchargeQuestion decided(
      FeeScope scope, Money fine, LocalDate decisionOn, LocalDate asOf) {
    return new SurchargeQuestion(scope, fine, DueBy.decided(decisionOn), asOf);
  }

  public SurchargeQuestion withPrincipal(Money amount) {
    return new SurchargeQuestion(scope, amount, due, asOf, paid, daysOff, rulings);
  }

  public SurchargeQuestion withAsOf(LocalDate day) {
    return new SurchargeQuestion(scope, principal, due, day, paid, daysOff, rulings);
  }

  public SurchargeQuestion withPaid(List<PrincipalPayment> payments) {
    return new SurchargeQuestion(scope, principal, due, asOf, payments, daysOff, rulings);
  }

  public SurchargeQuestion withDaysOff(Set<LocalDate> days) {
    return new SurchargeQuestion(scope, principal, due, asOf, paid, days, rulings);
  }

  public SurchargeQuestion withDeferralUntil(LocalDate day) {
    return withRulings(rulings.deferral(day));
  }

  public SurchargeQuestion whenEnforced() {
    return withRulings(rulings.enforcement());
  }

  public SurchargeQuestion withGrantedRelief(Circumstance circumstance) {
    return withRulings(rulings.relief(circumstance));
  }

  private SurchargeQuestion withRulings(Rulings ruled) {
    return new SurchargeQuestion(scope, principal, due, asOf, paid, daysOff, ruled);
  }
}
