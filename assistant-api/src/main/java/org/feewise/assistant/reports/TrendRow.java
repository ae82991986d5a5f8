package org.feewise.assistant.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Optional;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;

/**
 * How one group of bills was paid.
 *
 * @param month in which they fell due, null where rows are not by month
 * @param feeType null where rows are not by fee type
 * @param district null where rows are not by district
 * @param bills issued, open ones that are not due yet included
 * @param onTime paid in full by the effective due date
 * @param late paid in full after it
 * @param overdue open after it
 * @param overdueAmount principal open on the overdue bills
 */
record TrendRow(
    YearMonth month,
    FeeType feeType,
    String district,
    long bills,
    Money billed,
    Money collected,
    long onTime,
    long late,
    long overdue,
    Money overdueAmount) {
  /** Stands for the districts whose groups are too small to show. */
  static final String OTHER_DISTRICTS = "OTHER";

  /** The district of payers whose district is not known, as the analytics write it. */
  static final String UNKNOWN_DISTRICT = "-";

  private static final int SHARE_DECIMALS = 4;

  /** Share of the bills paid or past due that were paid on time; empty when there are none. */
  Optional<BigDecimal> onTimeShare() {
    long decided = onTime + late + overdue;
    return decided == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(onTime)
                .divide(BigDecimal.valueOf(decided), SHARE_DECIMALS, RoundingMode.HALF_UP));
  }
}
