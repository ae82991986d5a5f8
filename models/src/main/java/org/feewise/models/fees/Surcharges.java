package org.feewise.models.fees;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.feewise.models.calendar.Deadline;
import org.feewise.models.calendar.OfficialCalendar;
import org.feewise.models.fees.catalogue.FeeCatalogue;
import org.feewise.models.fees.catalogue.FeeRule;
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
  public Deadline deadline(FeeScope scope, DueBy due) {
    return deadline(scope, due, calendar);
  }

  /** The deadline of a bill that prints it. */
  public Deadline deadline(FeeScope scope, LocalDate dueOn) {
    return deadline(scope, DueBy.printed(dueOn));
  }

  /**
   * What it costs to pay the rest of a bill on a day.
   *
   * @throws IllegalArgumentException when the bill is older than the catalogue, or a deferral or
   *     relief is one the law does not know, longer than it allows or without a share; the message
   *     names the field
   */
  public SurchargeAssessment assess(SurchargeQuestion question) {
    FeeScope scope = question.scope();
    OfficialCalendar days = calendar.withDaysOff(question.daysOff());
    Deadline stated = deadline(scope, question.due(), days);
    Grants grants = new Grants(catalogue, question, stated.effectiveOn());
    Deadline deadline =
        question.rulings().deferredUntil().isPresent()
            ? days.rollForward(grants.deferredUntil())
            : stated;
    Optional<GrantedRelief> relief = grants.relief();
    Money principal = relief.map(GrantedRelief::rest).orElse(question.principal());
    LateDays late = new LateDays(catalogue, question, principal, stated.statedOn().getYear());
    FeeRule.Surcharge rule =
        catalogue.surcharge(scope, latest(question.asOf(), deadline.effectiveOn()));
    List<SurchargeSpan> spans = late.after(deadline.effectiveOn());
    boolean accrues = spans.stream().anyMatch(span -> span.amount().signum() > 0);
    return new SurchargeAssessment(
        catalogue.title(scope.feeType()),
        question,
        relief,
        deadline,
        deadlineRule(scope, question.due()),
        rule,
        spans,
        late.unpaidOn(question.asOf()),
        accrues ? rule.minimum() : Money.ZERO,
        cap(rule, question.rulings().enforced()) == FeeRule.Cap.PRINCIPAL
            ? Optional.of(principal)
            : Optional.empty());
  }

  private static FeeRule.Cap cap(FeeRule.Surcharge rule, boolean enforced) {
    return rule.whenEnforced()
        .filter(other -> enforced)
        .map(FeeRule.EnforcedCap::cap)
        .orElse(rule.cap());
  }

  private Deadline deadline(FeeScope scope, DueBy due, OfficialCalendar days) {
    FeeRule.Deadline rule = deadlineRule(scope, due);
    LocalDate stated =
        rule.daysAfterDecision()
            .flatMap(term -> due.decisionOn().map(day -> day.plusDays(term)))
            .or(due::dueOn)
            .orElseThrow(() -> new IllegalArgumentException("dueOn: is missing"));
    return rule.rollsForward() ? days.rollForward(stated) : Deadline.fixed(stated);
  }

  private FeeRule.Deadline deadlineRule(FeeScope scope, DueBy due) {
    boolean served = scope.feeType().isFine() && due.decisionOn().isPresent();
    LocalDate day =
        (served ? due.decisionOn() : due.dueOn())
            .orElseThrow(() -> new IllegalArgumentException("dueOn: is missing"));
    if (day.isBefore(catalogue.since())) {
      throw new IllegalArgumentException(
          "%s: %s is before %s, when the fee catalogue begins"
              .formatted(served ? "decisionOn" : "dueOn", day, catalogue.since()));
    }
    return catalogue.deadline(scope, day);
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
