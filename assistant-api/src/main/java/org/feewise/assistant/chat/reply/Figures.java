package org.feewise.assistant.chat.reply;

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
  private static final Set<Intent> COMPARED =
      EnumSet.of(Intent.PLAN_RECOMMEND, Intent.SURCHARGE_EXPLAIN);
  private static final Set<Slot> WHAT_IS_PAID = EnumSet.of(Slot.FEE_TYPE, Slot.BILL_NO);

  private Figures() {}

  /** What the one plan made or the one look at surcharges came to; nothing of other answers. */
  static Optional<Told> told(Understood understood, List<ToolUse> tools) {
    List<Money> figures = tools.stream().map(ToolUse::figure).flatMap(Optional::stream).toList();
    return figures.size() == 1 && COMPARED.contains(understood.intent())
        ? Optional.of(new Told(understood.intent(), figures.getFirst()))
        : Optional.empty();
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
}
