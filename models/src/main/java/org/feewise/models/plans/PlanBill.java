package org.feewise.models.plans;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.feewise.models.money.Money;

/**
 * A bill to be planned for.
 *
 * @param principal what is owed without surcharge, above zero
 * @param dueOn last day without surcharge
 * @param partial whether it may be paid in parts; otherwise it is paid in exactly one payment
 * @param maxInstalments most payments of a bill that may be paid in parts; empty for no limit
 */
public record PlanBill(
    String billNo,
    Money principal,
    LocalDate dueOn,
    boolean partial,
    OptionalInt maxInstalments,
    Optional<LateSurcharge> surcharge,
    Optional<EarlyDiscount> discount) {

  public PlanBill {
    Refusal.when(billNo == null || billNo.isBlank(), "bills.billNo", billNo, "must not be blank");
    Refusal.unlessBetween("bills.principal", principal, Money.ofFen(1), PlanProblem.LARGEST_AMOUNT);
    Refusal.whenMissing("bills.dueOn", dueOn);
    Refusal.when(
        maxInstalments.isPresent() && maxInstalments.getAsInt() < 1,
        "bills.maxInstalments",
        maxInstalments,
        "must be at least 1");
  }

  /** The most payments this bill may be paid in. */
  public int mostPayments() {
    return partial ? maxInstalments.orElse(Integer.MAX_VALUE) : 1;
  }

  /** Whole days after the due date, never below zero. */
  public long lateDays(LocalDate paidOn) {
    return Math.max(0, ChronoUnit.DAYS.between(dueOn, paidOn));
  }

  /** Surcharge of a yuan of principal that is paid on a day, minimum and cap aside. */
  public BigDecimal surchargeShare(LocalDate paidOn) {
    return surcharge.map(late -> late.share(dueOn, paidOn)).orElse(BigDecimal.ZERO);
  }

  /**
   * The surcharge for principal paid on given dates: the daily rate on principal times days late,
   * within the least and the most that the law states, rounded half up to the fen once.
   */
  public Money surchargeOn(Map<LocalDate, Money> principalByDate) {
    if (surcharge.isEmpty()) {
      return Money.ZERO;
    }
    BigDecimal accrued =
        principalByDate.entrySet().stream()
            .map(part -> part.getValue().times(surchargeShare(part.getKey())))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return surcharge.get().owed(accrued);
  }

  /** The discount when the whole bill is paid by a day, rounded half up to the fen. */
  public Money discountWhenPaidBy(LocalDate lastDate) {
    return discount
        .filter(offer -> !lastDate.isAfter(offer.until()))
        .map(offer -> Money.roundHalfUp(principal.times(offer.rate())))
        .orElse(Money.ZERO);
  }
}
