package org.feewise.assistant.chat.tools;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.feewise.assistant.bills.Bill;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.assistant.bills.BillQuery;
import org.feewise.models.fees.FeeScope;
import org.feewise.models.fees.FeeType;
import org.feewise.models.fees.PayerKind;
import org.feewise.models.fees.catalogue.FeeCatalogue;
import org.feewise.models.fees.catalogue.FeeRule;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.plans.LateSurcharge;
import org.feewise.models.plans.MethodTerms;
import org.feewise.models.plans.PayDate;
import org.feewise.models.plans.PlanBill;
import org.feewise.models.plans.PlanOptimizer;
import org.feewise.models.plans.PlanOutcome;
import org.feewise.models.plans.PlanProblem;

/** Plans how one citizen pays what is open, at the least extra cost. */
public final class CitizenPlan {
  private static final Duration PATIENCE = Duration.ofMillis(400);
  private static final int MOST_BILLS = 12;
  private static final int MOST_MONTHS = 24;

  private final BillLedger ledger;
  private final FeeCatalogue catalogue;
  private final String citizenId;

  public CitizenPlan(BillLedger ledger, FeeCatalogue catalogue, String citizenId) {
    this.ledger = ledger;
    this.catalogue = catalogue;
    this.citizenId = citizenId;
  }

  Found make(
      BillQuestion question,
      Optional<Money> budget,
      Optional<Integer> instalments,
      Optional<LocalDate> firstDay,
      Optional<PaymentMethod> method) {
    LocalDate today = ledger.today();
    BillQuery query =
        question.feeType() == null
            ? BillQuery.open()
            : BillQuery.open().withFeeType(question.feeType());
    List<Bill> open =
        ledger.open(citizenId, query).stream()
            .filter(bill -> question.billNo() == null || bill.billNo().equals(question.billNo()))
            .sorted(Comparator.comparing(Bill::effectiveDueOn).thenComparing(Bill::billNo))
            .limit(MOST_BILLS)
            .toList();
    if (question.billNo() != null && open.isEmpty()) {
      return new Found.NotFound("not found", question.billNo());
    }
    if (open.isEmpty()) {
      return nothingOpen(today, budget, instalments);
    }
    List<PlanBill> bills = open.stream().map(bill -> planBill(bill, instalments)).toList();
    Money total = bills.stream().map(PlanBill::principal).reduce(Money.ZERO, Money::plus);
    List<PayDate> dates =
        dates(
            total, budget, instalments, firstDay.filter(day -> !day.isBefore(today)).orElse(today));
    PlanProblem problem = new PlanProblem(today, dates, bills, methods(method, today));
    return told(problem, open, budget, instalments, new PlanOptimizer().solve(problem, PATIENCE));
  }

  private static Found nothingOpen(
      LocalDate today, Optional<Money> budget, Optional<Integer> instalments) {
    return new Found.Plan(
        today,
        true,
        true,
        0,
        Money.ZERO,
        budget.orElse(null),
        instalments.orElse(null),
        Money.ZERO,
        Money.ZERO,
        Money.ZERO,
        Money.ZERO,
        null,
        null,
        false,
        List.of());
  }

  private PlanBill planBill(Bill bill, Optional<Integer> instalments) {
    FeeRule.Surcharge rule =
        catalogue.surcharge(
            FeeScope.of(bill.feeType(), bill.payerKind(), bill.region()), bill.effectiveDueOn());
    BigDecimal rate = rule.daily().on(bill.effectiveDueOn().plusDays(1), bill.dueOn().getYear());
    boolean capped = rule.cap() == FeeRule.Cap.PRINCIPAL;
    return new PlanBill(
        bill.billNo(),
        bill.outstanding(),
        bill.effectiveDueOn(),
        true,
        instalments.map(OptionalInt::of).orElseGet(OptionalInt::empty),
        rate.signum() == 0 ? Optional.empty() : Optional.of(new LateSurcharge(rate, capped)),
        Optional.empty());
  }

  /** Monthly dates: as many as asked for, else as many as the budget needs, else one. */
  private static List<PayDate> dates(
      Money total, Optional<Money> budget, Optional<Integer> instalments, LocalDate first) {
    int needed =
        budget
            .filter(Money::isPositive)
            .map(b -> (int) Math.min(MOST_MONTHS, total.fen() * 11 / 10 / b.fen() + 1))
            .orElse(1);
    int months = Math.clamp(instalments.orElse(needed), 1, MOST_MONTHS);
    Money each =
        budget.orElseGet(
            () ->
                Money.roundHalfUp(
                    total
                        .times(new BigDecimal("1.5"))
                        .divide(BigDecimal.valueOf(months), 2, RoundingMode.UP)));
    if (budget.isEmpty() && instalments.isPresent()) {
      each =
          Money.roundHalfUp(
              total
                  .toYuan()
                  .divide(BigDecimal.valueOf(months), 0, RoundingMode.UP)
                  .multiply(new BigDecimal("1.02")));
    }
    List<PayDate> dates = new ArrayList<>();
    for (int month = 0; month < months; month++) {
      dates.add(new PayDate(first.plusMonths(month), each));
    }
    return dates;
  }

  private List<MethodTerms> methods(Optional<PaymentMethod> wanted, LocalDate today) {
    List<MethodTerms> methods =
        catalogue.methods(FeeScope.national(FeeType.WATER, PayerKind.RESIDENT), today).stream()
            .filter(terms -> wanted.isEmpty() || wanted.get() == terms.method())
            .map(
                t ->
                    new MethodTerms(
                        t.method(), t.feeRate(), t.fixedFee(), t.perPayment(), t.perDay()))
            .toList();
    return methods.isEmpty()
        ? List.of(MethodTerms.free(wanted.orElse(PaymentMethod.ALIPAY)))
        : methods;
  }

  private Found told(
      PlanProblem problem,
      List<Bill> open,
      Optional<Money> budget,
      Optional<Integer> instalments,
      PlanOutcome outcome) {
    Map<String, String> titles = open.stream().collect(Collectors.toMap(Bill::billNo, Bill::title));
    List<Found.PlanLine> lines =
        outcome.payments().stream()
            .sorted(org.feewise.models.plans.Payment.IN_ORDER)
            .map(
                p ->
                    new Found.PlanLine(
                        p.billNo(), titles.get(p.billNo()), p.on(), p.method(), p.amount()))
            .toList();
    boolean feasible = outcome instanceof PlanOutcome.Feasible;
    boolean optimal = outcome instanceof PlanOutcome.Feasible plan && plan.optimal();
    Money missing = problem.totalPrincipal().minus(outcome.check().settledPrincipal());
    Money today =
        problem.bills().stream()
            .map(b -> b.surchargeOn(Map.of(problem.asOf(), b.principal())))
            .reduce(problem.totalPrincipal(), Money::plus);
    return new Found.Plan(
        problem.asOf(),
        feasible,
        optimal,
        open.size(),
        problem.totalPrincipal(),
        budget.orElse(null),
        instalments.orElse(null),
        outcome.extraCost(),
        outcome.check().surcharges(),
        outcome.check().fees(),
        today,
        feasible ? null : missing,
        lines.isEmpty() ? null : lines.getLast().on(),
        open.stream().anyMatch(bill -> bill.feeType().isFine()) && problem.payDates().size() > 1,
        lines);
  }
}
