package org.feewise.models.risk.features;

import java.time.LocalDate;
import java.util.List;

/** Features that a bill shows by itself: its amount and its dates. */
final class BillTerms {
  static final List<String> NAMES =
      List.of(
          "amount_log",
          "days_to_due",
          "issue_weekday",
          "issue_day_of_month",
          "issue_month",
          "due_weekday",
          "due_day_of_month",
          "days_to_spring_festival");

  private BillTerms() {}

  /** Writes the features in the order of {@link #NAMES}. */
  static void describe(BillStory bill, NumberWriter into) {
    LocalDate issuedOn = bill.issuedOn();
    LocalDate dueOn = bill.dueOn();
    into.write(logOf(bill.amount()));
    into.write(daysBetween(issuedOn, dueOn));
    into.write(issuedOn == null ? Double.NaN : issuedOn.getDayOfWeek().getValue());
    into.write(issuedOn == null ? Double.NaN : issuedOn.getDayOfMonth());
    into.write(issuedOn == null ? Double.NaN : issuedOn.getMonthValue());
    into.write(dueOn == null ? Double.NaN : dueOn.getDayOfWeek().getValue());
    into.write(dueOn == null ? Double.NaN : dueOn.getDayOfMonth());
    into.write(dueOn == null ? Double.NaN : SpringFestival.daysTo(dueOn));
  }

  /** Logarithm of 1 + amount with the sign kept, so that credits and zero are numbers, too. */
  static double logOf(double amount) {
    return Math.copySign(Math.log1p(Math.abs(amount)), amount);
  }

  private static double daysBetween(LocalDate from, LocalDate to) {
    return from == null || to == null ? Double.NaN : to.toEpochDay() - from.toEpochDay();
  }
}
