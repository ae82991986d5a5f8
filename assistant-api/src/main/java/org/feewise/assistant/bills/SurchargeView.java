package org.feewise.assistant.bills;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.feewise.models.money.Money;

/**
 * Why a bill's surcharge is what it is on a day.
 *
 * @param asOf the day it is paid, Asia/Shanghai
 * @param amount the surcharge in all, rounded half up to the fen once
 * @param days calendar days from the effective due date to that day, or to the day the bill was
 *     settled when that was earlier
 * @param principal the principal that was or would be paid late
 * @param capped whether the surcharge has reached its cap
 * @param rule the rule in a sentence
 * @param law the law it rests on; null where the fee has no surcharge
 * @param explanation how the amount comes about, one sentence a step
 * @param dayByDay the surcharge if the bill were paid on each day since the effective due date
 */
public record SurchargeView(
    String billNo,
    LocalDate asOf,
    LocalDate effectiveDueOn,
    Money amount,
    long days,
    Money principal,
    boolean capped,
    String rule,
    String law,
    List<String> explanation,
    List<Day> dayByDay) {

  public SurchargeView {
    explanation = List.copyOf(explanation);
    dayByDay = List.copyOf(dayByDay);
  }

  /**
   * The surcharge if the bill is paid on one day.
   *
   * @param dailyRate the rate that day added, as a share of the principal
   */
  public record Day(LocalDate on, long lateDays, BigDecimal dailyRate, Money surcharge) {}
}
