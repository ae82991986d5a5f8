package org.feewise.assistant.chat.tools;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.feewise.assistant.bills.BillQuery;
import org.feewise.assistant.bills.BillStatus;
import org.feewise.assistant.bills.Period;
import org.feewise.models.fees.FeeType;

/** Which bills a tool is asked about; every part may be null. */
record BillQuestion(FeeType feeType, LocalDate from, LocalDate to, String status, String billNo) {

  BillQuery query() {
    BillQuery query = BillQuery.all();
    if (feeType != null) {
      query = query.withFeeType(feeType);
    }
    if (from != null && to != null) {
      query = query.covering(new Period(from, to));
    }
    return query.withStatuses(statuses());
  }

  private Set<BillStatus> statuses() {
    if (status == null || status.isBlank()) {
      return Set.of();
    }
    return switch (BillStatus.valueOf(status)) {
      case UNPAID -> EnumSet.of(BillStatus.UNPAID, BillStatus.OVERDUE);
      case OVERDUE -> EnumSet.of(BillStatus.OVERDUE);
      case PAID -> EnumSet.of(BillStatus.PAID);
    };
  }

  Found.Asked asked(String fee, LocalDate by) {
    return new Found.Asked(fee, from, to, status, by, null);
  }
}
