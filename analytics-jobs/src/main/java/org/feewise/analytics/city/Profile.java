package org.feewise.analytics.city;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.reminders.ReminderChannel;

/**
 * The truth about one citizen: what is billed and how they pay.
 *
 * @param forgetfulness standard normal over the population; more is later
 * @param respondsTo channels through which a reminder makes a difference
 * @param anniversaryMonth month of yearly bills
 * @param hardships times of hardship, both days included
 * @param movedOn days of moving house
 */
record Profile(
    int number,
    Citizen citizen,
    Population.District district,
    Population.AgeBand ageBand,
    Population.IncomeBand incomeBand,
    Set<Trait> traits,
    double forgetfulness,
    boolean autoPay,
    PaymentMethod habitualMethod,
    Set<ReminderChannel> respondsTo,
    int anniversaryMonth,
    List<Spell> hardships,
    List<LocalDate> movedOn) {

  record Spell(LocalDate from, LocalDate to) {
    boolean covers(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  boolean inHardship(LocalDate day) {
    return hardships.stream().anyMatch(spell -> spell.covers(day));
  }

  /** Whether the citizen moved within so many days before the given one. */
  boolean movedWithin(int days, LocalDate before) {
    return movedOn.stream()
        .anyMatch(moved -> !moved.isAfter(before) && moved.plusDays(days).isAfter(before));
  }

  /** The first day on or after the given one on which income arrives. */
  LocalDate nextPayday(LocalDate from) {
    YearMonth month = YearMonth.from(from);
    LocalDate payday = month.atDay(citizen.incomeDay());
    return payday.isBefore(from) ? month.plusMonths(1).atDay(citizen.incomeDay()) : payday;
  }
}
