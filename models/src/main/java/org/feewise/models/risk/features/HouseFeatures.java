package org.feewise.models.risk.features;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What the house's own bills tell beyond any bill: the payer's kind and when income arrives. */
public final class HouseFeatures {
  /** The features of the house's bills. */
  public static final FeatureSchema SCHEMA =
      FeatureSchema.of(List.of("due_days_after_payday"), List.of("payer_kind"));

  private HouseFeatures() {}

  /**
   * The house's own numbers, in the order of the schema.
   *
   * @param incomeDay day of month on which income arrives, 0 where unknown
   */
  public static double[] numbers(LocalDate dueOn, int incomeDay) {
    return new double[] {incomeDay < 1 ? Double.NaN : daysAfterPayday(dueOn, incomeDay)};
  }

  /** The house's own categories, in the order of the schema. */
  public static String[] categories(String payerKind) {
    return new String[] {payerKind};
  }

  private static double daysAfterPayday(LocalDate dueOn, int incomeDay) {
    LocalDate thisMonth = payday(YearMonth.from(dueOn), incomeDay);
    LocalDate payday =
        thisMonth.isAfter(dueOn)
            ? payday(YearMonth.from(dueOn).minusMonths(1), incomeDay)
            : thisMonth;
    return dueOn.toEpochDay() - payday.toEpochDay();
  }

  private static LocalDate payday(YearMonth month, int incomeDay) {
    return month.atDay(Math.min(incomeDay, month.lengthOfMonth()));
  }
}
