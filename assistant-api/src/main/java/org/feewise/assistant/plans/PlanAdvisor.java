package org.feewise.assistant.plans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.feewise.assistant.bills.Bill;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.assistant.bills.BillQuery;
import org.feewise.assistant.plans.view.Help;
import org.feewise.assistant.plans.wording.HelpWording;
import org.feewise.assistant.plans.wording.PlanWording;
import org.feewise.models.fees.FeeScope;
import org.feewise.models.fees.catalogue.FeeCatalogue;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.plans.IllegalPlanException;
import org.feewise.models.plans.MethodTerms;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanBill;
import org.feewise.models.plans.PlanOutcome;
import org.feewise.models.plans.PlanProblem;
import org.feewise.models.words.Words;

/** Proposes up to three payment plans for a citizen's open bills; writes nothing. */
public final class PlanAdvisor {
  private final BillLedger ledger;
  private final FeeCatalogue catalogue;
  private final IncomeDays incomeDays;

  public PlanAdvisor(BillLedger ledger, FeeCatalogue catalogue, IncomeDays incomeDays) {
    this.ledger = ledger;
    this.catalogue = catalogue;
    this.incomeDays = incomeDays;
  }

  /** The day plans are made as of, Asia/Shanghai. */
  public LocalDate today() {
    return ledger.today();
  }

  /** Plans for the bills of the wish, each best in its own way. */
  public PlanAdvice advise(String citizenId, PlanWish wish, Locale locale) {
    Words words = words(locale);
    Optional<PlanAdvice.Unusable> unusable = unusable(wish, locale);
    if (unusable.isPresent()) {
      return unusable.get();
    }
    Map<String, Bill> open =
        ledger.open(citizenId, BillQuery.open()).stream()
            .collect(Collectors.toMap(Bill::billNo, Function.identity()));
    for (String billNo : wish.billNos()) {
      if (!open.containsKey(billNo)) {
        return ledger.bill(citizenId, billNo).isPresent()
            ? new PlanAdvice.AlreadyPaid(billNo)
            : new PlanAdvice.NoSuchBill(billNo);
      }
    }
    List<Bill> bills =
        wish.billNos().isEmpty()
            ? List.copyOf(open.values())
            : wish.billNos().stream().distinct().map(open::get).toList();
    return bills.isEmpty()
        ? new PlanAdvice.NothingOpen()
        : proposed(citizenId, wish, soonestDueFirst(bills), words);
  }

  /** Beyond what one plan carries, the bills that are due last wait for the next plan. */
  private static List<Bill> soonestDueFirst(List<Bill> bills) {
    return bills.stream()
        .filter(bill -> bill.outstanding().isPositive())
        .sorted(java.util.Comparator.comparing(Bill::effectiveDueOn).thenComparing(Bill::billNo))
        .limit(PlanProblem.MOST_BILLS)
        .toList();
  }

  private PlanAdvice proposed(String citizenId, PlanWish wish, List<Bill> bills, Words words) {
    try {
      long begun = System.nanoTime();
      PlanProblem problem = problem(citizenId, wish, bills);
      Map<PlanKind, PlanOutcome> outcomes = PlanChoices.of(problem);
      long solveMs = (System.nanoTime() - begun) / 1_000_000;
      PlanWording wording = new PlanWording(problem, bills, terms(), words);
      List<PlanView> plans = new ArrayList<>();
      distinct(outcomes)
          .forEach((outcome, kinds) -> plans.add(wording.view(outcome, kinds, solveMs)));
      return new PlanAdvice.Proposed(help(outcomes, bills, words), plans);
    } catch (IllegalPlanException e) {
      return new PlanAdvice.Unusable(e.field(), words.say("wish.refused", e.getMessage()));
    }
  }

  /** For the bills that even the best plan leaves open. */
  private List<Help> help(Map<PlanKind, PlanOutcome> outcomes, List<Bill> bills, Words words) {
    Set<String> open =
        outcomes.get(PlanKind.CHEAPEST).check().open().stream()
            .map(cost -> cost.bill().billNo())
            .collect(Collectors.toSet());
    return new HelpWording(terms(), words)
        .of(bills.stream().filter(bill -> open.contains(bill.billNo())).toList());
  }

  /**
   * The problem of a wish over bills that are open, as plans are made for it.
   *
   * @throws IllegalPlanException when it makes no sense
   */
  public PlanProblem problem(String citizenId, PlanWish wish, List<Bill> bills) {
    Money principal = bills.stream().map(Bill::outstanding).reduce(Money.ZERO, Money::plus);
    PlanProblem asked =
        new PlanProblem(
            today(),
            new PayDates(today()).of(wish, incomeDays.of(citizenId), principal),
            planBills(citizenId, wish, bills),
            methods(wish, bills));
    return wish.ceiling().map(asked::withMostAMonth).orElse(asked);
  }

  private List<PlanBill> planBills(String citizenId, PlanWish wish, List<Bill> bills) {
    BillTerms terms = terms();
    Map<String, List<org.feewise.assistant.bills.Payment>> paid =
        ledger.paidTowards(citizenId, bills);
    return bills.stream()
        .map(
            bill ->
                terms.planBill(
                    bill, paid.getOrDefault(bill.billNo(), List.of()), wish.maxInstalments()))
        .toList();
  }

  /** The open bills among some, the earliest due first. */
  public List<Bill> openAmong(String citizenId, Set<String> billNos) {
    return soonestDueFirst(
        ledger.open(citizenId, BillQuery.open()).stream()
            .filter(bill -> billNos.contains(bill.billNo()))
            .toList());
  }

  /** What makes no sense in a wish; empty when it can be planned for. */
  public Optional<PlanAdvice.Unusable> unusable(PlanWish wish, Locale locale) {
    return new WishCheck(today(), words(locale)).of(wish);
  }

  /** The sentences of this room in a language. */
  public static Words words(Locale locale) {
    return Words.of(PlanAdvisor.class, "plans", locale);
  }

  /** The cheapest plan of a problem, tidy. */
  public static PlanOutcome cheapest(PlanProblem problem) {
    return PlanChoices.cheapest(problem);
  }

  private BillTerms terms() {
    return new BillTerms(catalogue, today());
  }

  /** The methods wished for, on the catalogue's terms where the wish has none. */
  private List<MethodTerms> methods(PlanWish wish, List<Bill> bills) {
    Bill first = bills.getFirst();
    FeeScope scope = FeeScope.of(first.feeType(), first.payerKind(), first.region());
    Map<PaymentMethod, MethodTerms> known = new LinkedHashMap<>();
    CatalogueMethods.of(catalogue, scope, today())
        .forEach(terms -> known.put(terms.method(), terms));
    return wish.methods().isEmpty()
        ? List.copyOf(known.values())
        : wish.methods().stream()
            .map(
                method ->
                    method.terms() != null
                        ? method.terms()
                        : known.getOrDefault(method.method(), MethodTerms.free(method.method())))
            .toList();
  }

  /** Two kinds that come to the same payments are one plan. */
  private static Map<PlanOutcome, List<PlanKind>> distinct(Map<PlanKind, PlanOutcome> outcomes) {
    Map<List<Payment>, PlanOutcome> seen = new LinkedHashMap<>();
    Map<PlanOutcome, List<PlanKind>> kinds = new LinkedHashMap<>();
    outcomes.forEach(
        (kind, outcome) -> {
          PlanOutcome first = seen.computeIfAbsent(outcome.payments(), payments -> outcome);
          kinds.computeIfAbsent(first, plan -> new ArrayList<>()).add(kind);
        });
    return kinds;
  }
}
