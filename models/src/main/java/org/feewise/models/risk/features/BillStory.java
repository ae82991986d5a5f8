package org.feewise.models.risk.features;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A bill as it was issued, and what became of it later.
 *
 * @param payer who owes it; blank where the source names nobody, and then it has no history
 * @param issuedOn day of issue, null where the source has none
 * @param dueOn effective due date, null where the source has none
 * @param amount in yuan, NaN where the source has none: a measure here, never money that is paid
 * @param feeType kind of fee, blank where the source has none
 * @param channel how it was paid in the end, blank where unknown
 * @param payments in how many payments it was settled, 0 where unknown
 * @param remindedOn day of the first reminder sent about it, null where there was none
 * @param verdict late or not and since when that is known, null while it is not
 * @param numbers further numbers known at issue, in the order of the schema, NaN where missing
 * @param categories further categories known at issue, in the order of the schema, null where
 *     missing
 */
public record BillStory(
    String billNo,
    String payer,
    LocalDate issuedOn,
    LocalDate dueOn,
    double amount,
    String feeType,
    Settlement settlement,
    String channel,
    int payments,
    LocalDate remindedOn,
    Verdict verdict,
    double[] numbers,
    String[] categories)
    implements Serializable {

  public BillStory {
    Objects.requireNonNull(billNo, "billNo");
    Objects.requireNonNull(payer, "payer");
    Objects.requireNonNull(feeType, "feeType");
    Objects.requireNonNull(settlement, "settlement");
    Objects.requireNonNull(channel, "channel");
  }

  /** Whether it can stand in a payer's history. */
  public boolean hasHistory() {
    return !payer.isBlank() && issuedOn != null;
  }

  /**
   * Days from the due date to the payment, below zero when early; empty while either is unknown.
   */
  public Optional<Long> daysLate() {
    return settlement instanceof Settlement.On(LocalDate day) && dueOn != null
        ? Optional.of(day.toEpochDay() - dueOn.toEpochDay())
        : Optional.empty();
  }
}
