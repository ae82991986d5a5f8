package org.feewise.analytics.city;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.feewise.analytics.city.Persona.ToldBill;
import org.feewise.models.reminders.ReminderChannel;

/** Lets a citizen pay a bill: early, late, in parts, twice, or never. */
final class Paying {
  private static final List<ReminderChannel> CHANNELS = List.of(ReminderChannel.values());
  private static final int REMINDER_HOUR = 10;
  private static final double READ_WHEN_HEEDED = 0.9;
  private static final double READ_ANYWAY = 0.25;

  private final Behaviour behaviour;
  private final LateOdds odds;
  private final PayDay payDay;
  private final Payments payments;

  Paying(Behaviour behaviour, FeeLaw law) {
    this.behaviour = behaviour;
    this.odds = new LateOdds(behaviour);
    this.payDay = new PayDay(behaviour);
    this.payments = new Payments(behaviour, law);
  }

  Settlement settle(Profile profile, Bill bill, Dice dice) {
    double logOdds = odds.of(profile, bill);
    double luck = dice.uniform();
    boolean late = luck < LateOdds.chance(logOdds);
    LocalDate meant = late ? payDay.late(profile, bill, dice) : payDay.inTime(profile, bill, dice);
    boolean disputed = bill.rhythm().disputable() && dice.happens(behaviour.disputeShare());
    Reminder reminder = reminder(profile, bill, meant, dice);
    LocalDate paidOn = meant;
    if (disputed) {
      paidOn = bill.effectiveDueOn().plusDays(dice.between(1, behaviour.disputeDays()));
    } else if (reminder != null && luck >= LateOdds.chance(logOdds + effect(profile, reminder))) {
      paidOn =
          earliest(
              meant,
              reminder
                  .sentAt()
                  .toLocalDate()
                  .plusDays(dice.between(0, behaviour.reminderDaysBefore())));
    }
    return new Settlement(
        payments.of(profile, bill, paidOn, dice), reminder, disputed, LateOdds.chance(logOdds));
  }

  /** A bill of a demo person's story, paid as the story says. */
  Settlement told(Profile profile, Bill bill, ToldBill told, LocalDate until) {
    double chance = LateOdds.chance(odds.of(profile, bill));
    return new Settlement(payments.told(profile, bill, told, until), null, told.disputed(), chance);
  }

  private Reminder reminder(Profile profile, Bill bill, LocalDate meant, Dice dice) {
    LocalDate day = bill.effectiveDueOn().minusDays(behaviour.reminderDaysBefore());
    boolean chosen = dice.happens(behaviour.remindedShare());
    ReminderChannel channel = dice.oneOf(CHANNELS);
    boolean heeds = profile.respondsTo().contains(channel);
    boolean read = dice.happens(heeds ? READ_WHEN_HEEDED : READ_ANYWAY);
    int minutes = dice.between(1, 600);
    if (!chosen || !meant.isAfter(day) || !day.isAfter(bill.issuedOn())) {
      return null;
    }
    LocalDateTime sentAt = day.atTime(REMINDER_HOUR, 0);
    return new Reminder(
        "R" + bill.billNo(), channel, sentAt, read ? sentAt.plusMinutes(minutes) : null);
  }

  private double effect(Profile profile, Reminder reminder) {
    return profile.respondsTo().contains(reminder.channel())
        ? behaviour.reminderLogOdds()
        : behaviour.reminderIgnoredLogOdds();
  }

  private static LocalDate earliest(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
