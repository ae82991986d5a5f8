package org.feewise.assistant.plans.accepted;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.feewise.assistant.plans.PlanView;
import org.feewise.models.money.Money;

/**
 * The accepted plan with its progress.
 *
 * @param status MISSED where a payment was not made, else DONE or DUE
 * @param donePercent share of the payments' amounts that is done, rounded down
 * @param done what the payments made come to as planned
 * @param next the payment to make next, or null when all are done
 * @param payments every payment with where it stands
 * @param proposals plans made in its place that wait to be accepted
 */
@JsonPropertyOrder({"status", "donePercent", "done", "total", "next", "payments"})
public record PlanInForce(
    PlanStep.State status,
    int donePercent,
    Money done,
    Money total,
    PlanStep next,
    List<PlanStep> payments,
    PlanView plan,
    List<PlanView> proposals) {
  public PlanInForce {
    payments = List.copyOf(payments);
    proposals = List.copyOf(proposals);
  }

  static PlanInForce of(PlanView plan, PlanProgress progress, List<PlanView> proposals) {
    PlanStep next = progress.next().orElse(null);
    PlanStep.State status = next == null ? PlanStep.State.DONE : next.state();
    Money done = sum(progress.in(PlanStep.State.DONE));
    return new PlanInForce(
        status,
        progress.donePercent(),
        done,
        sum(progress.steps()),
        next,
        progress.steps(),
        plan,
        proposals);
  }

  private static Money sum(List<PlanStep> steps) {
    return steps.stream().map(PlanStep::amount).reduce(Money.ZERO, Money::plus);
  }
}
