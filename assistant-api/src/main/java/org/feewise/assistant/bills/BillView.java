package org.feewise.assistant.bills;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;

/**
 * A bill as its citizen sees it today.
 *
 * @param period the days it covers, or null
 * @param principal the amount of the bill itself
 * @param paid principal paid so far
 * @param surcharge what the law has added by today; of a paid bill, what was paid of it
 * @param perDay what waiting until tomorrow adds; zero where nothing does
 * @param total of an open bill, what settles it today; of a paid one, principal and surcharge
 * @param settledOn the day it was fully paid, or null while it is open
 */
public record BillView(
    String billNo,
    FeeType feeType,
    String title,
    Period period,
    Money principal,
    Money paid,
    Money surcharge,
    @JsonIgnore Money perDay,
    Money total,
    LocalDate issuedOn,
    LocalDate dueOn,
    LocalDate effectiveDueOn,
    LocalDate settledOn,
    BillStatus status) {

  static BillView of(Bill bill, Money surcharge, Money perDay, LocalDate today) {
    Money base = bill.settledOn() == null ? bill.outstanding() : bill.principal();
    return new BillView(
        bill.billNo(),
        bill.feeType(),
        bill.title(),
        bill.period(),
        bill.principal(),
        bill.paid(),
        surcharge,
        perDay,
        base.plus(surcharge),
        bill.issuedOn(),
        bill.dueOn(),
        bill.effectiveDueOn(),
        bill.settledOn(),
        bill.statusOn(today));
  }
}
