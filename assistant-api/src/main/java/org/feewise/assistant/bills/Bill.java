package org.feewise.assistant.bills;

import java.time.LocalDate;
import java.util.Objects;
import org.feewise.models.fees.FeeScope;
import org.feewise.models.fees.FeeType;
import org.feewise.models.fees.PayerKind;
import org.feewise.models.money.Money;

/**
 * A bill as the authority issued it and as far as it has been paid; all days are in Asia/Shanghai.
 *
 * @param period the days it covers, or null where it covers none (a fine)
 * @param principal the amount of the bill itself, above zero
 * @param paid principal paid so far
 * @param dueOn the deadline printed on the bill
 * @param effectiveDueOn the deadline after rolling over days off
 * @param decisionOn the day a penalty decision was served, or null
 * @param settledOn the day the principal was fully paid, or null while the bill is open
 * @param region the region whose rules hold, or null for the national ones
 */
public record Bill(
    String billNo,
    String citizenId,
    FeeType feeType,
    PayerKind payerKind,
    String title,
    Period period,
    Money principal,
    Money paid,
    LocalDate issuedOn,
    LocalDate dueOn,
    LocalDate effectiveDueOn,
    LocalDate decisionOn,
    LocalDate settledOn,
    String region) {

  public Bill {
    Objects.requireNonNull(billNo, "billNo");
    Objects.requireNonNull(citizenId, "citizenId");
    Objects.requireNonNull(feeType, "feeType");
    Objects.requireNonNull(payerKind, "payerKind");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(paid, "paid");
    Objects.requireNonNull(issuedOn, "issuedOn");
    Objects.requireNonNull(dueOn, "dueOn");
    Objects.requireNonNull(effectiveDueOn, "effectiveDueOn");
    if (!principal.isPositive()) {
      throw new IllegalArgumentException("principal " + principal + " is not above zero");
    }
  }

  /** Where the bill stands on a day. */
  public BillStatus statusOn(LocalDate day) {
    if (settledOn != null) {
      return BillStatus.PAID;
    }
    return day.isAfter(effectiveDueOn) ? BillStatus.OVERDUE : BillStatus.UNPAID;
  }

  /** The principal still to be paid; zero once the bill is settled. */
  public Money outstanding() {
    return settledOn == null ? principal.minus(paid).max(Money.ZERO) : Money.ZERO;
  }

  /** What decides which fee rules hold for it. */
  public FeeScope scope() {
    return FeeScope.of(feeType, payerKind, region);
  }

  /** The days that "the bill of October" means: its period, or else the day it was issued. */
  public Period covers() {
    return period != null ? period : new Period(issuedOn, issuedOn);
  }
}
