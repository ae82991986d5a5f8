package org.feewise.models.fees;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feewise.models.calendar.Deadline;
import org.feewise.models.fees.catalogue.FeeRule;
import org.feewise.models.fees.catalogue.LawArticle;
import org.feewise.models.money.Money;
import org.feewise.models.words.Bilingual;

/**
 * What paying a bill on a day costs beyond its principal, and why.
 *
 * @param title the fee's name
 * @param question what was asked
 * @param relief what was taken off the principal, and why
 * @param deadline the deadline as stated and as it counts
 * @param deadlineRule the rule it follows
 * @param rule the surcharge rule in force on the last day
 * @param spans the late days with their rates and waivers, in order; their amounts add up to {@link
 *     #accrued()}
 * @param unpaid principal not paid before the day asked about
 * @param floor the least it costs, zero where nothing accrued or the rule has no minimum
 * @param cap the most it costs
 */
public record SurchargeAssessment(
    Bilingual title,
    SurchargeQuestion question,
    Optional<GrantedRelief> relief,
    Deadline deadline,
    FeeRule.Deadline deadlineRule,
    FeeRule.Surcharge rule,
    List<SurchargeSpan> spans,
    Money unpaid,
    Money floor,
    Optional<Money> cap) {
  public SurchargeAssessment {
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(relief, "relief");
    Objects.requireNonNull(deadline, "deadline");
    Objects.requireNonNull(rule, "rule");
    spans = List.copyOf(spans);
  }

  /** Calendar days from the effective due date to the day of payment, zero when in time. */
  public long lateDays() {
    return Math.max(0, ChronoUnit.DAYS.between(deadline.effectiveOn(), question.asOf()));
  }

  public LocalDate effectiveDueOn() {
    return deadline.effectiveOn();
  }

  /** The sum of the spans in yuan: exact, before minimum, cap and rounding. */
  public BigDecimal accrued() {
    return spans.stream().map(SurchargeSpan::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** After minimum and cap, in yuan, before rounding. */
  public BigDecimal owed() {
    BigDecimal least = accrued().max(floor.toYuan());
    return cap.map(most -> least.min(most.toYuan())).orElse(least);
  }

  /** The surcharge owed, rounded half up to the fen once. */
  public Money surcharge() {
    return Money.roundHalfUp(owed());
  }

  /** Whether the cap took something off. */
  public boolean capped() {
    return accrued().max(floor.toYuan()).compareTo(owed()) > 0;
  }

  /** Whether rounding to the fen changed the amount. */
  public boolean rounded() {
    return owed().stripTrailingZeros().scale() > 2;
  }

  /** The principal of the bill after relief. */
  public Money principal() {
    return relief.map(GrantedRelief::rest).orElse(question.principal());
  }

  /**
   * The surcharge of each late day alone, in yuan, not rounded; their sum is {@link #accrued()}.
   */
  public Stream<SurchargeSpan> dayByDay() {
    return spans.stream()
        .flatMap(span -> span.from().datesUntil(span.to().plusDays(1)).map(span::of));
  }

  /** The articles behind the surcharge: of every rule and waiver of a late day, and of relief. */
  public List<LawArticle> laws() {
    Set<LawArticle> laws = new LinkedHashSet<>();
    spans.forEach(span -> laws.addAll(span.rule().ground().laws()));
    laws.addAll(rule.ground().laws());
    spans.forEach(span -> span.waiver().ifPresent(waiver -> laws.addAll(waiver.ground().laws())));
    relief.ifPresent(granted -> laws.addAll(granted.rule().ground().laws()));
    if (question.rulings().enforced()) {
      rule.whenEnforced().ifPresent(cap -> laws.addAll(cap.laws()));
    }
    return List.copyOf(laws);
  }

  /** The articles as one cites them, in one line. */
  public String legalBasis(Locale locale) {
    String separator = SurchargeSentences.lawSeparator(locale);
    return laws().stream().map(law -> law.cite(locale)).collect(Collectors.joining(separator));
  }

  /** How the amount comes about, a sentence a step. */
  public List<String> steps(Locale locale) {
    return new SurchargeSentences(this, locale).steps();
  }

  /** All steps as one text. */
  public String explanation(Locale locale) {
    return new SurchargeSentences(this, locale).text();
  }
}
