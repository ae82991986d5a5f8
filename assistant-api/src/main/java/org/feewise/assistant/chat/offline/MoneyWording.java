package org.feewise.assistant.chat.offline;

import static org.feewise.assistant.chat.offline.Wording.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.feewise.models.money.Money;
import org.feewise.models.words.Words;

/** Words deadlines, surcharges and plans from what the tools found. */
final class MoneyWording {
  private static final int MOST_EXPLAINED = 2;

  private final Words words;

  MoneyWording(Words words) {
    this.words = words;
  }

  List<String> deadlines(JsonNode found, String scope, String fee) {
    if (found.path("count").asInt() == 0) {
      return List.of(words.say("deadline.none", scope, fee));
    }
    List<String> lines = new ArrayList<>();
    lines.add(words.say("deadline.head", scope, fee));
    int inTime = 0;
    int late = 0;
    for (JsonNode bill : found.get("bills")) {
      lines.add(deadline(bill));
      inTime += bill.path("inTime").asBoolean(false) ? 1 : 0;
      late += bill.path("inTime").asBoolean(true) ? 0 : 1;
    }
    JsonNode by = found.path("asked").path("by");
    if (!by.isMissingNode() && !by.isNull()) {
      lines.add(
          late == 0
              ? words.say("deadline.inTime", by.asText(), Integer.toString(inTime))
              : words.say(
                  "deadline.notAll",
                  by.asText(),
                  Integer.toString(inTime),
                  Integer.toString(late)));
    }
    lines.add(words.say("deadline.rule"));
    return lines;
  }

  private String deadline(JsonNode bill) {
    long left = bill.path("daysLeft").asLong();
    if (text(bill, "status").equals("PAID")) {
      return words.say(
          "bills.line.paid", text(bill, "title"), text(bill, "total"), text(bill, "billNo"));
    }
    if (left < 0) {
      return words.say(
          "deadline.late",
          text(bill, "title"),
          text(bill, "dueOn"),
          Long.toString(-left),
          text(bill, "total"),
          text(bill, "surcharge"),
          text(bill, "billNo"));
    }
    return left == 0
        ? words.say(
            "deadline.today",
            text(bill, "title"),
            text(bill, "dueOn"),
            text(bill, "total"),
            text(bill, "billNo"))
        : words.say(
            "deadline.left",
            text(bill, "title"),
            text(bill, "dueOn"),
            Long.toString(left),
            text(bill, "total"),
            text(bill, "billNo"));
  }

  List<String> surcharges(JsonNode found, String fee) {
    List<String> lines = new ArrayList<>();
    if (found.path("bills").isEmpty()) {
      lines.add(words.say("surcharge.none", "", fee));
    } else {
      lines.add(
          words.say(
              "surcharge.head",
              text(found, "payOn"),
              fee,
              text(found, "surcharge"),
              text(found, "total")));
      int explained = 0;
      for (JsonNode bill : found.get("bills")) {
        lines.addAll(surcharge(bill, explained++ < MOST_EXPLAINED));
      }
    }
    lines.add(words.say("surcharge.rules"));
    found.path("rules").forEach(rule -> lines.add(rule(rule)));
    lines.add(words.say("surcharge.next"));
    return lines;
  }

  private List<String> surcharge(JsonNode bill, boolean explain) {
    List<String> lines = new ArrayList<>();
    boolean late = bill.path("lateDays").asLong() > 0;
    lines.add(
        late
            ? words.say(
                "surcharge.line",
                text(bill, "title"),
                text(bill, "principal"),
                text(bill, "dueOn"),
                text(bill, "lateDays"),
                text(bill, "surcharge"),
                text(bill, "total"))
            : words.say(
                "surcharge.ontime",
                text(bill, "title"),
                text(bill, "principal"),
                text(bill, "dueOn")));
    if (late && explain) {
      bill.path("explanation")
          .forEach(step -> lines.add(words.say("surcharge.why", step.asText())));
      if (bill.hasNonNull("law")) {
        lines.add(words.say("surcharge.law", text(bill, "law")));
      }
    }
    return lines;
  }

  private String rule(JsonNode rule) {
    if (text(rule, "dailyRate").equals("0%")) {
      return words.say("surcharge.rule.none", text(rule, "fee"), text(rule, "law"));
    }
    String cap = rule.path("atMostPrincipal").asBoolean() ? words.say("surcharge.cap") : "";
    return words.say(
        "surcharge.rule", text(rule, "fee"), text(rule, "dailyRate"), cap, text(rule, "law"));
  }

  List<String> plan(JsonNode plan, String fee) {
    if (plan.path("bills").asInt() == 0) {
      return List.of(words.say("plan.nothing", fee));
    }
    List<String> lines = new ArrayList<>();
    boolean feasible = plan.path("feasible").asBoolean();
    lines.add(feasible ? planHead(plan) : words.say("plan.partial", text(plan, "missing")));
    for (JsonNode payment : plan.path("payments")) {
      lines.add(
          words.say(
              "plan.line",
              text(payment, "title"),
              text(payment, "on"),
              text(payment, "amount"),
              words.say("method." + text(payment, "method"))));
    }
    if (feasible) {
      String proven = plan.path("optimal").asBoolean() ? words.say("plan.proven") : "";
      lines.add(words.say("plan.finish", text(plan, "finishOn"), proven));
      lines.add(words.say("plan.today", text(plan, "today"), text(plan, "payAllToday")));
    }
    plan.path("notes").forEach(note -> lines.add(note.asText()));
    lines.add(words.say("plan.next"));
    return lines;
  }

  private String planHead(JsonNode plan) {
    String bills = text(plan, "bills");
    String principal = text(plan, "principal");
    Money extra = Money.parse(text(plan, "extraCost"));
    if (extra.isNegative()) {
      return words.say("plan.head.saves", bills, principal, extra.negated().toString());
    }
    return extra.isZero()
        ? words.say("plan.head.free", bills, principal)
        : words.say(
            "plan.head",
            bills,
            principal,
            extra.toString(),
            text(plan, "surcharges"),
            text(plan, "fees"));
  }
}
