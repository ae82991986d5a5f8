package org.feewise.models.risk.features;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

  static double[] of(BillStory bill) {
    double[] terms = new double[NAMES.size()];
    terms[0] = logOf(bill.amount());
    terms[1] = daysBetween(bill.issuedOn(), bill.dueOn());
    terms[2] = bill.issuedOn() == null ? Double.NaN : bill.issuedOn().getDayOfWeek().getValue();
    terms[3] = bill.issuedOn() == null ? Double.NaN : bill.issuedOn().getDayOfMonth();
    terms[4] = bill.issuedOn() == null ? Double.NaN : bill.issuedOn().getMonthValue();
    terms[5] = bill.dueOn() == null ? Double.NaN : bill.dueOn().getDayOfWeek().getValue();
    terms[6] = bill.dueOn() == null ? Double.NaN : bill.dueOn().getDayOfMonth();
    terms[7] = bill.dueOn() == null ? Double.NaN : SpringFestival.daysTo(bill.dueOn());
    return terms;
  }

  /** Logarithm of 1 + amount with the sign kept, so that credits and zero are numbers, too. */
  static double logOf(double amount) {
    return Math.copySign(Math.log1p(Math.abs(amount)), amount);
  }

  private static double daysBetween(LocalDate from, LocalDate to) {
    return from == null || to == null ? Double.NaN : ChronoUnit.DAYS.between(from, to);
  }
}
