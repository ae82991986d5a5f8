package org.feewise.assistant.plans;

import java.util.List;
import org.feewise.assistant.plans.view.Help;

/** What came of asking for a plan. */
public sealed interface PlanAdvice {

  /**
   * Up to three plans, the cheapest first.
   *
   * @param help what to do first where nothing pays everything; otherwise empty
   */
  record Proposed(List<Help> help, List<PlanView> plans) implements PlanAdvice {
    public Proposed {
      help = List.copyOf(help);
      plans = List.copyOf(plans);
    }
  }

  /** There is no open bill to plan for. */
  record NothingOpen() implements PlanAdvice {}

  /** The citizen has no bill of that number. */
  record NoSuchBill(String billNo) implements PlanAdvice {}

  /** The bill is paid already. */
  record AlreadyPaid(String billNo) implements PlanAdvice {}

  /**
   * The wish makes no sense.
   *
   * @param field part of the wish at fault
   * @param sentence what is wrong, in the citizen's language
   */
  record Unusable(String field, String sentence) implements PlanAdvice {}
}
