package org.feewise.assistant.plans;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.feewise.assistant.bills.Bill;
import org.feewise.assistant.bills.Payment;
import org.feewise.models.fees.FeeType;
import org.feewise.models.fees.catalogue.FeeCatalogue;
import org.feewise.models.fees.catalogue.FeeRule;
import org.feewise.models.fees.catalogue.FeeRule.Respite;
import org.feewise.models.fees.catalogue.LawArticle;
import org.feewise.models.fees.catalogue.PayerRights;
import org.feewise.models.plans.EarlyDiscount;
import org.feewise.models.plans.PlanBill;

/** What the catalogue lets a plan do with a bill. */
public final class BillTerms {
  /** What is bought at a counter is paid at once. */
  private static final Set<FeeType> PAID_AT_ONCE =
      EnumSet.of(FeeType.EXAM_FEE, FeeType.LICENCE_FEE, FeeType.PARKING);

  private final FeeCatalogue catalogue;
  private final LocalDate asOf;

  BillTerms(FeeCatalogue catalogue, LocalDate asOf) {
    this.catalogue = catalogue;
    this.asOf = asOf;
  }

  /**
   * The open part of a bill as the optimiser sees it, with every rate that the law has for it.
   *
   * @param paid what was paid of it
   * @param mostInstalments the citizen's own limit, or null
   */
  PlanBill planBill(Bill bill, List<Payment> paid, Integer mostInstalments) {
    return new PlanBill(
        bill.billNo(),
        bill.outstanding(),
        bill.effectiveDueOn(),
        mayBePaidInParts(bill),
        instalments(bill, mostInstalments),
        surcharge(bill).terms(paid),
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
    List<LawArticle> laws = surchargeArticles(planned, bill);
    return laws.isEmpty() ? Optional.empty() : Optional.of(LawArticle.cite(laws, locale));
  }

  /** The same articles one by one, with the pages where they can be read. */
  public List<LawArticle> surchargeArticles(PlanBill planned, Bill bill) {
    return planned
        .surcharge()
        .map(late -> surcharge(bill).laws(late.accrued().signum() > 0))
        .orElse(List.of());
  }

  private BillSurcharge surcharge(Bill bill) {
    return new BillSurcharge(catalogue, asOf, bill);
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
