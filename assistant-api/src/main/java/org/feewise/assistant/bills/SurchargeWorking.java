package org.feewise.assistant.bills;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.feewise.models.fees.SurchargeAssessment;
import org.feewise.models.fees.SurchargeSpan;
import org.feewise.models.fees.catalogue.FeeRule;
import org.feewise.models.money.Money;

/**
 * The working of a surcharge as data: base, rate, days, minimum, cap, rounding and law.
 *
 * @param spans late days with the same base and rate, in order
 * @param accrued yuan that the spans add up to, exact
 * @param minimum the least it costs, zero where there is none
 * @param cap the most it costs, null where there is none
 * @param rounding how the amount is rounded, always {@code HALF_UP} to the fen, once
 * @param rounded whether rounding changed the amount
 * @param example whether the rate is an example that local rules or the contract replace
 * @param laws the articles it rests on
 * @param unpublishedYears years whose festivals the deadline needed and nobody has announced yet
 */
public record SurchargeWorking(
    List<Span> spans,
    String accrued,
    Money minimum,
    Money cap,
    String rounding,
    boolean rounded,
    boolean example,
    List<CitedLaw> laws,
    List<Integer> unpublishedYears) {
  private static final String HALF_UP = "HALF_UP";

  public SurchargeWorking {
    spans = List.copyOf(spans);
    laws = List.copyOf(laws);
    unpublishedYears = List.copyOf(unpublishedYears);
  }

  /**
   * Late days alike.
   *
   * @param base principal unpaid throughout
   * @param dailyRate share of the base a day, before any waiver
   * @param waiver what is not charged, null where all is
   * @param amount yuan, exact
   */
  public record Span(
      LocalDate from,
      LocalDate to,
      long days,
      Money base,
      BigDecimal dailyRate,
      Waiver waiver,
      String amount) {}

  /**
   * Why late days cost less.
   *
   * @param share share of the surcharge that is not charged
   */
  public record Waiver(String reason, BigDecimal share, String grantedBy, String law) {}

  static SurchargeWorking none() {
    return new SurchargeWorking(
        List.of(), "0", Money.ZERO, null, HALF_UP, false, false, List.of(), List.of());
  }

  static SurchargeWorking of(SurchargeAssessment told, Locale locale) {
    return new SurchargeWorking(
        told.spans().stream().map(span -> span(span, locale)).toList(),
        plain(told.accrued()),
        told.floor(),
        told.cap().orElse(null),
        HALF_UP,
        told.rounded(),
        told.rule().ground().isExample(),
        told.laws().stream().map(law -> CitedLaw.of(law, locale)).toList(),
        told.deadline().unpublished().stream().map(year -> year.getValue()).toList());
  }

  private static Span span(SurchargeSpan span, Locale locale) {
    return new Span(
        span.from(),
        span.to(),
        span.days(),
        span.principal(),
        span.dailyRate(),
        waiver(span.waiver(), locale),
        plain(span.amount()));
  }

  private static Waiver waiver(Optional<FeeRule.Waiver> waiver, Locale locale) {
    return waiver
        .map(
            rule ->
                new Waiver(
                    rule.reason().in(locale),
                    rule.share(),
                    rule.grantedBy().in(locale),
                    rule.ground().cite(locale)))
        .orElse(null);
  }

  private static String plain(BigDecimal yuan) {
    return yuan.stripTrailingZeros().toPlainString();
  }
}
