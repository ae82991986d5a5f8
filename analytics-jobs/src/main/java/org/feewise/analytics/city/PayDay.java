package org.feewise.analytics.city;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;

/** The day on which a citizen means to pay a bill. */
final class PayDay {
  /** Later than any history: the day of a bill that is never paid. */
  static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

  private final Behaviour behaviour;

  PayDay(Behaviour behaviour) {
    this.behaviour = behaviour;
  }

  /** A day from the issue to the effective due date. */
  LocalDate inTime(Profile profile, Bill bill, Dice dice) {
    LocalDate due = bill.effectiveDueOn();
    if (profile.autoPay() && bill.rhythm().autoPay()) {
      return due;
    }
    double habit = dice.uniform();
    LocalDate afterPayday = profile.nextPayday(bill.issuedOn()).plusDays(dice.between(0, 2));
    if (habit < behaviour.paydayShare() && !afterPayday.isAfter(due)) {
      return afterPayday;
    }
    if (habit < behaviour.paydayShare() + behaviour.lastMomentShare()) {
      return latest(bill.issuedOn(), due.minusDays(dice.between(0, 1)));
    }
    long days = DAYS.between(bill.issuedOn(), due);
    return bill.issuedOn().plusDays((long) (days * dice.uniform() * dice.uniform()));
  }

  /** A day after the effective due date, or {@link #NEVER}. */
  LocalDate late(Profile profile, Bill bill, Dice dice) {
    boolean hardship = profile.inHardship(bill.effectiveDueOn());
    double never = hardship ? behaviour.neverPaysInHardshipShare() : behaviour.neverPaysShare();
    double mean = hardship ? behaviour.meanDaysLateInHardship() : behaviour.meanDaysLate();
    if (dice.happens(never)) {
      return NEVER;
    }
    LocalDate day = bill.effectiveDueOn().plusDays(1L + dice.waiting(mean - 1));
    return dice.happens(behaviour.latePaydayShare())
        ? profile.nextPayday(day).plusDays(dice.between(0, 1))
        : day;
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
