package org.feewise.models.plans.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.feewise.models.money.Money;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanOutcome;

/**
 * The line written for one case.
 *
 * @param missing the principal still owed on each bill that stays open; absent when there is none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record PlanPrediction(
    String id,
    boolean feasible,
    Money extraCost,
    Money lowerBound,
    @JsonInclude(JsonInclude.Include.ALWAYS) List<Payment> payments,
    List<Missing> missing,
    double solveMs) {

  record Missing(String billNo, Money principal) {}

  static PlanPrediction of(String id, PlanOutcome outcome, double solveMs) {
    return switch (outcome) {
      case PlanOutcome.Feasible plan ->
          new PlanPrediction(
              id, true, plan.extraCost(), plan.lowerBound(), plan.payments(), List.of(), solveMs);
      case PlanOutcome.Infeasible part ->
          new PlanPrediction(
              id,
              false,
              part.extraCost(),
              null,
              part.payments(),
              part.missing().stream()
                  .map(cost -> new Missing(cost.bill().billNo(), cost.missing()))
                  .toList(),
              solveMs);
    };
  }
}
