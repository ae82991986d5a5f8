package org.feewise.analytics.city;

import java.time.LocalDate;
import java.time.YearMonth;
import org.feewise.models.fees.PayerKind;

/**
 * A bill as issued, before anybody paid.
 *
 * @param issuedIn month that stands in its title and period
 * @param usual amount against the usual one of this fee and payer
 */
record Bill(
    String billNo,
    FeeRhythm rhythm,
    YearMonth issuedIn,
    LocalDate issuedOn,
    LocalDate dueOn,
    LocalDate effectiveDueOn,
    long principalFen,
    double usual,
    PayerKind payerKind) {

  LocalDate periodFrom() {
    return rhythm.coversMonths() == 0 ? null : rhythm.coversFrom(issuedIn).atDay(1);
  }

  LocalDate periodTo() {
    return rhythm.coversMonths() == 0
        ? null
        : rhythm.coversFrom(issuedIn).plusMonths(rhythm.coversMonths() - 1L).atEndOfMonth();
  }

  LocalDate decisionOn() {
    return rhythm.feeType().isFine() ? issuedOn : null;
  }
}
