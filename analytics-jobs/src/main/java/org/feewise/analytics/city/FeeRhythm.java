package org.feewise.analytics.city;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.feewise.models.fees.FeeType;

/**
 * When one fee is billed to those who have a trait, for how much, and when it is due.
 *
 * @param code two letters that open the bill's number, unique among rhythms
 * @param months months of issue; null for every month
 * @param chance chance that a month of issue brings a bill; null for certainty
 * @param anniversary whether it is billed once a year, in a month of the citizen's own
 * @param dueDay day of the month {@code dueMonthsLater} after the issue, or its last day
 * @param dueDays days from the issue to the deadline, instead of {@code dueDay}
 * @param coversFrom first month covered, relative to the month of issue
 * @param coversMonths months covered; 0 for a fee without a period
 * @param yuan usual amount; 0 where {@code choices} are given
 * @param spread standard deviation of the logarithm of the amount
 * @param growth growth of the amount a year
 * @param season factor on the amount by month of issue; null for none
 */
record FeeRhythm(
    FeeType feeType,
    String code,
    Trait who,
    List<Integer> months,
    Double chance,
    boolean anniversary,
    int issueDay,
    int dueDay,
    int dueMonthsLater,
    int dueDays,
    int coversFrom,
    int coversMonths,
    double yuan,
    List<Integer> choices,
    double spread,
    double growth,
    List<Double> season,
    boolean partial,
    boolean autoPay,
    boolean disputable,
    double lateLogOdds,
    String title) {
  private static final int BASE_YEAR = 2023;

  /** Whether a citizen with this trait gets a bill in the month. */
  boolean billsIn(YearMonth month, int anniversaryMonth, Dice dice) {
    if (anniversary) {
      return month.getMonthValue() == anniversaryMonth;
    }
    boolean itsMonth = months == null || months.contains(month.getMonthValue());
    return itsMonth && (chance == null || dice.happens(chance));
  }

  LocalDate dueOn(LocalDate issuedOn) {
    if (dueDays > 0) {
      return issuedOn.plusDays(dueDays);
    }
    YearMonth due = YearMonth.from(issuedOn).plusMonths(dueMonthsLater);
    return due.atDay(Math.min(dueDay, due.lengthOfMonth()));
  }

  /** The first month covered, or the month of issue of a fee without a period. */
  YearMonth coversFrom(YearMonth issued) {
    return coversMonths == 0 ? issued : issued.plusMonths(coversFrom);
  }

  /** The amount one would expect in a month, in yuan. */
  double usualYuan(YearMonth month) {
    if (choices != null) {
      return choices.stream().mapToInt(Integer::intValue).average().orElseThrow();
    }
    double seasonal = season == null ? 1 : season.get(month.getMonthValue() - 1);
    return yuan * seasonal * StrictMath.pow(1 + growth, month.getYear() - BASE_YEAR);
  }

  String titleFor(YearMonth month) {
    YearMonth covered = coversFrom(month);
    return title
        .replace("{year}", Integer.toString(covered.getYear()))
        .replace("{month}", Integer.toString(covered.getMonthValue()));
  }
}
