package org.feewise.assistant.chat.offline;

import static org.feewise.assistant.chat.offline.Phrases.isZero;
import static org.feewise.assistant.chat.offline.Phrases.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feewise.assistant.chat.slots.Slots;

/** Words deadlines and surcharges from what the tools found. */
final class MoneyWording {
  private static final int MOST_EXPLAINED = 2;

  private final Phrases phrases;
  private final Slots slots;

  MoneyWording(Phrases phrases, Slots slots) {
    this.phrases = phrases;
    this.slots = slots;
  }

  List<String> deadlines(JsonNode found) {
    String fee = phrases.feeOf(found);
    int open = found.path("open").path("count").asInt();
    if (open == 0) {
      List<String> paid = found.path("bills").valueStream().map(this::paid).toList();
      return paid.isEmpty() ? List.of(phrases.say("deadline.none", scope(), fee)) : paid;
    }
    List<String> lines = new ArrayList<>(verdict(found));
    lines.add(phrases.say("deadline.head", scope(), fee));
    found.path("bills").forEach(bill -> lines.add(deadline(bill)));
    int more = open - found.path("bills").size();
    if (more > 0) {
      lines.add(phrases.count("bills.more", more));
    }
    lines.add(phrases.say("deadline.rule"));
    lines.add(phrases.say("deadline.step"));
    return lines;
  }

  private String paid(JsonNode bill) {
    return phrases.say(
        "bills.line.paid",
        text(bill, "title"),
        text(bill, "total"),
        text(bill, "settledOn"),
        text(bill, "billNo"));
  }

  /** What the question came for: whether the day said is in time, else the next deadline. */
  private List<String> verdict(JsonNode found) {
    JsonNode open = found.path("open");
    List<String> lines = new ArrayList<>();
    if (found.path("asked").hasNonNull("by")) {
      lines.add(onDay(text(found.path("asked"), "by"), open));
    } else {
      soonest(found).ifPresent(bill -> lines.add(next(bill)));
    }
    int overdue = open.path("overdue").asInt();
    if (overdue > 0) {
      lines.add(phrases.count("deadline.overdue", overdue));
    }
    return lines;
  }

  private static Optional<JsonNode> soonest(JsonNode found) {
    return found
        .path("bills")
        .valueStream()
        .filter(b -> b.path("daysLeft").asLong() >= 0)
        .findFirst();
  }

  private String next(JsonNode bill) {
    int left = bill.path("daysLeft").asInt();
    return left == 0
        ? phrases.say("deadline.next.today", text(bill, "dueOn"), text(bill, "title"))
        : phrases.count("deadline.next", left, text(bill, "dueOn"), text(bill, "title"));
  }

  private String onDay(String day, JsonNode open) {
    int inTime = open.path("inTime").asInt();
    int late = open.path("late").asInt();
    if (late == 0) {
      return phrases.count("deadline.inTime", inTime, day);
    }
    return inTime == 0
        ? phrases.count("deadline.allLate", late, day)
        : phrases.say("deadline.notAll", day, Integer.toString(inTime), Integer.toString(late));
  }

  private String deadline(JsonNode bill) {
    int left = bill.path("daysLeft").asInt();
    String title = text(bill, "title");
    String dueOn = text(bill, "dueOn");
    String total = text(bill, "total");
    String billNo = text(bill, "billNo");
    if (left < 0) {
      String grown = phrases.ifAny("bills.late", bill.path("surcharge"));
      return phrases.count("deadline.late", -left, title, dueOn, total, grown, billNo);
    }
    return left == 0
        ? phrases.say("deadline.today", title, dueOn, total, billNo)
        : phrases.count("deadline.left", left, title, dueOn, total, billNo);
  }

  List<String> surcharges(JsonNode found) {
    String fee = phrases.feeOf(found);
    List<String> lines = new ArrayList<>();
    int late = found.path("late").asInt();
    if (found.path("count").asInt() == 0) {
      lines.add(phrases.say("surcharge.none", fee));
    } else {
      lines.add(head(found, fee));
      lines.addAll(phrases.comparison(found, "surcharge"));
      boolean nothingAdded = isZero(found.path("surcharge"));
      int explained = 0;
      for (JsonNode bill : found.path("bills")) {
        boolean explain = nothingAdded || !isZero(bill.path("surcharge"));
        lines.addAll(surcharge(bill, explain && explained++ < MOST_EXPLAINED, late > 0));
      }
      int rest = found.path("count").asInt() - late;
      if (late > 0 && rest > 0) {
        lines.add(phrases.count("surcharge.rest", rest));
      }
    }
    if (late == 0) {
      lines.add(phrases.say("surcharge.rules"));
      found.path("rules").forEach(rule -> lines.add(rule(rule)));
    }
    lines.add(phrases.say("surcharge.next"));
    return lines;
  }

  private String head(JsonNode found, String fee) {
    String day = text(found, "payOn");
    String when = phrases.say(day.equals(text(found, "today")) ? "on.today" : "on.day", day);
    String none = found.path("late").asInt() == 0 ? "surcharge.head.inTime" : "surcharge.head.zero";
    return isZero(found.path("surcharge"))
        ? phrases.say(none, when, fee, text(found, "total"))
        : phrases.say("surcharge.head", when, fee, text(found, "surcharge"), text(found, "total"));
  }

  /** A late bill with how its surcharge comes about; one in time only where none is late. */
  private List<String> surcharge(JsonNode bill, boolean explain, boolean onlyLate) {
    int days = bill.path("lateDays").asInt();
    if (days == 0) {
      return onlyLate
          ? List.of()
          : List.of(
              phrases.say(
                  "surcharge.ontime",
                  text(bill, "title"),
                  text(bill, "principal"),
                  text(bill, "dueOn")));
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        phrases.count(
            isZero(bill.path("surcharge")) ? "surcharge.line.zero" : "surcharge.line",
            days,
            text(bill, "title"),
            text(bill, "principal"),
            text(bill, "dueOn"),
            text(bill, "surcharge"),
            text(bill, "total")));
    if (explain) {
      bill.path("explanation").forEach(s -> lines.add(phrases.say("surcharge.why", s.asText())));
    }
    return lines;
  }

  private String rule(JsonNode rule) {
    if (text(rule, "dailyRate").equals("0%")) {
      return phrases.say("surcharge.rule.none", text(rule, "fee"), text(rule, "law"));
    }
    String cap = rule.path("atMostPrincipal").asBoolean() ? phrases.say("surcharge.cap") : "";
    return phrases.say(
        "surcharge.rule", text(rule, "fee"), text(rule, "dailyRate"), cap, text(rule, "law"));
  }

  private String scope() {
    return slots.period().map(phrases::scope).orElse("");
  }
}
