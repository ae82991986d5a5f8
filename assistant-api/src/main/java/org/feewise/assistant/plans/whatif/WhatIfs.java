package org.feewise.assistant.plans.whatif;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.feewise.assistant.bills.Bill;
import org.feewise.assistant.plans.KeptPlan;
import org.feewise.assistant.plans.KeptPlans;
import org.feewise.assistant.plans.PlanAdvice;
import org.feewise.assistant.plans.PlanAdvisor;
import org.feewise.assistant.plans.PlanWish;
import org.feewise.assistant.plans.Plans;
import org.feewise.assistant.plans.accepted.PlansInForce;
import org.feewise.assistant.plans.accepted.ReplanWish;
import org.feewise.assistant.problems.Problem;
import org.feewise.models.money.Money;
import org.feewise.models.plans.IllegalPlanException;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanBill;
import org.feewise.models.plans.PlanProblem;
import org.feewise.models.plans.advice.PlanSlack;
import org.feewise.models.plans.advice.Settlement;

/** Says what a departure from a plan would cost, and whether the plan would still hold. */
@ApplicationScoped
public class WhatIfs {
  private final KeptPlans kept;
  private final PlansInForce inForce;
  private final PlanAdvisor advisor;

  WhatIfs(KeptPlans kept, PlansInForce inForce, PlanAdvisor advisor) {
    this.kept = kept;
    this.inForce = inForce;
    this.advisor = advisor;
  }

  /** A problem with payments on it. */
  private record Case(PlanProblem problem, List<Payment> payments) {}

  /**
   * The plan, the departure as it is, and the best that can be made of it.
   *
   * @return empty when the citizen has no such plan
   * @throws Problem when the departure makes no sense
   */
  public Optional<WhatIf> of(String citizenId, Departure departure, Locale locale) {
    Optional<KeptPlan> plan =
        departure.planId() == null
            ? kept.inForce(citizenId)
            : kept.of(citizenId, departure.planId());
    return plan.map(
        found -> {
          try {
            return answered(found, departure, locale);
          } catch (IllegalPlanException e) {
            String sentence = PlanAdvisor.words(locale).say("wish.refused", e.getMessage());
            throw unusable(e.field(), sentence);
          }
        });
  }

  private WhatIf answered(KeptPlan plan, Departure departure, Locale locale) {
    DepartureCheck check = new DepartureCheck(advisor.today(), PlanAdvisor.words(locale));
    check.of(departure, plan.plan()).ifPresent(WhatIfs::refuse);
    PlanWish then = plan.wish();
    PlanWish changed = changed(departure).over(then, List.of(), advisor.today());
    advisor.unusable(changed, locale).ifPresent(WhatIfs::refuse);
    PlanFromToday fromToday = new PlanFromToday(plan, inForce.progress(plan), advisor.today());
    List<Bill> bills = advisor.openAmong(plan.citizenId(), fromToday.billNos());
    if (bills.isEmpty()) {
      throw new Problem(Plans.class, 409, "plan-done").at("planId");
    }
    PlanWish unchanged = ReplanWish.unchanged().over(then, List.of(), advisor.today());
    PlanProblem base = fromToday.problem(advisor.problem(plan.citizenId(), unchanged, bills));
    List<Payment> payments = fromToday.payments(base);
    base = PlanFromToday.knowing(base, payments);

    PlanProblem asked = advisor.problem(plan.citizenId(), changed, bills);
    PlanProblem other = newDays(departure) ? asked : fromToday.problem(asked);
    Case asIs =
        asIs(
            departure,
            newDays(departure) ? other : PlanFromToday.knowing(other, payments),
            payments);
    WayWording ways = new WayWording(PlanAdvisor.words(locale));
    WhatIf.Way before = ways.plan(base, payments);
    PlanProblem forBest = departure.move() == null ? other : asIs.problem();
    List<Payment> best = PlanAdvisor.cheapest(forBest).payments();
    return new WhatIf(
        plan.id(),
        advisor.today(),
        before,
        ways.beside(before, asIs.problem(), asIs.payments()),
        ways.beside(before, forBest, best));
  }

  private static boolean newDays(Departure departure) {
    return departure.payDates() != null || departure.monthlyBudget() != null;
  }

  private static ReplanWish changed(Departure departure) {
    return new ReplanWish(
        departure.payDates(),
        departure.monthlyBudget(),
        null,
        null,
        departure.maxInstalments(),
        departure.methods());
  }

  private static Case asIs(Departure departure, PlanProblem problem, List<Payment> payments) {
    List<Payment> paid =
        departure.pay() == null ? payments : fixed(departure.pay(), problem, payments);
    PlanProblem knowing = departure.pay() == null ? problem : PlanFromToday.knowing(problem, paid);
    if (departure.move() == null) {
      return new Case(knowing, paid);
    }
    PlanSlack.Moved moved =
        PlanSlack.Moved.of(knowing, paid, departure.move().from(), departure.move().to());
    return new Case(
        moved.problem(),
        moved
            .resettled(paid.stream().map(Payment::billNo).collect(Collectors.toSet()))
            .orElse(moved.payments()));
  }

  /** The given payments in the place of all others of their bills. */
  private static List<Payment> fixed(
      List<Departure.Pay> given, PlanProblem problem, List<Payment> payments) {
    Map<String, List<Departure.Pay>> byBill =
        given.stream()
            .collect(
                Collectors.groupingBy(
                    Departure.Pay::billNo, LinkedHashMap::new, Collectors.toList()));
    List<Payment> all = new ArrayList<>();
    payments.stream().filter(payment -> !byBill.containsKey(payment.billNo())).forEach(all::add);
    byBill.forEach((billNo, pays) -> all.addAll(paid(pays, bill(problem, billNo))));
    return all.stream().sorted(Payment.IN_ORDER).toList();
  }

  private static Optional<PlanBill> bill(PlanProblem problem, String billNo) {
    return problem.bills().stream().filter(bill -> bill.billNo().equals(billNo)).findFirst();
  }

  /** A payment without an amount settles its bill. */
  private static List<Payment> paid(List<Departure.Pay> pays, Optional<PlanBill> bill) {
    Money some = Money.ofFen(1);
    List<Payment> payments =
        pays.stream()
            .map(
                pay ->
                    new Payment(
                        pay.billNo(),
                        pay.on(),
                        pay.method(),
                        pay.amount() == null ? some : pay.amount()))
            .toList();
    boolean settles = pays.stream().anyMatch(pay -> pay.amount() == null);
    return settles
        ? bill.flatMap(owed -> Settlement.of(owed, payments)).orElse(payments)
        : payments;
  }

  private static void refuse(PlanAdvice.Unusable unusable) {
    throw unusable(unusable.field(), unusable.sentence());
  }

  private static Problem unusable(String field, String sentence) {
    return new Problem(Plans.class, 400, "unusable-wish", sentence).at(field);
  }
}
