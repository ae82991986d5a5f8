package org.feewise.models.risk.features;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What the house's own bills tell beyond any bill: the payer's kind, when income arrives, the
 * holidays around the due date and the period that is billed.
 */
public final class HouseFeatures {
  private static final List<String> NUMBERS =
      List.of(
          "due_days_after_payday",
          "due_days_to_payday",
          "paydays_to_due",
          "due_days_to_break",
          "period_month",
          "period_days",
          "issue_days_after_period");

  /** The features of the house's bills. */
  public static final FeatureSchema SCHEMA = FeatureSchema.of(NUMBERS, List.of("payer_kind"));

  private HouseFeatures() {}

  /**
   * The house's own numbers, in the order of the schema.
   *
   * @param incomeDay day of month on which income arrives, 0 where unknown
   * @param periodFrom first day of the period billed, null where there is none
   * @param periodTo its last day, null where there is none
   */
  public static double[] numbers(
      LocalDate issuedOn,
      LocalDate dueOn,
      int incomeDay,
      LocalDate periodFrom,
      LocalDate periodTo) {
    NumberWriter numbers = new NumberWriter(NUMBERS.size());
    writePaydays(issuedOn, dueOn, incomeDay, numbers);
    numbers.write(HolidayBreaks.builtIn().daysTo(dueOn, issuedOn));
    writePeriod(issuedOn, periodFrom, periodTo, numbers);
    return numbers.finish();
  }

  /** The house's own categories, in the order of the schema. */
  public static String[] categories(String payerKind) {
    return new String[] {payerKind};
  }

  private static void writePaydays(
      LocalDate issuedOn, LocalDate dueOn, int incomeDay, NumberWriter numbers) {
    if (incomeDay < 1) {
      numbers.writeMissing(3);
      return;
    }
    YearMonth dueIn = YearMonth.from(dueOn);
    LocalDate inMonth = payday(dueIn, incomeDay);
    boolean ahead = inMonth.isAfter(dueOn);
    LocalDate last = ahead ? payday(dueIn.minusMonths(1), incomeDay) : inMonth;
    LocalDate next = ahead ? inMonth : payday(dueIn.plusMonths(1), incomeDay);
    numbers.write(dueOn.toEpochDay() - last.toEpochDay());
    numbers.write(next.toEpochDay() - dueOn.toEpochDay());
    numbers.write(paydays(issuedOn, last, incomeDay));
  }

  /** Paydays from a day up to and including a payday. */
  private static long paydays(LocalDate from, LocalDate last, int incomeDay) {
    YearMonth month = YearMonth.from(from);
    YearMonth first = payday(month, incomeDay).isBefore(from) ? month.plusMonths(1) : month;
    return Math.max(0, first.until(YearMonth.from(last), ChronoUnit.MONTHS) + 1);
  }

  private static LocalDate payday(YearMonth month, int incomeDay) {
    return month.atDay(Math.min(incomeDay, month.lengthOfMonth()));
  }

  private static void writePeriod(
      LocalDate issuedOn, LocalDate from, LocalDate to, NumberWriter numbers) {
    numbers.write(from == null ? Double.NaN : from.getMonthValue());
    numbers.write(
        from == null || to == null ? Double.NaN : to.toEpochDay() - from.toEpochDay() + 1);
    numbers.write(to == null ? Double.NaN : issuedOn.toEpochDay() - to.toEpochDay());
  }
}
