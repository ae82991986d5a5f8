package org.feewise.analytics.city;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import org.feewise.models.money.PaymentMethod;

/** How likely a citizen is to pay a bill late: the truth that a risk model is to find. */
final class LateOdds {
  private static final int PAYDAY_SOON = 7;

  private final Behaviour behaviour;

  LateOdds(Behaviour behaviour) {
    this.behaviour = behaviour;
  }

  /** Log-odds of paying after the effective due date if nobody reminds. */
  double of(Profile profile, Bill bill) {
    return behaviour.baseLogOdds()
        + ofPerson(profile, bill)
        + ofMoment(profile, bill.effectiveDueOn())
        + bill.rhythm().lateLogOdds()
        + behaviour.amountLogOdds() * StrictMath.log(bill.usual()) / StrictMath.log(2);
  }

  private double ofPerson(Profile profile, Bill bill) {
    boolean debited = profile.autoPay() && bill.rhythm().autoPay();
    boolean counter = profile.habitualMethod() == PaymentMethod.COUNTER;
    return profile.district().lateLogOdds()
        + profile.ageBand().lateLogOdds()
        + profile.incomeBand().lateLogOdds()
        + behaviour.forgetfulnessLogOdds() * profile.forgetfulness()
        + (debited ? behaviour.autoPayLogOdds() : 0)
        + (counter ? behaviour.counterLogOdds() : 0);
  }

  private double ofMoment(Profile profile, LocalDate dueOn) {
    long untilPayday = DAYS.between(dueOn, profile.nextPayday(dueOn.plusDays(1)));
    boolean festival =
        LunarNewYear.isNear(
            dueOn,
            behaviour.springFestivalDays().getFirst(),
            behaviour.springFestivalDays().getLast());
    return (profile.inHardship(dueOn) ? behaviour.hardshipLogOdds() : 0)
        + (festival ? behaviour.springFestivalLogOdds() : 0)
        + (untilPayday <= PAYDAY_SOON ? behaviour.beforePaydayLogOdds() : 0)
        + (profile.movedWithin(behaviour.movedDays(), dueOn) ? behaviour.movedLogOdds() : 0);
  }

  static double chance(double logOdds) {
    return 1 / (1 + StrictMath.exp(-logOdds));
  }
}
