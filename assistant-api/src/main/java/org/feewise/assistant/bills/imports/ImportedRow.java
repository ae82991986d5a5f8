package org.feewise.assistant.bills.imports;

import java.time.LocalDate;
import java.util.Map;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;

/** One row of the file as it was understood: a bill, or a reject with its field and reason. */
sealed interface ImportedRow {

  /** Line on which the row begins; the header is line 1. */
  long line();

  /**
   * A row that is a bill.
   *
   * @param payer the payer as the file names it
   * @param settledOn the day it was paid in full, or null while it is open
   * @param attributes cells known when the bill was issued, as the file has them
   */
  record Accepted(
      long line,
      String billNo,
      String payer,
      FeeType feeType,
      LocalDate issuedOn,
      LocalDate dueOn,
      LocalDate settledOn,
      Money amount,
      Map<String, String> attributes)
      implements ImportedRow {}

  /**
   * A row that is none.
   *
   * @param field column at fault, or null where the whole row is
   */
  record Rejected(long line, String field, String reason) implements ImportedRow {}
}
