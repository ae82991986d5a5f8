package org.feewise.assistant.chat.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feewise.assistant.chat.dialogue.Told;
import org.feewise.assistant.chat.dialogue.Topic;
import org.feewise.assistant.chat.dialogue.Understood;
import org.feewise.assistant.chat.slots.Slot;
import org.feewise.assistant.chat.tools.ToolUse;
import org.feewise.assistant.chat.understanding.Intent;
import org.feewise.models.money.Money;

/** The figure an answer comes to, and the one before that it may be told beside. */
final class Figures {
  private static final Set<Slot> WHAT_IS_PAID = EnumSet.of(Slot.FEE_TYPE, Slot.BILL_NO);

  private Figures() {}

  /** What a plan costs beyond the bills, or what lateness adds; nothing of other answers. */
  static Optional<Told> told(Understood understood, List<ToolUse> tools) {
    Optional<String> field = field(understood.intent());
    return field
        .filter(name -> tools.size() == 1)
        .map(name -> tools.getFirst().result().path(name))
        .filter(JsonNode::isTextual)
        .map(amount -> new Told(understood.intent(), Money.parse(amount.asText())));
  }

  /** The figure of the answer before, where this message asks the same of the same bills. */
  static Optional<Money> before(Understood understood, Topic topic) {
    return topic
        .told()
        .filter(told -> told.intent() == understood.intent())
        .filter(told -> topic.intent().filter(understood.intent()::equals).isPresent())
        .filter(
            told -> understood.slots().only(WHAT_IS_PAID).equals(topic.slots().only(WHAT_IS_PAID)))
        .map(Told::amount);
  }

  private static Optional<String> field(Intent intent) {
    return switch (intent) {
      case PLAN_RECOMMEND -> Optional.of("extraCost");
      case SURCHARGE_EXPLAIN -> Optional.of("surcharge");
      case BILL_QUERY,
          BILL_DUE,
          PAYMENT_HISTORY,
          PAY_START,
          RECEIPT_GET,
          RECEIPT_VERIFY,
          REMINDER_SET,
          REMINDER_STOP,
          POLICY_ASK,
          DISPUTE_RAISE,
          REFUND_ASK,
          HANDOFF_HUMAN,
          SMALLTALK,
          OUT_OF_SCOPE,
          UNSAFE ->
          Optional.empty();
    };
  }
}
