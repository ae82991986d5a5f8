package org.feewise.assistant.chat.offline;

import static org.feewise.assistant.chat.offline.Phrases.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.feewise.assistant.chat.dialogue.Understood;
import org.feewise.assistant.chat.dialogue.Whose;
import org.feewise.assistant.chat.slots.Slots;
import org.feewise.assistant.chat.understanding.Intent;
import org.feewise.models.words.Words;

/** Words a reply: figures first, then why, then what can be done. */
final class Wording {
  private static final List<JsonNode> NOTHING = List.of(JsonNodeFactory.instance.objectNode());
  private static final int MOST_RECEIPTS = 5;
  private static final int MOST_RELATED = 4;

  private final Phrases phrases;
  private final Understood understood;
  private final BillWording bills;
  private final MoneyWording money;
  private final PlanReply plans;

  Wording(Words words, Understood understood) {
    this.phrases = new Phrases(words);
    this.understood = understood;
    this.bills = new BillWording(phrases, understood.slots());
    this.money = new MoneyWording(phrases, understood.slots());
    this.plans = new PlanReply(phrases, understood.slots());
  }

  /** The reply that results of tools give; none for an intent without a tool. */
  String of(List<JsonNode> results) {
    List<String> lines = new ArrayList<>();
    List<JsonNode> own = results.stream().filter(result -> !isRuleBeside(result)).toList();
    for (JsonNode result : own.isEmpty() ? NOTHING : own) {
      List<String> more = of(result);
      lines.removeAll(more);
      lines.addAll(more);
    }
    List<String> rules =
        results.stream()
            .filter(this::isRuleBeside)
            .flatMap(rule -> passages(rule).stream())
            .toList();
    if (!rules.isEmpty()) {
      beside(lines, rules);
    }
    if (understood.isDoubtful()) {
      lines.addFirst(
          phrases.say("unsure", intent(understood.intent()), intent(understood.runnerUp())));
    }
    return String.join("\n", lines);
  }

  /** A rule that was looked up beside what the message wants. */
  private boolean isRuleBeside(JsonNode result) {
    return understood.intent() != Intent.POLICY_ASK && result.has("passages");
  }

  /** Who speaks of their own bills hears of these first, anybody else of the rule. */
  private void beside(List<String> lines, List<String> rules) {
    if (understood.intent() == Intent.OUT_OF_SCOPE || understood.intent() == Intent.UNSAFE) {
      lines.clear();
      lines.addAll(rules);
    } else if (Whose.namesSpeaker(understood.text())) {
      lines.add(phrases.say("policy.beside"));
      lines.addAll(rules);
    } else {
      lines.addFirst(phrases.say("policy.yours"));
      lines.addAll(0, rules);
    }
  }

  private List<String> of(JsonNode result) {
    if (result.has("problem")) {
      return List.of(
          result.hasNonNull("billNo")
              ? phrases.say("notfound", text(result, "billNo"))
              : phrases.say("trouble"));
    }
    return lines(result);
  }

  private String intent(Intent intent) {
    return phrases.say("intent." + intent.wireName());
  }

  private List<String> lines(JsonNode result) {
    Slots slots = understood.slots();
    return switch (understood.intent()) {
      case BILL_QUERY -> bills.bills(result);
      case BILL_DUE -> money.deadlines(result);
      case PAYMENT_HISTORY -> bills.payments(result);
      case SURCHARGE_EXPLAIN -> money.surcharges(result);
      case PLAN_RECOMMEND -> plans.plan(result);
      case PAY_START -> bills.pay(result);
      case RECEIPT_GET -> receipts(result);
      case RECEIPT_VERIFY ->
          List.of(
              slots
                  .receiptNo()
                  .map(no -> phrases.say("verify.number", no))
                  .orElseGet(() -> phrases.say("verify.text")));
      case REMINDER_SET -> List.of(reminder());
      case REMINDER_STOP -> List.of(phrases.say("reminder.stop", feeOr("all"), channel()));
      case POLICY_ASK -> policy(result);
      case DISPUTE_RAISE -> dispute(result);
      case REFUND_ASK -> refund(result);
      case HANDOFF_HUMAN -> List.of(phrases.say("handoff.text"));
      case SMALLTALK -> List.of(phrases.say("smalltalk." + Courtesy.of(understood.text())));
      case OUT_OF_SCOPE -> List.of(refusal("out_of_scope.text"));
      case UNSAFE -> List.of(refusal("unsafe.text"));
    };
  }

  /** What may only have been a slip of the fingers is not blamed on anybody. */
  private String refusal(String key) {
    return phrases.say(understood.isSureToRefuse() ? key : "unclear");
  }

  private String reminder() {
    String days =
        understood.slots().daysBefore().map(d -> phrases.count("reminder.days", d)).orElse("");
    return phrases.say("reminder.set", feeOr("all"), days, channel());
  }

  private List<String> receipts(JsonNode found) {
    List<String> lines = new ArrayList<>();
    understood.slots().receiptNo().ifPresent(no -> lines.add(phrases.say("receipt.number", no)));
    int count = found.path("count").asInt();
    if (count == 0) {
      lines.add(phrases.say("receipt.none", feeOr("all")));
      return lines;
    }
    lines.add(phrases.count("receipt.head", count));
    lines.addAll(bills.paymentLines(found, MOST_RECEIPTS));
    lines.add(phrases.say("receipt.next"));
    return lines;
  }

  private List<String> policy(JsonNode found) {
    List<String> lines = passages(found);
    return lines.isEmpty() ? List.of(phrases.say("policy.none", whoKnows())) : lines;
  }

  private List<String> passages(JsonNode found) {
    List<String> lines = new ArrayList<>();
    for (JsonNode passage : found.path("passages")) {
      lines.add(text(passage, "text"));
      lines.add(phrases.say("policy.cite", text(passage, "article")));
    }
    return lines;
  }

  private String whoKnows() {
    String knows =
        understood
            .slots()
            .feeType()
            .map(
                fee ->
                    switch (fee) {
                      case INCOME_TAX, PROPERTY_TAX, VEHICLE_TAX, DEED_TAX -> "TAX";
                      case SOCIAL_INSURANCE -> "INSURANCE";
                      case MEDICAL_INSURANCE -> "MEDICAL";
                      case TRAFFIC_FINE -> "TRAFFIC";
                      case ADMIN_FINE -> "FINE";
                      case ELECTRICITY -> "ELECTRICITY";
                      case WATER, GAS, HEATING -> "SUPPLY";
                      case TUITION -> "SCHOOL";
                      case EXAM_FEE -> "EXAM";
                      case PARKING -> "PARKING";
                      case WASTE, LICENCE_FEE, NON_TAX -> "CHARGE";
                    })
            .orElse("ANY");
    return phrases.say("policy.knows." + knows);
  }

  private List<String> dispute(JsonNode found) {
    List<String> lines = new ArrayList<>();
    lines.add(phrases.say("dispute.text", feeOr("this.charge")));
    int count = found.path("count").asInt();
    if (count == 0) {
      lines.add(phrases.say("dispute.nopayments"));
      return lines;
    }
    lines.add(phrases.say("dispute.payments"));
    lines.addAll(bills.paymentLines(found, MOST_RELATED));
    return lines;
  }

  private List<String> refund(JsonNode found) {
    List<String> lines = new ArrayList<>();
    String amount =
        understood.slots().amount().map(a -> phrases.say("refund.amount", a.toString())).orElse("");
    lines.add(phrases.say("refund.text", amount));
    if (found.path("count").asInt() > 0) {
      lines.add(phrases.say("refund.payments"));
      lines.addAll(bills.paymentLines(found, MOST_RELATED));
    }
    return lines;
  }

  private String feeOr(String key) {
    return understood.slots().feeType().map(phrases::fee).orElseGet(() -> phrases.say(key));
  }

  private String channel() {
    return understood
        .slots()
        .channel()
        .map(c -> phrases.say("reminder.channel", phrases.say("channel." + c.name())))
        .orElse("");
  }
}
