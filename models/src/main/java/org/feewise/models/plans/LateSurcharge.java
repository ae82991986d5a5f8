package org.feewise.models.plans;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * The simple daily surcharge of a bill paid late.
 *
 * @param dailyRate share of the late principal charged for each day, 0.0005 for 0.05 %
 * @param atMostPrincipal whether the surcharge stops at the principal of the bill
 * @param changes days from which another rate holds, in order; none where one rate holds throughout
 */
public record LateSurcharge(
    BigDecimal dailyRate, boolean atMostPrincipal, List<RateChange> changes) {
  private static final BigDecimal LARGEST_DAILY_RATE = BigDecimal.valueOf(100);

  /**
   * Another rate from a day on.
   *
   * @param from first late day that costs so much
   */
  public record RateChange(LocalDate from, BigDecimal dailyRate) {
    public RateChange {
      Refusal.whenMissing("bills.surcharge.changes.from", from);
      requireRate("bills.surcharge.changes.dailyRate", dailyRate);
    }
  }

  public LateSurcharge {
    requireRate("bills.surcharge.dailyRate", dailyRate);
    changes = changes.stream().sorted(Comparator.comparing(RateChange::from)).toList();
  }

  /** The same rate for every late day. */
  public LateSurcharge(BigDecimal dailyRate, boolean atMostPrincipal) {
    this(dailyRate, atMostPrincipal, List.of());
  }

  private static void requireRate(String field, BigDecimal rate) {
    Refusal.unlessBetween(field, rate, BigDecimal.ZERO, LARGEST_DAILY_RATE);
  }

  /** Share of the principal that the late days up to and including a day cost together. */
  BigDecimal share(LocalDate dueOn, LocalDate paidOn) {
    BigDecimal share = BigDecimal.ZERO;
    BigDecimal rate = dailyRate;
    LocalDate from = dueOn.plusDays(1);
    for (RateChange change : changes) {
      share = share.add(rate.multiply(days(from, earlier(change.from(), paidOn.plusDays(1)))));
      rate = change.dailyRate();
      from = later(from, change.from());
    }
    return share.add(rate.multiply(days(from, paidOn.plusDays(1))));
  }

  private static BigDecimal days(LocalDate from, LocalDate until) {
    return BigDecimal.valueOf(Math.max(0, ChronoUnit.DAYS.between(from, until)));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
