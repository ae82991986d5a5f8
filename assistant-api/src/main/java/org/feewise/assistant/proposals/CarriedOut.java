package org.feewise.assistant.proposals;

import jakarta.enterprise.context.ApplicationScoped;
import org.feewise.assistant.cases.Cases;
import org.feewise.assistant.payments.PaymentOrders;
import org.feewise.assistant.plans.PaymentPlans;
import org.feewise.assistant.problems.Problem;
import org.feewise.assistant.reminders.Preferences;
import org.feewise.models.reminders.ReminderPreferences;

/** Does what a citizen confirmed, within the transaction of the decision. */
@ApplicationScoped
class CarriedOut {
  private final PaymentPlans plans;
  private final Preferences preferences;
  private final Cases cases;
  private final PaymentOrders orders;

  CarriedOut(PaymentPlans plans, Preferences preferences, Cases cases, PaymentOrders orders) {
    this.plans = plans;
    this.preferences = preferences;
    this.cases = cases;
    this.orders = orders;
  }

  /**
   * Carries a call out.
   *
   * @return the plan's id, the case's or the payment order's number; null where there is none
   * @throws Problem 409 when the plan is no longer kept or the payment can no longer be made so,
   *     404 for a bill that is not the citizen's
   */
  String by(String citizenId, ProposedCall call) {
    return switch (call) {
      case ProposedCall.AcceptPlan accept ->
          plans
              .accept(citizenId, accept.planId())
              .orElseThrow(() -> new Problem(Proposals.class, 409, "plan-gone").at("proposalId"))
              .id();
      case ProposedCall.SetReminders set -> {
        ReminderPreferences present = preferences.of(citizenId);
        preferences.choose(
            citizenId,
            new ReminderPreferences(set.channels(), set.daysBefore(), present.quietHours(), false));
        yield null;
      }
      case ProposedCall.StopReminders stop -> {
        ReminderPreferences present = preferences.of(citizenId);
        preferences.choose(
            citizenId,
            new ReminderPreferences(
                present.channels(), present.daysBefore(), present.quietHours(), true));
        yield null;
      }
      case ProposedCall.OpenCase open -> cases.open(citizenId, open.kind(), open.details());
      case ProposedCall.StartPayment start -> orders.start(citizenId, start.quote());
    };
  }
}
