package org.feewise.models.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;
import org.feewise.models.risk.RiskBand;
import org.feewise.models.risk.RiskReason;

/**
 * How likely one open bill is to be paid after its deadline. It exists to help people pay in time;
 * it never denies a service.
 *
 * @param scoredAt when the score was made, UTC
 * @param modelVersion version of the model file that made it
 * @param probabilityLate calibrated probability in [0, 1] that the bill is paid after its deadline
 * @param expectedDaysLate expected calendar days between the deadline and the payment, at least 0
 * @param reasons at most three, the strongest first
 * @param dueOn effective due date, Asia/Shanghai
 */
public record RiskScore(
    String billNo,
    String citizenId,
    Instant scoredAt,
    String modelVersion,
    double probabilityLate,
    RiskBand band,
    double expectedDaysLate,
    List<RiskReason> reasons,
    LocalDate dueOn,
    FeeType feeType,
    Money amount) {

  /** CloudEvents type of a risk score. */
  public static final String EVENT_TYPE = "org.feewise.risk-score.v1";

  public RiskScore {
    Objects.requireNonNull(billNo, "billNo");
    Objects.requireNonNull(citizenId, "citizenId");
    Objects.requireNonNull(scoredAt, "scoredAt");
    Objects.requireNonNull(modelVersion, "modelVersion");
    Objects.requireNonNull(band, "band");
    Objects.requireNonNull(dueOn, "dueOn");
    Objects.requireNonNull(feeType, "feeType");
    Objects.requireNonNull(amount, "amount");
    if (!(probabilityLate >= 0 && probabilityLate <= 1)) {
      throw new IllegalArgumentException(
          "probabilityLate " + probabilityLate + " is not in [0, 1]");
    }
    if (!(expectedDaysLate >= 0)) {
      throw new IllegalArgumentException("expectedDaysLate " + expectedDaysLate + " is negative");
    }
    if (reasons.size() > 3) {
      throw new IllegalArgumentException("reasons has " + reasons.size() + " entries, at most 3");
    }
    reasons = List.copyOf(reasons);
  }
}
