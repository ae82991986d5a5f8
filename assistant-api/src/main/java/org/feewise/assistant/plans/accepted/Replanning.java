package org.feewise.assistant.plans.accepted;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.feewise.assistant.bills.Bill;
import org.feewise.assistant.plans.KeptPlan;
import org.feewise.assistant.plans.KeptPlans;
import org.feewise.assistant.plans.PlanAdvice;
import org.feewise.assistant.plans.PlanAdvisor;
import org.feewise.assistant.plans.PlanView;
import org.feewise.assistant.plans.PlanWish;
import org.feewise.assistant.plans.WishedPayDate;
import org.feewise.models.money.Money;

/** Makes a new plan from today over what is still open of an earlier one. */
@ApplicationScoped
public class Replanning {
  private final KeptPlans kept;
  private final PlansInForce plans;
  private final PlanAdvisor advisor;

  Replanning(KeptPlans kept, PlansInForce plans, PlanAdvisor advisor) {
    this.kept = kept;
    this.plans = plans;
    this.advisor = advisor;
  }

  /** Plans in the place of one of the citizen's; empty where there is no such plan. */
  public Optional<PlanAdvice> replan(
      String citizenId, String planId, ReplanWish change, Locale locale) {
    return kept.of(citizenId, planId).map(plan -> replan(plan, change, locale));
  }

  PlanAdvice replan(KeptPlan plan, ReplanWish change, Locale locale) {
    Optional<PlanWish> wish = wish(plan, change);
    if (wish.isEmpty()) {
      return new PlanAdvice.NothingOpen();
    }
    PlanAdvice advice = advisor.advise(plan.citizenId(), wish.get(), locale);
    if (advice instanceof PlanAdvice.Proposed proposed) {
      kept.keep(plan.citizenId(), proposed.plans(), wish.get(), plan.id());
    }
    return advice;
  }

  private Optional<PlanWish> wish(KeptPlan plan, ReplanWish change) {
    List<String> open =
        advisor
            .openAmong(
                plan.citizenId(),
                plan.plan().bills().stream()
                    .map(PlanView.BillLine::billNo)
                    .collect(Collectors.toSet()))
            .stream()
            .map(Bill::billNo)
            .toList();
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(withMissed(plan, change, change.over(plan.wish(), open, advisor.today())));
  }

  /** On days that the citizen named, money that was not spent when it was to be is there today. */
  private PlanWish withMissed(KeptPlan plan, ReplanWish change, PlanWish wish) {
    LocalDate today = advisor.today();
    Money unspent =
        plans.progress(plan).in(PlanStep.State.MISSED).stream()
            .map(PlanStep::amount)
            .reduce(Money.ZERO, Money::plus);
    boolean named = change.payDates() == null && !plan.wish().payDates().isEmpty();
    if (!named
        || unspent.isZero()
        || wish.payDates().stream().anyMatch(day -> day.on().equals(today))) {
      return wish;
    }
    List<WishedPayDate> days = new ArrayList<>(wish.payDates());
    days.addFirst(new WishedPayDate(today, unspent));
    return wish.withPayDates(days);
  }
}
