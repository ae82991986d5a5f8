package org.feewise.assistant.plans.page;

import java.time.LocalDate;
import java.util.List;
import org.feewise.assistant.plans.accepted.PlanInForce;
import org.feewise.assistant.plans.accepted.PlanStep;

/**
 * The accepted plan with what waits in its place.
 *
 * @param days of payments still to be made, which may be moved
 */
public record ShownProgress(PlanInForce now, List<LocalDate> days, List<ShownPlan> proposals) {

  static ShownProgress of(PlanInForce now) {
    return new ShownProgress(
        now,
        now.payments().stream()
            .filter(step -> step.state() != PlanStep.State.DONE)
            .map(PlanStep::on)
            .distinct()
            .toList(),
        now.proposals().stream().map(ShownPlan::of).toList());
  }
}
