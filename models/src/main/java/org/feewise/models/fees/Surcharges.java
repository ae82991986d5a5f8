package org.feewise.models.fees;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.feewise.models.calendar.Deadline;
import org.feewise.models.calendar.OfficialCalendar;
import org.feewise.models.fees.catalogue.FeeCatalogue;
import org.feewise.models.fees.catalogue.FeeRule;
import org.feewise.models.fees.catalogue.FeeRule.Respite.Kind;
import org.feewise.models.money.Money;

/**
 * Works out when a bill is due and what paying it late costs, from a catalogue of rules and the
 * official calendar. Immutable and cheap to call.
 */
public final class Surcharges {
  private static final Surcharges BUILT_IN =
      new Surcharges(FeeCatalogue.builtIn(), OfficialCalendar.builtIn());

  private final FeeCatalogue catalogue;
  private final OfficialCalendar calendar;

  public Surcharges(FeeCatalogue catalogue, OfficialCalendar calendar) {
    this.catalogue = catalogue;
    this.calendar = calendar;
  }

  /** By the catalogue and calendar that come with FeeWise. */
  public static Surcharges builtIn() {
    return BUILT_IN;
  }

  /**
   * By the rules that come with FeeWise and those of a folder: {@code regions/*.yaml} replace fee
   * rules of a region, {@code calendar/*.yaml} add or replace years; either may be absent.
   *
   * @throws IllegalArgumentException when the folder does not exist or a file in it is not good;
   *     the message has file, line and reason
   */
  public static Surcharges withRulesFrom(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("rules folder " + folder + " does not exist");
    }
    Path regions = folder.resolve("regions");
    Path years = folder.resolve("calendar");
    return new Surcharges(
        Files.isDirectory(regions) ? FeeCatalogue.withRegionsFrom(regions) : FeeCatalogue.builtIn(),
        Files.isDirectory(years)
            ? OfficialCalendar.withNoticesFrom(years)
            : OfficialCalendar.builtIn());
  }

  public FeeCatalogue catalogue() {
    return catalogue;
  }

  public OfficialCalendar calendar() {
    return calendar;
  }

  /**
   * The deadline of a bill as it is stated and as days off move it. A fine's runs from the day its
   * decision was served; where that day is not known, what is printed on the bill counts.
   *
   * @throws IllegalArgumentException when the bill is older than the catalogue
   */
  public Deadline deadline(
      FeeScope scope, Optional<LocalDate> dueOn, Optional<LocalDate> decisionOn) {
    return deadline(scope, dueOn, decisionOn, calendar);
  }

  /** The deadline of a bill that prints it. */
  public Deadline deadline(FeeScope scope, LocalDate dueOn) {
    return deadline(scope, Optional.of(dueOn), Optional.empty());
  }

  /**
   * What it costs to pay the rest of a bill on a day.
   *
   * @throws IllegalArgumentException when the bill is older than the catalogue, or a deferral is
   *     one the law does not know or longer than it allows; the message names the field
   */
  public SurchargeAssessment assess(SurchargeQuestion question) {
    FeeScope scope = question.scope();
    OfficialCalendar days = calendar.withDaysOff(question.daysOff());
    Deadline stated = deadline(scope, question.dueOn(), question.decisionOn(), days);
    Deadline deadline = deferred(question, stated, days);
    LocalDate lastDay = latest(question.asOf(), deadline.effectiveOn());
    FeeRule.Surcharge rule = catalogue.surcharge(scope, lastDay);
    List<SurchargeSpan> spans = spans(question, deadline, stated.statedOn().getYear());
    FeeRule.Cap cap = cap(rule, question.enforced());
    return new SurchargeAssessment(
        catalogue.title(scope.feeType()),
        question,
        deadline,
        deadlineRule(scope, question.dueOn(), question.decisionOn()),
        rule,
        spans,
        spans.isEmpty() ? Money.ZERO : rule.minimum(),
        cap == FeeRule.Cap.PRINCIPAL ? Optional.of(question.principal()) : Optional.empty());
  }

  private static FeeRule.Cap cap(FeeRule.Surcharge rule, boolean enforced) {
    return rule.whenEnforced()
        .filter(other -> enforced)
        .map(FeeRule.EnforcedCap::cap)
        .orElse(rule.cap());
  }

  private Deadline deadline(
      FeeScope scope,
      Optional<LocalDate> dueOn,
      Optional<LocalDate> decisionOn,
      OfficialCalendar days) {
    FeeRule.Deadline rule = deadlineRule(scope, dueOn, decisionOn);
    LocalDate stated =
        rule.daysAfterDecision()
            .flatMap(term -> decisionOn.map(day -> day.plusDays(term)))
            .or(() -> dueOn)
            .orElseThrow(() -> new IllegalArgumentException("dueOn: is missing"));
    return rule.rollsForward() ? days.rollForward(stated) : Deadline.fixed(stated);
  }

  private FeeRule.Deadline deadlineRule(
      FeeScope scope, Optional<LocalDate> dueOn, Optional<LocalDate> decisionOn) {
    boolean served = scope.feeType().isFine() && decisionOn.isPresent();
    LocalDate day =
        (served ? decisionOn : dueOn)
            .orElseThrow(() -> new IllegalArgumentException("dueOn: is missing"));
    if (day.isBefore(catalogue.since())) {
      throw new IllegalArgumentException(
          "%s: %s is before %s, when the fee catalogue begins"
              .formatted(served ? "decisionOn" : "dueOn", day, catalogue.since()));
    }
    return catalogue.deadline(scope, day);
  }

  private Deadline deferred(SurchargeQuestion question, Deadline stated, OfficialCalendar days) {
    if (question.deferredUntil().isEmpty()) {
      return stated;
    }
    LocalDate until = question.deferredUntil().get();
    FeeRule.Respite respite =
        catalogue.rules(FeeRule.Respite.class, question.scope(), stated.effectiveOn()).stream()
            .filter(rule -> rule.kind() == Kind.DEFERRAL && rule.stopsSurcharge())
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "deferredUntil: the law knows no deferral of "
                            + question.scope().feeType()
                            + " for "
                            + question.scope().payer()));
    respite
        .maxMonths()
        .map(months -> stated.effectiveOn().plusMonths(months))
        .filter(until::isAfter)
        .ifPresent(
            longest -> {
              throw new IllegalArgumentException(
                  "deferredUntil: " + until + " is after " + longest + ", the longest allowed");
            });
    return days.rollForward(latest(until, stated.effectiveOn()));
  }

  private List<SurchargeSpan> spans(SurchargeQuestion question, Deadline deadline, int dueYear) {
    List<SurchargeSpan> spans = new ArrayList<>();
    LocalDate day = deadline.effectiveOn().plusDays(1);
    while (!day.isAfter(question.asOf())) {
      LocalDate last = lastAlike(question, day, dueYear);
      FeeRule.Surcharge rule = catalogue.surcharge(question.scope(), day);
      BigDecimal rate = rule.daily().on(day, dueYear);
      Money unpaid = unpaidOn(question, day);
      if (rate.signum() > 0 && unpaid.isPositive()) {
        spans.add(new SurchargeSpan(day, last, unpaid, rate, rule));
      }
      day = last.plusDays(1);
    }
    return spans;
  }

  /** The last day up to which principal, rate and rule stay as they are on a day. */
  private LocalDate lastAlike(SurchargeQuestion question, LocalDate day, int dueYear) {
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

  private static Money unpaidOn(SurchargeQuestion question, LocalDate day) {
    return question.paid().stream()
        .filter(payment -> payment.on().isBefore(day))
        .map(PrincipalPayment::amount)
        .reduce(question.principal(), Money::minus);
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
