package org.feewise.assistant.plans;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.feewise.assistant.bills.Bill;
import org.feewise.models.fees.FeeType;
import org.feewise.models.fees.catalogue.FeeCatalogue;
import org.feewise.models.fees.catalogue.FeeRule;
import org.feewise.models.fees.catalogue.FeeRule.Respite;
import org.feewise.models.fees.catalogue.LawArticle;
import org.feewise.models.fees.catalogue.PayerRights;
import org.feewise.models.plans.EarlyDiscount;
import org.feewise.models.plans.LateSurcharge;
import org.feewise.models.plans.LateSurcharge.RateChange;
import org.feewise.models.plans.PlanBill;

/** What the catalogue lets a plan do with a bill. */
public final class BillTerms {
  /** What is bought at a counter is paid at once. */
  private static final Set<FeeType> PAID_AT_ONCE =
      EnumSet.of(FeeType.EXAM_FEE, FeeType.LICENCE_FEE, FeeType.PARKING);

  /** Further than any pay date lies. */
  private static final int HORIZON_YEARS = 3;

  private final FeeCatalogue catalogue;
  private final LocalDate asOf;

  BillTerms(FeeCatalogue catalogue, LocalDate asOf) {
    this.catalogue = catalogue;
    this.asOf = asOf;
  }

  /**
   * The open part of a bill as the optimiser sees it, with every rate that the law has for it.
   *
   * @param mostInstalments the citizen's own limit, or null
   */
  PlanBill planBill(Bill bill, Integer mostInstalments) {
    return new PlanBill(
        bill.billNo(),
        bill.outstanding(),
        bill.effectiveDueOn(),
        mayBePaidInParts(bill),
        instalments(bill, mostInstalments),
        surcharge(bill),
        discount(bill));
  }

  /** The rule by which paying this bill in parts is only a proposal until an authority agrees. */
  public Optional<Respite> approval(Bill bill) {
    return instalmentRules(bill).filter(Respite::onApproval).findFirst();
  }

  /** What the payer of a bill may ask for, and whom. */
  public PayerRights rights(Bill bill) {
    return catalogue.rights(bill.scope(), known(asOf));
  }

  /**
   * The articles that the surcharge rests on; empty where the fee has none.
   *
   * @param planned the same bill as the plan knows it
   */
  public Optional<String> surchargeLaw(PlanBill planned, Bill bill, Locale locale) {
    return planned.surcharge().map(late -> rule(bill).ground().cite(locale));
  }

  /** The same articles one by one, with the pages where they can be read. */
  public List<LawArticle> surchargeArticles(PlanBill planned, Bill bill) {
    return planned.surcharge().map(late -> rule(bill).ground().laws()).orElse(List.of());
  }

  /** Whether this fee may be paid in parts at all. */
  public boolean mayBePaidInParts(Bill bill) {
    return !PAID_AT_ONCE.contains(bill.feeType());
  }

  private OptionalInt instalments(Bill bill, Integer own) {
    Stream<Integer> limits =
        Stream.concat(
            Stream.ofNullable(own),
            instalmentRules(bill).flatMap(rule -> rule.maxInstalments().stream()));
    return limits.mapToInt(Integer::intValue).min();
  }

  private Stream<Respite> instalmentRules(Bill bill) {
    return rights(bill).instalments().stream();
  }

  /**
   * The rate of the first late day and every change until the last day a plan may reach: a later
   * year's, another rule's, or that of a waiver.
   */
  private Optional<LateSurcharge> surcharge(Bill bill) {
    boolean capped = rule(bill).cap() == FeeRule.Cap.PRINCIPAL;
    LocalDate first = known(bill.effectiveDueOn().plusDays(1));
    List<RateChange> changes = new ArrayList<>();
    LocalDate day = first;
    while (day.isBefore(asOf.plusYears(HORIZON_YEARS))) {
      day = nextChange(bill, day);
      changes.add(new RateChange(day, rateOn(bill, day)));
    }
    BigDecimal rate = rateOn(bill, first);
    boolean free =
        rate.signum() == 0 && changes.stream().allMatch(to -> to.dailyRate().signum() == 0);
    return free
        ? Optional.empty()
        : Optional.of(late(bill, rate, capped).withChanges(real(rate, changes)));
  }

  private static LateSurcharge late(Bill bill, BigDecimal rate, boolean capped) {
    LateSurcharge late = LateSurcharge.daily(rate);
    return capped ? late.stoppedAt(bill.outstanding()) : late;
  }

  private LocalDate nextChange(Bill bill, LocalDate day) {
    LocalDate nextYear = LocalDate.of(day.getYear() + 1, 1, 1);
    return catalogue
        .nextChange(bill.scope(), day)
        .filter(change -> change.isBefore(nextYear))
        .orElse(nextYear);
  }

  private BigDecimal rateOn(Bill bill, LocalDate day) {
    BigDecimal rate =
        catalogue.surcharge(bill.scope(), day).daily().on(day, bill.dueOn().getYear());
    return catalogue
        .waiver(bill.scope(), day)
        .map(waiver -> rate.multiply(BigDecimal.ONE.subtract(waiver.share())))
        .orElse(rate);
  }

  /** Without the days on which nothing really changes. */
  private static List<RateChange> real(BigDecimal first, List<RateChange> changes) {
    List<RateChange> real = new ArrayList<>();
    BigDecimal before = first;
    for (RateChange change : changes) {
      if (change.dailyRate().compareTo(before) != 0) {
        real.add(change);
      }
      before = change.dailyRate();
    }
    return real;
  }

  private FeeRule.Surcharge rule(Bill bill) {
    return catalogue.surcharge(bill.scope(), known(firstLateDay(bill)));
  }

  private LocalDate firstLateDay(Bill bill) {
    LocalDate first = bill.effectiveDueOn().plusDays(1);
    return first.isBefore(asOf) ? asOf : first;
  }

  /** A discount is for the whole bill, so nothing may have been paid of it. */
  private Optional<EarlyDiscount> discount(Bill bill) {
    if (bill.paid().isPositive()) {
      return Optional.empty();
    }
    return catalogue.rules(FeeRule.EarlyPayment.class, bill.scope(), known(asOf)).stream()
        .map(
            rule ->
                new EarlyDiscount(
                    rule.rate(), bill.effectiveDueOn().minusDays(rule.daysBeforeDue())))
        .findFirst();
  }

  /** The articles that a discount for paying early rests on. */
  public Optional<String> discountLaw(Bill bill, Locale locale) {
    return catalogue.rules(FeeRule.EarlyPayment.class, bill.scope(), known(asOf)).stream()
        .map(rule -> rule.ground().cite(locale))
        .findFirst();
  }

  private LocalDate known(LocalDate day) {
    return day.isBefore(catalogue.since()) ? catalogue.since() : day;
  }
}
