package org.feewise.assistant.bills;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.feewise.models.money.Money;

/**
 * Why a bill's surcharge is what it is on a day.
 *
 * @param asOf the day the rest is paid, Asia/Shanghai; the day of settlement of a bill paid before
 * @param effectiveDueOn the last day without surcharge
 * @param amount the surcharge in all, rounded half up to the fen once
 * @param paid what was paid of it before
 * @param days calendar days from the effective due date to {@code asOf}, zero when in time
 * @param principal the amount of the bill itself
 * @param capped whether a cap took something off
 * @param rule the rule in a sentence
 * @param law the articles it rests on
 * @param explanation how the amount comes about, one sentence a step
 * @param dayByDay every late day that costs something or would without a waiver, in order
 * @param working how the amount comes about, as data
 */
public record SurchargeView(
    String billNo,
    LocalDate asOf,
    LocalDate dueOn,
    LocalDate effectiveDueOn,
    Money amount,
    Money paid,
    long days,
    Money principal,
    boolean capped,
    String rule,
    String law,
    List<String> explanation,
    List<Day> dayByDay,
    SurchargeWorking working) {

  public SurchargeView {
    explanation = List.copyOf(explanation);
    dayByDay = List.copyOf(dayByDay);
  }

  /**
   * What one late day adds.
   *
   * @param unpaid principal unpaid on that day
   * @param dailyRate share of it that the day costs before any waiver
   * @param waived share of that which a waiver takes off, 0 without one
   * @param added yuan, exact, before cap and rounding
   * @param surcharge what is owed if the rest is paid on that day
   */
  public record Day(
      LocalDate on,
      Money unpaid,
      BigDecimal dailyRate,
      BigDecimal waived,
      String added,
      Money surcharge) {}
}
