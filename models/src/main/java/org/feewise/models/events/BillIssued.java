package org.feewise.models.events;

import java.time.LocalDate;
import java.util.Objects;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;

/**
 * A bill that a citizen has to pay stands in the house now.
 *
 * @param amount principal
 * @param issuedOn Asia/Shanghai
 * @param dueOn effective due date, Asia/Shanghai
 */
public record BillIssued(
    String billNo,
    String citizenId,
    FeeType feeType,
    Money amount,
    LocalDate issuedOn,
    LocalDate dueOn) {

  /** CloudEvents type of a bill that was issued. */
  public static final String EVENT_TYPE = "org.feewise.bill-issued.v1";

  public BillIssued {
    requireName("billNo", billNo);
    requireName("citizenId", citizenId);
    Objects.requireNonNull(feeType, "feeType");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(issuedOn, "issuedOn");
    Objects.requireNonNull(dueOn, "dueOn");
  }

  /**
   * No database keeps a control character in a name; the value may be personal, so it is not told.
   */
  private static void requireName(String field, String value) {
    Objects.requireNonNull(value, field);
    if (value.isBlank() || value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(field + " is blank or holds a control character");
    }
  }
}
