package org.feewise.models.fees;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.feewise.models.fees.catalogue.FeeRule.Circumstance;
import org.feewise.models.money.Money;

/**
 * A bill and a day: what does it cost to pay the rest on that day?
 *
 * @param principal the amount of the bill itself, zero to 1,000,000,000,000.00
 * @param dueOn the deadline printed on the bill; a fine may have {@code decisionOn} instead
 * @param decisionOn the day a fine's decision was served; it decides the deadline of a fine
 * @param asOf the day the rest is paid, Asia/Shanghai
 * @param paid principal paid before, any order; what is paid after {@code asOf} does not count yet
 * @param daysOff days off beside the official calendar
 * @param deferredUntil last day of a deferral that the authority has granted
 * @param enforced whether the authority enforces the surcharge, which puts a cap on a tax's
 * @param grantedRelief the circumstance for which the authority has granted relief
 */
public record SurchargeQuestion(
    FeeScope scope,
    Money principal,
    Optional<LocalDate> dueOn,
    Optional<LocalDate> decisionOn,
    LocalDate asOf,
    List<PrincipalPayment> paid,
    Set<LocalDate> daysOff,
    Optional<LocalDate> deferredUntil,
    boolean enforced,
    Optional<Circumstance> grantedRelief) {
  private static final Money LARGEST = Money.ofYuan(1_000_000_000_000L);

  public SurchargeQuestion {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(asOf, "asOf");
    if (principal.isNegative() || principal.compareTo(LARGEST) > 0) {
      throw new IllegalArgumentException(
          "principal: " + principal + " is not between 0.00 and " + LARGEST);
    }
    if (dueOn.isEmpty() && !(scope.feeType().isFine() && decisionOn.isPresent())) {
      throw new IllegalArgumentException("dueOn: is missing");
    }
    paid = paid.stream().sorted(Comparator.comparing(PrincipalPayment::on)).toList();
    Money sum = paid.stream().map(PrincipalPayment::amount).reduce(Money.ZERO, Money::plus);
    if (sum.compareTo(principal) > 0) {
      throw new IllegalArgumentException(
          "paid: " + sum + " is more than the principal " + principal);
    }
    daysOff = Set.copyOf(daysOff);
    Objects.requireNonNull(grantedRelief, "grantedRelief");
  }

  /** A bill without relief. */
  public SurchargeQuestion(
      FeeScope scope,
      Money principal,
      Optional<LocalDate> dueOn,
      Optional<LocalDate> decisionOn,
      LocalDate asOf,
      List<PrincipalPayment> paid,
      Set<LocalDate> daysOff,
      Optional<LocalDate> deferredUntil,
      boolean enforced) {
    this(
        scope,
        principal,
        dueOn,
        decisionOn,
        asOf,
        paid,
        daysOff,
        deferredUntil,
        enforced,
        Optional.empty());
  }

  /** A bill with a printed deadline, paid in one. */
  public static SurchargeQuestion due(
      FeeScope scope, Money principal, LocalDate dueOn, LocalDate asOf) {
    return new SurchargeQuestion(
        scope,
        principal,
        Optional.of(dueOn),
        Optional.empty(),
        asOf,
        List.of(),
        Set.of(),
        Optional.empty(),
        false);
  }

  /** A fine, paid in one. */
  public static SurchargeQuestion decided(
      FeeScope scope, Money fine, LocalDate decisionOn, LocalDate asOf) {
    return new SurchargeQuestion(
        scope,
        fine,
        Optional.empty(),
        Optional.of(decisionOn),
        asOf,
        List.of(),
        Set.of(),
        Optional.empty(),
        false);
  }

  public SurchargeQuestion withPrincipal(Money amount) {
    return new SurchargeQuestion(
        scope,
        amount,
        dueOn,
        decisionOn,
        asOf,
        paid,
        daysOff,
        deferredUntil,
        enforced,
        grantedRelief);
  }

  public SurchargeQuestion withAsOf(LocalDate day) {
    return new SurchargeQuestion(
        scope,
        principal,
        dueOn,
        decisionOn,
        day,
        paid,
        daysOff,
        deferredUntil,
        enforced,
        grantedRelief);
  }

  public SurchargeQuestion withPaid(List<PrincipalPayment> payments) {
    return new SurchargeQuestion(
        scope,
        principal,
        dueOn,
        decisionOn,
        asOf,
        payments,
        daysOff,
        deferredUntil,
        enforced,
        grantedRelief);
  }

  public SurchargeQuestion withDaysOff(Set<LocalDate> days) {
    return new SurchargeQuestion(
        scope,
        principal,
        dueOn,
        decisionOn,
        asOf,
        paid,
        days,
        deferredUntil,
        enforced,
        grantedRelief);
  }

  public SurchargeQuestion withDeferralUntil(LocalDate day) {
    return new SurchargeQuestion(
        scope,
        principal,
        dueOn,
        decisionOn,
        asOf,
        paid,
        daysOff,
        Optional.of(day),
        enforced,
        grantedRelief);
  }

  public SurchargeQuestion whenEnforced() {
    return new SurchargeQuestion(
        scope,
        principal,
        dueOn,
        decisionOn,
        asOf,
        paid,
        daysOff,
        deferredUntil,
        true,
        grantedRelief);
  }

  public SurchargeQuestion withGrantedRelief(Circumstance circumstance) {
    return new SurchargeQuestion(
        scope,
        principal,
        dueOn,
        decisionOn,
        asOf,
        paid,
        daysOff,
        deferredUntil,
        enforced,
        Optional.of(circumstance));
  }
}
