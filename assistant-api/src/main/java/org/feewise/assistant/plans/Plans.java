package org.feewise.assistant.plans;

import java.util.List;
import org.feewise.assistant.plans.view.Help;
import org.feewise.assistant.problems.Problem;

/**
 * Up to three plans.
 *
 * @param help what to do first where nothing pays everything; otherwise empty
 */
public record Plans(List<Help> help, List<PlanView> plans) {
  public Plans {
    help = List.copyOf(help);
    plans = List.copyOf(plans);
  }

  /**
   * What came of asking, as a program reads it.
   *
   * @throws Problem when nothing could be planned for
   */
  public static Plans of(PlanAdvice advice) {
    return switch (advice) {
      case PlanAdvice.Proposed proposed -> new Plans(proposed.help(), proposed.plans());
      case PlanAdvice.NothingOpen nothing -> new Plans(List.of(), List.of());
      case PlanAdvice.NoSuchBill missing ->
          throw new Problem(Plans.class, 404, "no-such-bill", missing.billNo()).at("billNos");
      case PlanAdvice.AlreadyPaid paid ->
          throw new Problem(Plans.class, 409, "bill-paid", paid.billNo()).at("billNos");
      case PlanAdvice.Unusable unusable ->
          throw new Problem(Plans.class, 400, "unusable-wish", unusable.sentence())
              .at(unusable.field());
    };
  }

  /** The citizen has no plan of the id that a field gives. */
  public static Problem noSuchPlan(String field) {
    return new Problem(Plans.class, 404, "no-such-plan").at(field);
  }

  /** The citizen has accepted no plan yet. */
  public static Problem noneInForce() {
    return new Problem(Plans.class, 404, "no-plan-in-force");
  }
}
