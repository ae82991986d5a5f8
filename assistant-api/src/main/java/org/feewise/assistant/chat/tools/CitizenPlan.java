package org.feewise.assistant.chat.tools;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.assistant.bills.BillQuery;
import org.feewise.assistant.bills.BillView;
import org.feewise.assistant.plans.PlanAdvice;
import org.feewise.assistant.plans.PlanAdvisor;
import org.feewise.assistant.plans.PlanKind;
import org.feewise.assistant.plans.PlanView;
import org.feewise.assistant.plans.PlanWish;
import org.feewise.assistant.plans.WishedMethod;
import org.feewise.assistant.plans.WishedPayDate;
import org.feewise.assistant.plans.view.Help;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.plans.PlanProblem;

/** Tells one citizen's best plan: the same that the page of plans shows. */
public final class CitizenPlan {
  private static final int MOST_MONTHS = 24;
  private static final int USUAL_MONTHS = 6;

  private final BillLedger ledger;
  private final PlanAdvisor advisor;
  private final CitizenBills bills;
  private Optional<MadePlan> made = Optional.empty();

  public CitizenPlan(BillLedger ledger, PlanAdvisor advisor, CitizenBills bills) {
    this.ledger = ledger;
    this.advisor = advisor;
    this.bills = bills;
  }

  /** What a plan is to keep to; every part may be absent. */
  record Limits(
      Optional<Money> budget,
      Optional<Integer> instalments,
      Optional<LocalDate> firstDay,
      Optional<PaymentMethod> method) {

    PlanWish wish(List<BillView> open, LocalDate today) {
      return PlanWish.anything()
          .withBillNos(open.stream().map(BillView::billNo).toList())
          .withMonthlyBudget(budget.orElse(null))
          .withMaxInstalments(instalments.orElse(null))
          .withPayDates(payDates(today))
          .withMethods(method.map(m -> new WishedMethod(m, null)).stream().toList());
    }

    /** A day each month from the first; none where income days serve. */
    private List<WishedPayDate> payDates(LocalDate today) {
      if (instalments.isEmpty() && firstDay.isEmpty()) {
        return List.of();
      }
      LocalDate first = firstDay.filter(day -> !day.isBefore(today)).orElse(today);
      int months = Math.clamp(instalments.orElse(USUAL_MONTHS), 1, MOST_MONTHS);
      return IntStream.range(0, months)
          .mapToObj(month -> new WishedPayDate(first.plusMonths(month), null))
          .toList();
    }

    /** Who asks for instalments wants it spread, not the first day with everything on it. */
    PlanKind kind() {
      return instalments.isPresent() && budget.isEmpty()
          ? PlanKind.LIGHTEST_MONTH
          : PlanKind.CHEAPEST;
    }
  }

  /** The plan told last that pays everything; empty when none was. */
  Optional<MadePlan> made() {
    return made;
  }

  Found make(BillQuestion question, Limits limits) {
    BillQuery query =
        question.feeType() == null
            ? BillQuery.open()
            : BillQuery.open().withFeeType(question.feeType());
    List<BillView> all =
        ledger.owed(bills.citizenId(), query).bills().stream()
            .filter(bill -> question.billNo() == null || bill.billNo().equals(question.billNo()))
            .toList();
    List<BillView> open = all.stream().limit(PlanProblem.MOST_BILLS).toList();
    if (open.isEmpty()) {
      return question.billNo() == null
          ? Found.Plan.ofNothing(ledger.today())
          : new Found.NotFound("not found", question.billNo());
    }
    PlanWish wish = limits.wish(open, ledger.today());
    return switch (advisor.advise(bills.citizenId(), wish, bills.locale())) {
      case PlanAdvice.Proposed proposed -> {
        PlanView plan = chosen(proposed.plans(), limits);
        made = Optional.of(new MadePlan(wish, plan)).filter(any -> plan.feasible());
        yield told(plan, help(proposed.help()), open, all.size() - open.size(), limits);
      }
      case PlanAdvice.NothingOpen nothing -> Found.Plan.ofNothing(ledger.today());
      case PlanAdvice.NoSuchBill missing -> new Found.NotFound("not found", missing.billNo());
      case PlanAdvice.AlreadyPaid paid -> new Found.NotFound("not found", paid.billNo());
      case PlanAdvice.Unusable unusable -> new Found.NotFound(unusable.sentence(), null);
    };
  }

  private static PlanView chosen(List<PlanView> plans, Limits limits) {
    return plans.stream()
        .filter(plan -> plan.kinds().contains(limits.kind()))
        .findFirst()
        .orElseGet(plans::getFirst);
  }

  /** One of each kind; the page has them all. */
  private static List<Found.HelpLine> help(List<Help> offers) {
    Map<Help.Kind, Found.HelpLine> first = new EnumMap<>(Help.Kind.class);
    offers.forEach(
        offer ->
            first.putIfAbsent(
                offer.kind(),
                new Found.HelpLine(
                    offer.kind().name(),
                    offer.title(),
                    offer.effect(),
                    offer.decidedBy(),
                    offer.how(),
                    offer.form(),
                    offer.law())));
    return List.copyOf(first.values());
  }

  private static List<Found.SlackLine> slack(PlanView plan) {
    return plan.slack().stream()
        .map(day -> new Found.SlackLine(day.on(), day.mayShrink(), day.freeDays(), day.says()))
        .toList();
  }

  private Found told(
      PlanView plan, List<Found.HelpLine> help, List<BillView> open, int left, Limits limits) {
    return new Found.Plan(
        plan.asOf(),
        help,
        plan.feasible(),
        plan.proposal(),
        plan.optimal() && plan.isCheapest(),
        open.size(),
        CitizenBills.sum(plan.bills(), PlanView.BillLine::principal),
        limits.budget().orElse(null),
        limits.instalments().orElse(null),
        plan.extraCost(),
        CitizenBills.sum(plan.bills(), PlanView.BillLine::surcharge),
        CitizenBills.sum(plan.payments(), PlanView.Line::fee),
        CitizenBills.sum(plan.bills(), PlanView.BillLine::discount),
        CitizenBills.sum(open, BillView::total),
        plan.feasible() ? null : CitizenBills.sum(plan.bills(), PlanView.BillLine::missing),
        plan.doneOn(),
        left > 0 ? left : null,
        slack(plan),
        plan.notes(),
        plan.payments().stream().map(line -> line(line, open)).toList());
  }

  private Found.PlanLine line(PlanView.Line line, List<BillView> open) {
    Optional<BillView> paid =
        open.stream().filter(bill -> bill.billNo().equals(line.billNo())).findFirst();
    return new Found.PlanLine(
        line.billNo(),
        paid.map(BillView::feeType).orElse(null),
        paid.map(bill -> bills.title(bill.feeType(), bill.title())).orElse(line.title()),
        line.on(),
        line.method(),
        line.amount());
  }
}
