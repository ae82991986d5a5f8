package org.feewise.assistant.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;

/** Proposes plans and keeps them, so that the citizen can accept one. */
@ApplicationScoped
public class PaymentPlans {
  private final PlanAdvisor advisor;
  private final KeptPlans kept;
  private final PlanReminders reminders;

  PaymentPlans(PlanAdvisor advisor, KeptPlans kept, PlanReminders reminders) {
    this.advisor = advisor;
    this.kept = kept;
    this.reminders = reminders;
  }

  /** Up to three plans, each kept under its id until it is accepted. */
  public PlanAdvice propose(String citizenId, PlanWish wish, Locale locale) {
    PlanAdvice advice = advisor.advise(citizenId, wish, locale);
    if (advice instanceof PlanAdvice.Proposed proposed) {
      kept.keep(citizenId, proposed.plans(), wish, null);
    }
    return advice;
  }

  /**
   * Accepts a plan in the place of the one before and sets its reminders; accepting it again
   * changes nothing.
   *
   * @return the plan; empty when the citizen has none of that id
   */
  @Transactional
  public Optional<PlanView> accept(String citizenId, String planId) {
    Optional<Boolean> first = kept.accept(citizenId, planId);
    return first
        .flatMap(any -> kept.of(citizenId, planId))
        .map(KeptPlan::plan)
        .map(
            plan -> {
              if (first.get()) {
                reminders.set(citizenId, plan, advisor.today());
              }
              return plan;
            });
  }
}
