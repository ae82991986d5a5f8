package org.feewise.assistant.plans;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.feewise.assistant.bills.Bill;
import org.feewise.assistant.bills.CatalogueSurchargeRules;
import org.feewise.assistant.bills.Payment;
import org.feewise.models.fees.catalogue.FeeCatalogue;
import org.feewise.models.fees.catalogue.FeeRule;
import org.feewise.models.fees.catalogue.LawArticle;
import org.feewise.models.money.Money;
import org.feewise.models.plans.LateSurcharge;
import org.feewise.models.plans.LateSurcharge.RateChange;
import org.feewise.models.plans.PlanBill;

/** What the law adds to one bill that is paid late, as the optimiser knows it. */
final class BillSurcharge {
  /** Further than any pay date lies. */
  private static final int HORIZON_YEARS = 3;

  private final FeeCatalogue catalogue;
  private final LocalDate asOf;
  private final Bill bill;

  BillSurcharge(FeeCatalogue catalogue, LocalDate asOf, Bill bill) {
    this.catalogue = catalogue;
    this.asOf = asOf;
    this.bill = bill;
  }

  /**
   * The rate of every late day, the flat minimum, where it stops, and what parts paid late have
   * cost already, less the surcharge that was paid.
   *
   * @param paid what was paid of the bill
   * @return empty where no late day costs anything, or the bill is older than the catalogue
   */
  Optional<LateSurcharge> terms(List<Payment> paid) {
    if (!CatalogueSurchargeRules.knows(catalogue, bill)) {
      return Optional.empty();
    }
    LocalDate first = firstLateDay();
    BigDecimal rate = rateOn(first);
    List<RateChange> changes = changes(first, rate);
    if (rate.signum() == 0 && changes.isEmpty()) {
      return Optional.empty();
    }
    FeeRule.Surcharge rule = rule();
    Money done =
        paid.stream().map(Payment::surcharge).reduce(Money.ZERO, Money::plus).max(Money.ZERO);
    LateSurcharge daily = LateSurcharge.daily(rate).withChanges(changes);
    LateSurcharge late =
        daily
            .withAtLeast(rule.minimum().minus(done).max(Money.ZERO))
            .withAccrued(accrued(daily, paid).subtract(done.toYuan()).max(BigDecimal.ZERO));
    return Optional.of(
        rule.cap() == FeeRule.Cap.PRINCIPAL
            ? late.stoppedAt(bill.principal().minus(done).max(Money.ZERO))
            : late);
  }

  /**
   * The articles that it rests on: of the rule that a plan pays by and, where parts paid late have
   * cost something, of those they were paid by.
   */
  List<LawArticle> laws(boolean partsPaidLate) {
    Set<LawArticle> laws = new LinkedHashSet<>();
    if (partsPaidLate) {
      for (LocalDate day = firstLateDay(); !day.isAfter(asOf); day = nextChange(day)) {
        laws.addAll(catalogue.surcharge(bill.scope(), day).ground().laws());
      }
    }
    laws.addAll(rule().ground().laws());
    return List.copyOf(laws);
  }

  private BigDecimal accrued(LateSurcharge daily, List<Payment> paid) {
    PlanBill whole =
        new PlanBill(
            bill.billNo(),
            bill.principal(),
            bill.effectiveDueOn(),
            true,
            OptionalInt.empty(),
            Optional.of(daily),
            Optional.empty());
    return CatalogueSurchargeRules.principalPaid(bill, paid).stream()
        .map(part -> part.amount().times(whole.surchargeShare(part.on())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The days on which the rate really changes: a later year's, another rule's, a waiver's. */
  private List<RateChange> changes(LocalDate first, BigDecimal rate) {
    List<RateChange> changes = new ArrayList<>();
    BigDecimal before = rate;
    LocalDate day = first;
    while (day.isBefore(asOf.plusYears(HORIZON_YEARS))) {
      day = nextChange(day);
      BigDecimal now = rateOn(day);
      if (now.compareTo(before) != 0) {
        changes.add(new RateChange(day, now));
      }
      before = now;
    }
    return changes;
  }

  private LocalDate nextChange(LocalDate day) {
    LocalDate nextYear = LocalDate.of(day.getYear() + 1, 1, 1);
    return catalogue
        .nextChange(bill.scope(), day)
        .filter(change -> change.isBefore(nextYear))
        .orElse(nextYear);
  }

  private BigDecimal rateOn(LocalDate day) {
    BigDecimal rate =
        catalogue.surcharge(bill.scope(), day).daily().on(day, bill.dueOn().getYear());
    return catalogue
        .waiver(bill.scope(), day)
        .map(waiver -> rate.multiply(BigDecimal.ONE.subtract(waiver.share())))
        .orElse(rate);
  }

  /** The rule of the first day on which a plan may pay late. */
  private FeeRule.Surcharge rule() {
    LocalDate first = firstLateDay();
    return catalogue.surcharge(bill.scope(), first.isBefore(asOf) ? asOf : first);
  }

  private LocalDate firstLateDay() {
    LocalDate first = bill.effectiveDueOn().plusDays(1);
    return first.isBefore(catalogue.since()) ? catalogue.since() : first;
  }
}
