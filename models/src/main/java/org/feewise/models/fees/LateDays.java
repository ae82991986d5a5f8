package org.feewise.models.fees;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.feewise.models.fees.catalogue.FeeCatalogue;
import org.feewise.models.fees.catalogue.FeeRule;
import org.feewise.models.money.Money;

/**
 * The late days of a bill, cut where principal, rate, rule or waiver change.
 *
 * @param principal what is owed before any payment
 * @param dueYear year of the deadline before it rolled
 */
record LateDays(FeeCatalogue catalogue, SurchargeQuestion question, Money principal, int dueYear) {

  /** Those that cost something or would without a waiver, in order. */
  List<SurchargeSpan> after(LocalDate effectiveDueOn) {
    List<SurchargeSpan> spans = new ArrayList<>();
    LocalDate day = effectiveDueOn.plusDays(1);
    while (!day.isAfter(question.asOf())) {
      LocalDate last = lastAlike(day);
      FeeRule.Surcharge rule = catalogue.surcharge(question.scope(), day);
      BigDecimal rate = rule.daily().on(day, dueYear);
      Money unpaid = unpaidOn(day);
      if (rate.signum() > 0 && unpaid.isPositive()) {
        spans.add(
            new SurchargeSpan(
                day, last, unpaid, rate, rule, catalogue.waiver(question.scope(), day)));
      }
      day = last.plusDays(1);
    }
    return spans;
  }

  /** Principal still unpaid when a day begins; never below zero, whatever relief came after. */
  Money unpaidOn(LocalDate day) {
    return question.paid().stream()
        .filter(payment -> payment.on().isBefore(day))
        .map(PrincipalPayment::amount)
        .reduce(principal, Money::minus)
        .max(Money.ZERO);
  }

  private LocalDate lastAlike(LocalDate day) {
    Stream<LocalDate> nextPayment =
        question.paid().stream().map(PrincipalPayment::on).filter(on -> !on.isBefore(day)).limit(1);
    Stream<LocalDate> ruleEnd =
        catalogue.nextChange(question.scope(), day).map(change -> change.minusDays(1)).stream();
    Stream<LocalDate> yearEnd =
        day.getYear() == dueYear ? Stream.of(LocalDate.of(dueYear, 12, 31)) : Stream.empty();
    return Stream.of(Stream.of(question.asOf()), nextPayment, ruleEnd, yearEnd)
        .flatMap(days -> days)
        .min(LocalDate::compareTo)
        .orElseThrow();
  }
}
