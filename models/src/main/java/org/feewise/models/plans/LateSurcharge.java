package org.feewise.models.plans;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.feewise.models.money.Money;

/**
 * The simple daily surcharge of a bill paid late.
 *
 * @param dailyRate share of the late principal charged for each day, 0.0005 for 0.05 %
 * @param changes days from which another rate holds, in order; none where one rate holds throughout
 * @param atMost where the surcharge of the bill stops; empty where it does not
 * @param atLeast what the bill costs as soon as any surcharge accrues, {@code atMost} aside; zero
 *     for none
 * @param accrued yuan, not rounded, that parts paid late before the plan have cost already
 */
public record LateSurcharge(
    BigDecimal dailyRate,
    List<RateChange> changes,
    Optional<Money> atMost,
    Money atLeast,
    BigDecimal accrued) {
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
    requireAmount("bills.surcharge.atMost", atMost.orElse(Money.ZERO));
    requireAmount("bills.surcharge.atLeast", atLeast);
    Refusal.unlessBetween(
        "bills.surcharge.accrued", accrued, BigDecimal.ZERO, PlanProblem.LARGEST_AMOUNT.toYuan());
    changes = changes.stream().sorted(Comparator.comparing(RateChange::from)).toList();
  }

  /** The same rate for every late day, without end. */
  public static LateSurcharge daily(BigDecimal rate) {
    return new LateSurcharge(rate, List.of(), Optional.empty(), Money.ZERO, BigDecimal.ZERO);
  }

  /** The same with other rates from given days on. */
  public LateSurcharge withChanges(List<RateChange> others) {
    return new LateSurcharge(dailyRate, others, atMost, atLeast, accrued);
  }

  /** The same, stopped at an amount. */
  public LateSurcharge stoppedAt(Money most) {
    return new LateSurcharge(dailyRate, changes, Optional.of(most), atLeast, accrued);
  }

  /** The same with a flat minimum. */
  public LateSurcharge withAtLeast(Money least) {
    return new LateSurcharge(dailyRate, changes, atMost, least, accrued);
  }

  /** The same after parts paid late have cost so much, in yuan. */
  public LateSurcharge withAccrued(BigDecimal yuan) {
    return new LateSurcharge(dailyRate, changes, atMost, atLeast, yuan);
  }

  /**
   * What the surcharge comes to: the accrued yuan, at least the minimum where anything accrued, at
   * most the amount it stops at, rounded half up to the fen once.
   *
   * @param yuan what the payments of the plan accrue together, not rounded
   */
  Money owed(BigDecimal yuan) {
    BigDecimal sum = accrued.add(yuan);
    BigDecimal least = sum.signum() > 0 ? sum.max(atLeast.toYuan()) : sum;
    return Money.roundHalfUp(atMost.map(most -> least.min(most.toYuan())).orElse(least));
  }

  private static void requireRate(String field, BigDecimal rate) {
    Refusal.unlessBetween(field, rate, BigDecimal.ZERO, LARGEST_DAILY_RATE);
  }

  private static void requireAmount(String field, Money amount) {
    Refusal.unlessBetween(field, amount, Money.ZERO, PlanProblem.LARGEST_AMOUNT);
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
