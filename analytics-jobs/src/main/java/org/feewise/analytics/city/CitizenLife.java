package org.feewise.analytics.city;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One citizen's bills and what became of them, as known at the end of the history. */
record CitizenLife(Profile profile, List<Told> bills) {

  /**
   * A bill with what was known by the end of the history.
   *
   * @param paidFen principal paid, at most the bill's
   * @param overpaidFen what was paid beyond it
   * @param settledOn the day the principal was paid in full; null while open
   * @param changedAt when something last happened, local time
   */
  record Told(
      Bill bill,
      List<Payment> payments,
      Reminder reminder,
      boolean disputed,
      double lateChance,
      long paidFen,
      long overpaidFen,
      LocalDate settledOn,
      LocalDateTime changedAt) {}

  /** Tells lives by a plan; cheap to keep, not to be shared between threads. */
  static final class Teller {
    private static final int ISSUE_HOUR = 9;

    private final CityPlan plan;
    private final Profiles profiles;
    private final Billing billing;
    private final Paying paying;

    Teller(CityPlan plan) {
      FeeLaw law = new FeeLaw();
      this.plan = plan;
      this.profiles = new Profiles(plan, Population.PLANTED);
      this.billing = new Billing(plan, Population.RHYTHMS, law);
      this.paying = new Paying(Population.PLANTED.behaviour(), law);
    }

    Profile profile(int number) {
      return profiles.of(number);
    }

    CitizenLife life(int number) {
      Profile profile = profiles.of(number);
      Optional<Persona> persona = Persona.of(number);
      List<Told> story = persona.map(told -> story(profile, told)).orElse(List.of());
      Set<String> taken = story.stream().map(told -> slot(told.bill())).collect(Collectors.toSet());
      List<Told> bills = new ArrayList<>(story);
      for (Bill bill : billing.billsOf(profile)) {
        if (!taken.contains(slot(bill))) {
          bills.add(known(bill, paying.settle(profile, bill, billing.dice(profile, bill))));
        }
      }
      bills.sort(
          Comparator.comparing((Told told) -> told.bill().issuedOn())
              .thenComparing(told -> told.bill().billNo()));
      return new CitizenLife(profile, bills);
    }

    private static String slot(Bill bill) {
      return bill.rhythm().code() + bill.issuedIn();
    }

    private List<Told> story(Profile profile, Persona persona) {
      return persona.bills().stream()
          .map(
              told -> {
                Bill bill = billing.told(profile, told);
                return known(bill, paying.told(profile, bill, told, plan.until()));
              })
          .filter(told -> plan.tells(told.bill().issuedOn()))
          .toList();
    }

    private Told known(Bill bill, Settlement settlement) {
      LocalDateTime end = plan.until().atStartOfDay();
      List<Payment> payments =
          settlement.payments().stream().filter(p -> p.paidAt().isBefore(end)).toList();
      long paid = payments.stream().mapToLong(Payment::principalFen).sum();
      long towards = Math.min(paid, bill.principalFen());
      LocalDateTime issuedAt = bill.issuedOn().atTime(ISSUE_HOUR, 0);
      return new Told(
          bill,
          payments,
          knownReminder(settlement.reminder(), end),
          settlement.disputed(),
          settlement.lateChance(),
          towards,
          paid - towards,
          settledOn(bill, payments),
          payments.stream().map(Payment::paidAt).reduce(issuedAt, (one, other) -> other));
    }

    private static Reminder knownReminder(Reminder reminder, LocalDateTime end) {
      if (reminder == null || !reminder.sentAt().isBefore(end)) {
        return null;
      }
      boolean read = reminder.readAt() != null && reminder.readAt().isBefore(end);
      return read
          ? reminder
          : new Reminder(reminder.reminderId(), reminder.channel(), reminder.sentAt(), null);
    }

    private static LocalDate settledOn(Bill bill, List<Payment> payments) {
      long rest = bill.principalFen();
      for (Payment payment : payments) {
        rest -= payment.principalFen();
        if (rest <= 0) {
          return payment.paidOn();
        }
      }
      return null;
    }
  }
}
