package org.feewise.assistant.chat.offline;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feewise.assistant.chat.dialogue.Understood;
import org.feewise.assistant.chat.slots.Slot;
import org.feewise.assistant.chat.understanding.Intent;

/**
 * How surely a rule must answer, 0 to 1, to be told beside the answer to another wish: "the fine is
 * too high, may I split it" is read as a plan and asks for the rule as much.
 *
 * @param sure where the wish is understood surely
 * @param doubtful where it is not
 * @param nextIsRule where it is not, and a rule is the next likely wish
 * @param ofABill where details of a bill are named
 */
record RuleBeside(double sure, double doubtful, double nextIsRule, double ofABill) {
  private static final double AS_IT_DOES = 0;
  private static final double LIKELY = 0.8;
  private static final double SURELY = 0.95;
  private static final double NEVER = Double.POSITIVE_INFINITY;

  /** From here on a wish is understood surely. */
  private static final double SURE = 0.9;

  /** Below it, details of a bill do not speak against a rule. */
  private static final double VAGUE = 0.5;

  /** Details of a bill or a plan, not of a rule. */
  private static final Set<Slot> OF_A_BILL =
      EnumSet.of(
          Slot.BILL_NO,
          Slot.RECEIPT_NO,
          Slot.PERIOD,
          Slot.AS_OF,
          Slot.AMOUNT,
          Slot.INSTALMENTS,
          Slot.MONTHLY_BUDGET,
          Slot.METHOD);

  private static final RuleBeside NEAR_A_RULE =
      new RuleBeside(AS_IT_DOES, AS_IT_DOES, AS_IT_DOES, SURELY);
  private static final RuleBeside OF_OWN_PAYMENTS = new RuleBeside(NEVER, SURELY, LIKELY, NEVER);
  private static final RuleBeside OF_OWN_BILLS = new RuleBeside(NEVER, NEVER, SURELY, NEVER);
  private static final RuleBeside OTHERWISE = new RuleBeside(NEVER, NEVER, AS_IT_DOES, NEVER);

  private static final Map<Intent, RuleBeside> BY_INTENT =
      Map.ofEntries(
          Map.entry(Intent.SURCHARGE_EXPLAIN, NEAR_A_RULE),
          Map.entry(Intent.DISPUTE_RAISE, NEAR_A_RULE),
          Map.entry(Intent.REFUND_ASK, NEAR_A_RULE),
          Map.entry(Intent.BILL_DUE, new RuleBeside(LIKELY, LIKELY, LIKELY, NEVER)),
          Map.entry(Intent.PLAN_RECOMMEND, new RuleBeside(SURELY, SURELY, LIKELY, NEVER)),
          Map.entry(Intent.RECEIPT_VERIFY, new RuleBeside(SURELY, SURELY, AS_IT_DOES, NEVER)),
          Map.entry(Intent.RECEIPT_GET, OF_OWN_PAYMENTS),
          Map.entry(Intent.PAYMENT_HISTORY, OF_OWN_PAYMENTS),
          Map.entry(Intent.REMINDER_SET, new RuleBeside(NEVER, SURELY, AS_IT_DOES, NEVER)),
          Map.entry(Intent.BILL_QUERY, OF_OWN_BILLS),
          Map.entry(Intent.PAY_START, OF_OWN_BILLS));

  /**
   * How surely a rule must answer beside what was understood; empty where none is told.
   *
   * @param answers how many fees are answered for already
   */
  static Optional<Double> bar(Understood understood, int answers) {
    Intent intent = understood.intent();
    if (intent == Intent.POLICY_ASK || intent == Intent.SMALLTALK || understood.isSureToRefuse()) {
      return Optional.empty();
    }
    double bar = BY_INTENT.getOrDefault(intent, OTHERWISE).of(understood);
    return bar == NEVER ? Optional.empty() : Optional.of(answers < 2 ? bar : Math.max(bar, SURELY));
  }

  private double of(Understood understood) {
    if (understood.confidence() >= VAGUE && !understood.slots().only(OF_A_BILL).isEmpty()) {
      return ofABill;
    }
    if (understood.confidence() >= SURE) {
      return sure;
    }
    return understood.runnerUp() == Intent.POLICY_ASK ? nextIsRule : doubtful;
  }
}
