package org.feewise.assistant.bills;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.feewise.models.fees.DueBy;
import org.feewise.models.fees.PrincipalPayment;
import org.feewise.models.fees.SurchargeAssessment;
import org.feewise.models.fees.SurchargeQuestion;
import org.feewise.models.fees.SurchargeSpan;
import org.feewise.models.fees.Surcharges;
import org.feewise.models.fees.catalogue.FeeCatalogue;
import org.feewise.models.money.Money;
import org.feewise.models.words.Words;

/** The surcharge of a bill by the fee catalogue; a bill older than the catalogue has none. */
public final class CatalogueSurchargeRules implements SurchargeRules {
  private final Surcharges surcharges;

  public CatalogueSurchargeRules(Surcharges surcharges) {
    this.surcharges = surcharges;
  }

  @Override
  public Money amount(Bill bill, List<Payment> paid, LocalDate asOf) {
    return isKnown(bill) ? surcharges.assess(question(bill, paid, asOf)).surcharge() : Money.ZERO;
  }

  @Override
  public SurchargeView explain(Bill bill, List<Payment> paid, LocalDate asOf, Locale locale) {
    Words words = Words.of(CatalogueSurchargeRules.class, "surcharge", locale);
    if (!isKnown(bill)) {
      return unknown(bill, asOf, words);
    }
    SurchargeAssessment told = surcharges.assess(question(bill, paid, asOf));
    return new SurchargeView(
        bill.billNo(),
        told.question().asOf(),
        bill.dueOn(),
        told.effectiveDueOn(),
        told.surcharge(),
        paidSurcharge(paid, asOf),
        told.lateDays(),
        bill.principal(),
        told.capped(),
        new RuleSentence(words).of(told.rule()),
        told.legalBasis(locale),
        told.steps(locale),
        dayByDay(told),
        SurchargeWorking.of(told, locale));
  }

  private boolean isKnown(Bill bill) {
    return knows(surcharges.catalogue(), bill);
  }

  /** Whether a catalogue reaches back to a bill; what it says nothing of costs nothing. */
  public static boolean knows(FeeCatalogue catalogue, Bill bill) {
    LocalDate since = catalogue.since();
    boolean decisionKnown = bill.decisionOn() == null || !bill.decisionOn().isBefore(since);
    return decisionKnown && !bill.dueOn().isBefore(since);
  }

  private SurchargeView unknown(Bill bill, LocalDate asOf, Words words) {
    String since = surcharges.catalogue().since().toString();
    return new SurchargeView(
        bill.billNo(),
        asOf,
        bill.dueOn(),
        bill.effectiveDueOn(),
        Money.ZERO,
        Money.ZERO,
        Math.max(0, asOf.toEpochDay() - bill.effectiveDueOn().toEpochDay()),
        bill.principal(),
        false,
        words.say("rule.unknown", since),
        null,
        List.of(words.say("rule.unknown", since)),
        List.of(),
        SurchargeWorking.none());
  }

  private static SurchargeQuestion question(Bill bill, List<Payment> paid, LocalDate asOf) {
    boolean settledBefore = bill.settledOn() != null && bill.settledOn().isBefore(asOf);
    return new SurchargeQuestion(
            bill.scope(),
            bill.principal(),
            new DueBy(Optional.of(bill.dueOn()), Optional.ofNullable(bill.decisionOn())),
            settledBefore ? bill.settledOn() : asOf)
        .withPaid(principalPaid(bill, paid));
  }

  /** What was paid of the principal; what goes beyond it does not make the bill smaller. */
  public static List<PrincipalPayment> principalPaid(Bill bill, List<Payment> paid) {
    List<PrincipalPayment> parts = new ArrayList<>();
    Money left = bill.principal();
    for (Payment payment : paid) {
      Money part = payment.principal().min(left);
      if (part.isPositive()) {
        parts.add(new PrincipalPayment(payment.paidOn(), part));
        left = left.minus(part);
      }
    }
    return parts;
  }

  private static Money paidSurcharge(List<Payment> paid, LocalDate asOf) {
    return paid.stream()
        .filter(payment -> !payment.paidOn().isAfter(asOf))
        .map(Payment::surcharge)
        .reduce(Money.ZERO, Money::plus);
  }

  private static List<SurchargeView.Day> dayByDay(SurchargeAssessment told) {
    List<SurchargeView.Day> days = new ArrayList<>();
    BigDecimal accrued = BigDecimal.ZERO;
    for (SurchargeSpan day : (Iterable<SurchargeSpan>) told.dayByDay()::iterator) {
      accrued = accrued.add(day.amount());
      BigDecimal least = accrued.signum() == 0 ? accrued : accrued.max(told.floor().toYuan());
      BigDecimal owed = told.cap().map(cap -> least.min(cap.toYuan())).orElse(least);
      days.add(
          new SurchargeView.Day(
              day.from(),
              day.principal(),
              day.dailyRate(),
              BigDecimal.ONE.subtract(day.chargedShare()),
              day.amount().stripTrailingZeros().toPlainString(),
              Money.roundHalfUp(owed)));
    }
    return days;
  }
}
