package org.feewise.models.risk.features;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A bill as it was issued, and what became of it later.
 *
 * @param payer who owes it; blank where the source names nobody, and then it has no history
 * @param district where the payer lives, blank where unknown: only its late share is a feature
 * @param issuedOn day of issue, null where the source has none
 * @param dueOn effective due date, null where the source has none
 * @param amount in yuan, NaN where the source has none: a measure here, never money that is paid
 * @param feeType kind of fee, blank where the source has none
 * @param reminders those sent about it, in order of day
 * @param verdict late or not and since when that is known, null while it is not
 * @param numbers further numbers known at issue, in the order of the schema, NaN where missing
 * @param categories further categories known at issue, in the order of the schema, null where
 *     missing
 */
public record BillStory(
    String billNo,
    String payer,
    String district,
    LocalDate issuedOn,
    LocalDate dueOn,
    double amount,
    String feeType,
    Settlement settlement,
    Payments payments,
    List<SentReminder> reminders,
    Verdict verdict,
    double[] numbers,
    String[] categories)
    implements Serializable {

  public BillStory {
    Objects.requireNonNull(billNo, "billNo");
    Objects.requireNonNull(payer, "payer");
    Objects.requireNonNull(district, "district");
    Objects.requireNonNull(feeType, "feeType");
    Objects.requireNonNull(settlement, "settlement");
    Objects.requireNonNull(payments, "payments");
    Objects.requireNonNull(reminders, "reminders");
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
