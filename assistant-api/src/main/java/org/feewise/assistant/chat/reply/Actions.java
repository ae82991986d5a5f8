package org.feewise.assistant.chat.reply;

import java.util.List;
import org.feewise.assistant.chat.dialogue.Understood;
import org.feewise.models.words.Words;

/** The pages on which a citizen goes on after an answer. */
final class Actions {
  private Actions() {}

  static List<Answer.Action> of(Understood understood, Words words) {
    return switch (understood.intent()) {
      case BILL_QUERY, SURCHARGE_EXPLAIN, PAY_START -> List.of(bills(words), plans(words));
      case PAYMENT_HISTORY, RECEIPT_GET, DISPUTE_RAISE, REFUND_ASK -> List.of(bills(words));
      case PLAN_RECOMMEND -> List.of(plans(words), bills(words));
      case BILL_DUE -> List.of(bills(words), reminders(words));
      case REMINDER_SET, REMINDER_STOP -> List.of(reminders(words));
      case RECEIPT_VERIFY, POLICY_ASK, HANDOFF_HUMAN, SMALLTALK, OUT_OF_SCOPE, UNSAFE -> List.of();
    };
  }

  private static Answer.Action bills(Words words) {
    return action("bills", "/bills", words);
  }

  private static Answer.Action plans(Words words) {
    return action("plans", "/plans", words);
  }

  private static Answer.Action reminders(Words words) {
    return action("reminders", "/reminders", words);
  }

  private static Answer.Action action(String kind, String href, Words words) {
    return new Answer.Action(kind, words.say("action." + kind), href);
  }
}
