package org.feewise.assistant.chat.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.feewise.assistant.chat.dialogue.Understood;
import org.feewise.assistant.chat.tools.ToolUse;
import org.feewise.assistant.chat.understanding.Intent;
import org.feewise.models.words.Words;

/**
 * What a citizen can do after an answer: pages to go on with, and messages to send at a tap, about
 * the bill or the plan just told.
 */
final class Actions {
  /** Opens the chat with the message filled in; with script it is sent at once. */
  private static final String SAY = "/?say=";

  private final Understood understood;
  private final List<ToolUse> tools;
  private final Words words;
  private final List<Answer.Action> actions = new ArrayList<>();

  private Actions(Understood understood, List<ToolUse> tools, Words words) {
    this.understood = understood;
    this.tools = tools;
    this.words = words;
  }

  static List<Answer.Action> of(Understood understood, List<ToolUse> tools, Words words) {
    Actions all = new Actions(understood, tools, words);
    all.readings();
    understood.wishes().forEach(wish -> all.messages(wish.intent()));
    understood.wishes().forEach(wish -> all.pages(wish.intent()));
    return all.actions.stream().distinct().toList();
  }

  /** Both readings of a message that may mean either. */
  private void readings() {
    if (understood.isDoubtful()) {
      Stream.of(understood.intent(), understood.runnerUp())
          .filter(intent -> intent != Intent.UNSAFE && intent != Intent.OUT_OF_SCOPE)
          .forEach(
              intent ->
                  say(
                      words.say("intent." + intent.wireName()),
                      words.say("say." + intent.wireName())));
    }
  }

  private void messages(Intent intent) {
    switch (intent) {
      case BILL_QUERY, BILL_DUE, SURCHARGE_EXPLAIN -> {
        soonest().ifPresent(bill -> about(bill, "pay"));
        costliest()
            .filter(bill -> intent != Intent.SURCHARGE_EXPLAIN)
            .ifPresent(bill -> about(bill, "why"));
      }
      case PLAN_RECOMMEND -> {
        if (tools.stream().anyMatch(use -> !use.result().path("payments").isEmpty())) {
          Stream.of("parts", "once")
              .forEach(key -> say(words.say("action." + key), words.say("say." + key)));
        }
      }
      case PAYMENT_HISTORY,
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
          UNSAFE -> {}
    }
  }

  private void pages(Intent intent) {
    switch (intent) {
      case BILL_QUERY, SURCHARGE_EXPLAIN, PAY_START -> {
        page("bills");
        page("plans");
      }
      case PAYMENT_HISTORY, RECEIPT_GET, DISPUTE_RAISE, REFUND_ASK -> page("bills");
      case PLAN_RECOMMEND -> {
        page("plans");
        page("bills");
      }
      case BILL_DUE -> {
        page("bills");
        page("reminders");
      }
      case REMINDER_SET, REMINDER_STOP -> page("reminders");
      case RECEIPT_VERIFY, POLICY_ASK, HANDOFF_HUMAN, SMALLTALK, OUT_OF_SCOPE, UNSAFE -> {}
    }
  }

  /** The open bill that leads the answer. */
  private Optional<JsonNode> soonest() {
    return openBills().findFirst();
  }

  /** The first bill that has grown. */
  private Optional<JsonNode> costliest() {
    return openBills()
        .filter(bill -> !bill.path("surcharge").asText("0.00").equals("0.00"))
        .findFirst();
  }

  private Stream<JsonNode> openBills() {
    return tools.stream()
        .flatMap(use -> use.result().path("bills").valueStream())
        .filter(bill -> bill.hasNonNull("billNo") && !bill.hasNonNull("settledOn"));
  }

  private void about(JsonNode bill, String key) {
    say(
        words.say("action." + key, bill.path("title").asText()),
        words.say("say." + key, bill.path("billNo").asText()));
  }

  private void say(String label, String message) {
    String encoded = URLEncoder.encode(message, StandardCharsets.UTF_8).replace("+", "%20");
    actions.add(new Answer.Action("say", label, SAY + encoded));
  }

  private void page(String kind) {
    actions.add(new Answer.Action(kind, words.say("action." + kind), "/" + kind));
  }
}
