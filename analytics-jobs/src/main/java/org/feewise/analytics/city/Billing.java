package org.feewise.analytics.city;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.feewise.analytics.city.Persona.ToldBill;

/** Issues a citizen's bills by the rhythm of each fee. */
final class Billing {
  private static final long BILL = 3;
  private static final long HABIT = 4;
  private static final double HABIT_SPREAD = 0.3;

  private final CityPlan plan;
  private final List<FeeRhythm> rhythms;
  private final FeeLaw law;

  Billing(CityPlan plan, List<FeeRhythm> rhythms, FeeLaw law) {
    this.plan = plan;
    this.rhythms = rhythms;
    this.law = law;
  }

  /** The bills issued within the plan, by fee and month. */
  List<Bill> billsOf(Profile profile) {
    List<Bill> bills = new ArrayList<>();
    for (int which = 0; which < rhythms.size(); which++) {
      if (profile.traits().contains(rhythms.get(which).who())) {
        addBills(profile, which, bills);
      }
    }
    return bills;
  }

  /** Chance for one bill, the same wherever the history begins and ends. */
  Dice dice(Profile profile, Bill bill) {
    return Dice.of(
        plan.seed(), BILL, profile.number(), rhythms.indexOf(bill.rhythm()), monthKey(bill), 1);
  }

  private static long monthKey(Bill bill) {
    return bill.issuedOn().toEpochDay();
  }

  private void addBills(Profile profile, int which, List<Bill> bills) {
    FeeRhythm rhythm = rhythms.get(which);
    double habit = habit(profile, which);
    YearMonth last = YearMonth.from(plan.until());
    for (YearMonth month = YearMonth.from(plan.since());
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      Dice dice =
          Dice.of(
              plan.seed(), BILL, profile.number(), which, month.getYear(), month.getMonthValue());
      LocalDate issuedOn = month.atDay(rhythm.issueDay());
      if (plan.tells(issuedOn) && rhythm.billsIn(month, profile.anniversaryMonth(), dice)) {
        double yuan = yuan(rhythm, month, habit, dice);
        bills.add(
            bill(profile, rhythm, rhythm.code(), issuedOn, rhythm.dueOn(issuedOn), yuan, habit));
      }
    }
  }

  /** The payer's own size: how much more or less than others they use, year in, year out. */
  private double habit(Profile profile, int which) {
    double own = Dice.of(plan.seed(), HABIT, profile.number(), which).normal();
    return profile.incomeBand().amountFactor() * StrictMath.exp(HABIT_SPREAD * own);
  }

  private static double yuan(FeeRhythm rhythm, YearMonth month, double habit, Dice dice) {
    if (rhythm.choices() != null) {
      return dice.oneOf(rhythm.choices());
    }
    if (rhythm.spread() == 0) {
      return rhythm.yuan();
    }
    return rhythm.usualYuan(month) * habit * StrictMath.exp(rhythm.spread() * dice.normal());
  }

  private Bill bill(
      Profile profile,
      FeeRhythm rhythm,
      String code,
      LocalDate issuedOn,
      LocalDate dueOn,
      double yuan,
      double habit) {
    YearMonth month = YearMonth.from(issuedOn);
    double expected = rhythm.usualYuan(month) * (rhythm.choices() == null ? habit : 1);
    return new Bill(
        billNo(code, issuedOn, profile.number()),
        rhythm,
        month,
        issuedOn,
        dueOn,
        law.effectiveDueOn(rhythm.feeType(), profile.citizen().payerKind(), dueOn),
        Math.max(1, Math.round(yuan * 100)),
        rhythm.spread() == 0 && rhythm.choices() == null ? 1 : yuan / expected,
        profile.citizen().payerKind());
  }

  private static String billNo(String code, LocalDate issuedOn, int number) {
    return code
        + issuedOn.format(DateTimeFormatter.BASIC_ISO_DATE)
        + String.format(Locale.ROOT, "%07d", number);
  }

  /** A bill of a demo person's story, or nothing when it lies before the history. */
  Bill told(Profile profile, ToldBill told) {
    FeeRhythm rhythm = Population.named(told.code(), rhythms, FeeRhythm::code);
    LocalDate issuedOn = plan.until().minusDays(told.issued());
    LocalDate dueOn =
        told.due() == null ? rhythm.dueOn(issuedOn) : plan.until().minusDays(told.due());
    return bill(profile, rhythm, rhythm.code(), issuedOn, dueOn, told.yuan(), 1);
  }
}
