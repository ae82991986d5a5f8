package org.feewise.assistant.chat.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.feewise.assistant.chat.tools.ToolUse;
import org.feewise.models.money.Money;

/**
 * Bills and a plan that an answer found, to be shown as cards beside its words.
 *
 * @param plan null where none was made
 */
public record Cards(List<Bill> bills, Plan plan) {
  private static final int MOST_BILLS = 3;
  private static final int MOST_DAYS = 4;

  static final Cards NONE = new Cards(List.of(), null);

  /**
   * An open bill: amounts in CNY, days ISO-8601.
   *
   * @param surcharge part of the total; {@code 0.00} of a bill that has not grown
   * @param overdue whether its deadline has passed
   */
  public record Bill(
      String billNo, String title, String total, String surcharge, String dueOn, boolean overdue) {
    public boolean grown() {
      return !surcharge.equals("0.00");
    }

    /** The page with the working of its surcharge open. */
    public String workingHref() {
      String number = URLEncoder.encode(billNo, StandardCharsets.UTF_8).replace("+", "%20");
      return "/bills?bill=" + number + "#" + number;
    }
  }

  /**
   * A plan: amounts in CNY.
   *
   * @param extraCost what it costs beyond the bills
   * @param days the first days on which something is paid
   * @param more how many days follow them
   */
  public record Plan(String extraCost, String finishOn, List<Day> days, int more) {}

  /** How many payments there are on one day, and what they come to. */
  public record Day(String on, int payments, String total) {}

  /** Of what the tools found; bills that are paid have no card. */
  static Cards of(List<ToolUse> uses) {
    Map<String, Bill> bills = new LinkedHashMap<>();
    Plan plan = null;
    for (ToolUse use : uses) {
      JsonNode result = use.result();
      for (JsonNode bill : result.path("bills")) {
        if (bill.hasNonNull("billNo") && bill.hasNonNull("total") && isOpen(bill)) {
          bills.putIfAbsent(bill.get("billNo").asText(), bill(bill));
        }
      }
      if (use.name().equals("plan") && !result.path("payments").isEmpty()) {
        plan = plan(result);
      }
    }
    return new Cards(
        plan == null ? bills.values().stream().limit(MOST_BILLS).toList() : List.of(), plan);
  }

  private static boolean isOpen(JsonNode bill) {
    return !bill.hasNonNull("settledOn") && !bill.path("status").asText().equals("PAID");
  }

  private static Bill bill(JsonNode bill) {
    return new Bill(
        bill.get("billNo").asText(),
        bill.path("title").asText(),
        bill.get("total").asText(),
        bill.path("surcharge").asText("0.00"),
        bill.path("dueOn").asText(),
        bill.path("daysLeft").asLong() < 0 || bill.path("lateDays").asLong() > 0);
  }

  private static Plan plan(JsonNode plan) {
    Map<String, List<Money>> byDay = new LinkedHashMap<>();
    for (JsonNode payment : plan.path("payments")) {
      byDay
          .computeIfAbsent(payment.path("on").asText(), on -> new ArrayList<>())
          .add(Money.parse(payment.path("amount").asText()));
    }
    List<Day> days =
        byDay.entrySet().stream()
            .limit(MOST_DAYS)
            .map(day -> day(day.getKey(), day.getValue()))
            .toList();
    return new Plan(
        plan.path("extraCost").asText(),
        plan.path("finishOn").asText(),
        days,
        byDay.size() - days.size());
  }

  private static Day day(String on, List<Money> amounts) {
    return new Day(on, amounts.size(), amounts.stream().reduce(Money.ZERO, Money::plus).toString());
  }
}
