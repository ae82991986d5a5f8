package org.feewise.assistant.chat.evaluation;

import java.time.LocalDate;
import java.util.Optional;
import org.feewise.assistant.bills.Period;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;

/**
 * A bill of a demo citizen.
 *
 * @param number unique among the citizen's bills
 * @param period empty of a fine
 * @param decisionOn the day a fine was served
 * @param paid what was paid of it; open while less than the principal
 */
record DemoBill(
    String number,
    FeeType feeType,
    Optional<Period> period,
    Money principal,
    LocalDate issuedOn,
    LocalDate dueOn,
    Optional<LocalDate> decisionOn,
    Optional<Paid> paid) {

  /** A payment in full or in part. */
  record Paid(Money principal, LocalDate on, PaymentMethod method) {}

  boolean isSettled() {
    return paid.filter(p -> p.principal().equals(principal)).isPresent();
  }

  /** The month the bill is named after. */
  LocalDate named() {
    return period.map(Period::from).orElse(issuedOn);
  }
}
