package org.feewise.assistant.chat.offline;

import static org.feewise.assistant.chat.offline.Phrases.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feewise.assistant.chat.slots.Slots;
import org.feewise.models.money.Money;

/** Words a plan from what the tool found: help first where it does not pay everything. */
final class PlanReply {
  private static final int MOST_PAYMENTS = 10;

  private final Phrases phrases;
  private final Slots slots;

  PlanReply(Phrases phrases, Slots slots) {
    this.phrases = phrases;
    this.slots = slots;
  }

  List<String> plan(JsonNode plan) {
    if (plan.path("bills").asInt() == 0) {
      String fee = slots.feeType().map(phrases::fee).map(phrases::before).orElse("");
      return List.of(phrases.say("plan.nothing", fee));
    }
    List<String> lines = new ArrayList<>(help(plan));
    boolean feasible = plan.path("feasible").asBoolean();
    if (plan.path("proposal").asBoolean()) {
      lines.add(phrases.say("plan.proposal"));
    }
    lines.add(feasible ? planHead(plan) : phrases.say("plan.partial", text(plan, "missing")));
    if (feasible) {
      lines.addAll(phrases.comparison(plan, "extraCost"));
    }
    plan.path("payments").valueStream().limit(MOST_PAYMENTS).forEach(p -> lines.add(payment(p)));
    int more = plan.path("payments").size() - MOST_PAYMENTS;
    if (more > 0) {
      lines.add(phrases.count("plan.more", more));
    }
    if (feasible) {
      lines.addAll(planEnd(plan));
    }
    plan.path("slack")
        .valueStream()
        .limit(1)
        .forEach(day -> lines.add(phrases.say("plan.slack", text(day, "on"), text(day, "says"))));
    int left = plan.path("left").asInt();
    if (left > 0) {
      lines.add(phrases.say("plan.left", Integer.toString(left)));
    }
    plan.path("notes").forEach(note -> lines.add(note.asText()));
    lines.add(phrases.say("plan.next"));
    return lines;
  }

  /** What to ask for first, where the plan does not pay everything. */
  private List<String> help(JsonNode plan) {
    List<String> lines = new ArrayList<>();
    plan.path("help")
        .forEach(
            offer ->
                lines.add(
                    phrases.say(
                        offer.hasNonNull("law") ? "plan.help.law" : "plan.help",
                        text(offer, "title"),
                        text(offer, "how"),
                        text(offer, "law"))));
    if (!lines.isEmpty()) {
      lines.addFirst(phrases.say("plan.help.first"));
    }
    return lines;
  }

  private String payment(JsonNode payment) {
    return phrases.say(
        "plan.line",
        text(payment, "title"),
        text(payment, "on"),
        text(payment, "amount"),
        phrases.say("method." + text(payment, "method")));
  }

  private String planHead(JsonNode plan) {
    int bills = plan.path("bills").asInt();
    String principal = text(plan, "principal");
    Money extra = Money.parse(text(plan, "extraCost"));
    if (extra.isNegative()) {
      return phrases.count("plan.head.saves", bills, principal, extra.negated().toString());
    }
    return extra.isZero()
        ? phrases.count("plan.head.free", bills, principal)
        : phrases.count("plan.head", bills, principal, extra.toString(), parts(plan));
  }

  private String parts(JsonNode plan) {
    return Stream.of("surcharges", "fees", "discounts")
        .map(part -> phrases.ifAny("plan.part." + part, plan.path(part)))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(phrases.say("plan.part.and")));
  }

  /** When it is all paid, what proves it, and what paying everything today would come to. */
  private List<String> planEnd(JsonNode plan) {
    boolean proven = plan.path("optimal").asBoolean();
    String finish = text(plan, "finishOn");
    if (finish.equals(text(plan, "today"))) {
      return List.of(
          phrases.say(proven ? "plan.now.proven" : "plan.now", text(plan, "payAllToday")));
    }
    List<String> lines = new ArrayList<>();
    lines.add(phrases.say(proven ? "plan.finish.proven" : "plan.finish", finish));
    lines.add(phrases.say("plan.today", text(plan, "today"), text(plan, "payAllToday")));
    return lines;
  }
}
