package org.feewise.analytics.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.feewise.models.risk.features.BillStory;
import org.feewise.models.risk.features.HouseFeatures;
import org.feewise.models.risk.features.InstalmentPlans;
import org.feewise.models.risk.features.Payments;
import org.feewise.models.risk.features.SentReminder;
import org.feewise.models.risk.features.Settlement;
import org.feewise.models.risk.features.Verdict;

/** Reads the rows of {@link HouseHistory#bills}. */
final class HouseStory {
  private HouseStory() {}

  static String citizen(Row row) {
    return row.getAs("citizen_id");
  }

  /** The plans of the citizen that a row belongs to. */
  static InstalmentPlans plans(Row row) {
    return list(row, "plans_accepted").isEmpty()
        ? InstalmentPlans.NONE
        : new InstalmentPlans(
            list(row, "plans_accepted"), list(row, "plans_kept"), list(row, "plans_broken"));
  }

  static BillStory bill(Row row) {
    LocalDate issuedOn = row.getAs("issued_on");
    LocalDate dueOn = row.getAs("due_on");
    LocalDate settledOn = row.getAs("settled_on");
    Settlement settlement = settledOn == null ? Settlement.notYet() : Settlement.on(settledOn);
    Number incomeDay = row.getAs("income_day");
    String district = row.getAs("district");
    return new BillStory(
        row.getAs("bill_no"),
        citizen(row),
        district == null ? "" : district,
        issuedOn,
        dueOn,
        row.<Long>getAs("principal_fen") / 100.0,
        row.getAs("fee_type"),
        settlement,
        payments(list(row, "paid"), settledOn),
        HouseStory.<Row>list(row, "reminded").stream()
            .map(sent -> new SentReminder(sent.getLocalDate(0), sent.getAs(1)))
            .toList(),
        Verdict.byDates(dueOn, settlement).orElseThrow(),
        HouseFeatures.numbers(
            issuedOn,
            dueOn,
            incomeDay == null ? 0 : incomeDay.intValue(),
            row.getAs("period_from"),
            row.getAs("period_to")),
        HouseFeatures.categories(row.getAs("payer_kind")));
  }

  /** What was paid after the bill was settled tells nothing about how it was settled. */
  private static Payments payments(List<Row> paid, LocalDate settledOn) {
    String channel = "";
    int count = 0;
    List<Payments.Part> parts = List.of();
    for (Row payment : paid) {
      LocalDate on = payment.getLocalDate(1);
      if (settledOn != null && on.isAfter(settledOn)) {
        break;
      }
      count++;
      channel = payment.getString(3);
      if (settledOn == null || on.isBefore(settledOn)) {
        parts = parts.isEmpty() ? new ArrayList<>() : parts;
        parts.add(new Payments.Part(on, payment.getLong(2) / 100.0));
      }
    }
    return count == 0 ? Payments.UNKNOWN : new Payments(channel, count, parts);
  }

  private static <T> List<T> list(Row row, String column) {
    int index = row.fieldIndex(column);
    return row.isNullAt(index) ? List.of() : row.getList(index);
  }
}
