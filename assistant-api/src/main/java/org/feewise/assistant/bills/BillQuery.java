package org.feewise.assistant.bills;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.feewise.models.fees.FeeType;

/**
 * Which of one citizen's bills are meant.
 *
 * @param statuses statuses wanted as of today; empty means any
 * @param feeTypes fee types wanted; empty means any
 * @param covering days that the bill's period (or, without one, its day of issue) must touch
 */
public record BillQuery(
    Set<BillStatus> statuses, Set<FeeType> feeTypes, Optional<Period> covering) {

  public BillQuery {
    statuses = Set.copyOf(statuses);
    feeTypes = Set.copyOf(feeTypes);
    Objects.requireNonNull(covering, "covering");
  }

  /** Every bill. */
  public static BillQuery all() {
    return new BillQuery(Set.of(), Set.of(), Optional.empty());
  }

  /** Every bill that is not yet paid, overdue or not. */
  public static BillQuery open() {
    return all().withStatuses(Set.of(BillStatus.UNPAID, BillStatus.OVERDUE));
  }

  public BillQuery withStatuses(Set<BillStatus> wanted) {
    return new BillQuery(wanted, feeTypes, covering);
  }

  public BillQuery withFeeTypes(Set<FeeType> wanted) {
    return new BillQuery(statuses, wanted, covering);
  }

  public BillQuery withFeeType(FeeType wanted) {
    return withFeeTypes(Set.of(wanted));
  }

  public BillQuery covering(Period days) {
    return new BillQuery(statuses, feeTypes, Optional.of(days));
  }

  /** Whether a bill is meant, its status taken on the given day. */
  public boolean matches(Bill bill, LocalDate today) {
    return (statuses.isEmpty() || statuses.contains(bill.statusOn(today)))
        && (feeTypes.isEmpty() || feeTypes.contains(bill.feeType()))
        && covering.map(days -> days.overlaps(bill.covers())).orElse(true);
  }
}
