package org.feewise.assistant.chat.offline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.feewise.assistant.chat.dialogue.Understood;
import org.feewise.assistant.chat.slots.BillStatus;
import org.feewise.assistant.chat.slots.DateRange;
import org.feewise.assistant.chat.slots.Slots;
import org.feewise.assistant.chat.understanding.Intent;
import org.feewise.models.words.Words;

/** Words a reply: figures first, then why, then what can be done. */
final class Wording {
  private static final double SURE = 0.4;

  private final Words words;
  private final Understood understood;
  private final MoneyWording money;

  Wording(Words words, Understood understood) {
    this.words = words;
    this.understood = understood;
    this.money = new MoneyWording(words);
  }

  /** The reply that a tool's result gives; an empty result for an intent without a tool. */
  String of(JsonNode result) {
    if (result.has("problem")) {
      return result.hasNonNull("billNo")
          ? words.say("notfound", result.get("billNo").asText())
          : words.say("trouble");
    }
    String reply = String.join("\n", lines(result));
    return understood.confidence() < SURE && !understood.intent().isAside()
        ? unsure() + "\n" + reply
        : reply;
  }

  private String unsure() {
    return words.say("unsure", intent(understood.intent()), intent(understood.runnerUp()));
  }

  private String intent(Intent intent) {
    return words.say("intent." + intent.wireName());
  }

  private List<String> lines(JsonNode result) {
    Slots slots = understood.slots();
    return switch (understood.intent()) {
      case BILL_QUERY -> bills(result);
      case BILL_DUE -> money.deadlines(result, scope(), fee(result));
      case PAYMENT_HISTORY -> payments(result);
      case SURCHARGE_EXPLAIN -> money.surcharges(result, fee(result));
      case PLAN_RECOMMEND -> money.plan(result, fee(result));
      case PAY_START -> pay(result);
      case RECEIPT_GET -> receipts(result);
      case RECEIPT_VERIFY -> List.of(words.say("verify.text", slots.receiptNo().orElse("")));
      case REMINDER_SET ->
          List.of(
              words.say(
                  "reminder.set",
                  feeOr("all"),
                  slots.daysBefore().map(d -> words.say("reminder.days", d.toString())).orElse(""),
                  channel()));
      case REMINDER_STOP -> List.of(words.say("reminder.stop", feeOr("all"), channel()));
      case POLICY_ASK -> policy(result);
      case DISPUTE_RAISE -> dispute(result);
      case REFUND_ASK -> refund(result);
      case HANDOFF_HUMAN -> List.of(words.say("handoff.text"));
      case SMALLTALK -> List.of(words.say("smalltalk." + Courtesy.of(understood.text())));
      case OUT_OF_SCOPE -> List.of(words.say("out_of_scope.text"));
      case UNSAFE -> List.of(words.say("unsafe.text"));
    };
  }

  private List<String> bills(JsonNode found) {
    String which =
        understood
            .slots()
            .status()
            .map(s -> words.say("status." + lower(s)))
            .map(s -> joined(s, fee(found)))
            .orElse(fee(found));
    if (found.path("count").asInt() == 0) {
      return List.of(words.say("bills.none", scope(), which));
    }
    List<String> lines = new ArrayList<>();
    boolean grown = !found.get("surcharge").asText().equals("0.00");
    String surcharge = grown ? words.say("bills.surcharge", found.get("surcharge").asText()) : "";
    lines.add(
        words.say(
            "bills.head",
            scope(),
            which,
            found.get("count").asText(),
            found.get("total").asText(),
            surcharge));
    lines.addAll(billLines(found));
    lines.add(words.say("bills.next"));
    return lines;
  }

  private List<String> billLines(JsonNode found) {
    List<String> lines = new ArrayList<>();
    for (JsonNode bill : found.get("bills")) {
      boolean paid = bill.get("status").asText().equals("PAID");
      lines.add(
          paid
              ? words.say(
                  "bills.line.paid", text(bill, "title"), text(bill, "total"), text(bill, "billNo"))
              : words.say(
                  "bills.line",
                  text(bill, "title"),
                  text(bill, "total"),
                  text(bill, "dueOn"),
                  words.say("status." + text(bill, "status")),
                  text(bill, "billNo")));
    }
    int more = found.path("count").asInt() - found.get("bills").size();
    if (more > 0) {
      lines.add(words.say("bills.more", Integer.toString(more)));
    }
    return lines;
  }

  private List<String> payments(JsonNode found) {
    String fee = found.path("asked").hasNonNull("fee") ? fee(found) : words.say("all");
    if (found.path("count").asInt() == 0) {
      return List.of(words.say("payments.none", scope(), fee));
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        words.say(
            "payments.head",
            scope(),
            fee,
            found.get("count").asText(),
            found.get("total").asText()));
    lines.addAll(paymentLines(found, Integer.MAX_VALUE));
    int more = found.path("count").asInt() - found.get("payments").size();
    if (more > 0) {
      lines.add(words.say("payments.more", Integer.toString(more)));
    }
    return lines;
  }

  private List<String> paymentLines(JsonNode found, int most) {
    List<String> lines = new ArrayList<>();
    for (JsonNode payment : found.get("payments")) {
      if (lines.size() == most) {
        break;
      }
      String method =
          payment.hasNonNull("method")
              ? words.say("payments.method", words.say("method." + text(payment, "method")))
              : "";
      lines.add(
          words.say(
              "payments.line",
              text(payment, "title"),
              text(payment, "paidOn"),
              text(payment, "total"),
              method,
              text(payment, "billNo")));
    }
    return lines;
  }

  private List<String> pay(JsonNode found) {
    if (found.path("count").asInt() == 0) {
      return List.of(words.say("pay.none", fee(found)));
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        words.say(
            "pay.head", fee(found), found.get("count").asText(), found.get("total").asText()));
    lines.addAll(billLines(found));
    understood
        .slots()
        .method()
        .ifPresent(m -> lines.add(words.say("pay.method", words.say("method." + m.name()))));
    return lines;
  }

  private List<String> receipts(JsonNode found) {
    List<String> lines = new ArrayList<>();
    understood.slots().receiptNo().ifPresent(no -> lines.add(words.say("receipt.number", no)));
    if (found.path("count").asInt() == 0) {
      lines.add(words.say("receipt.none", feeOr("all")));
      return lines;
    }
    lines.add(words.say("receipt.head", found.get("count").asText()));
    lines.addAll(paymentLines(found, 5));
    understood.slots().channel().ifPresent(c -> lines.add(words.say("receipt.channel")));
    return lines;
  }

  private List<String> policy(JsonNode found) {
    List<String> lines = new ArrayList<>();
    for (JsonNode passage : found.path("passages")) {
      lines.add(words.say("policy.head", text(passage, "text")));
      lines.add(words.say("policy.cite", text(passage, "article")));
    }
    return lines.isEmpty() ? List.of(words.say("policy.none")) : lines;
  }

  private List<String> dispute(JsonNode found) {
    List<String> lines = new ArrayList<>();
    lines.add(words.say("dispute.text", feeOr("this.charge")));
    if (found.path("count").asInt() == 0) {
      lines.add(words.say("dispute.nopayments"));
      return lines;
    }
    lines.add(
        words.say("dispute.payments", found.get("count").asText(), found.get("total").asText()));
    lines.addAll(paymentLines(found, 4));
    return lines;
  }

  private List<String> refund(JsonNode found) {
    List<String> lines = new ArrayList<>();
    String amount =
        understood.slots().amount().map(a -> words.say("refund.amount", a.toString())).orElse("");
    lines.add(words.say("refund.text", amount));
    if (found.path("count").asInt() > 0) {
      lines.add(words.say("refund.payments"));
      lines.addAll(paymentLines(found, 4));
    }
    return lines;
  }

  private String scope() {
    Optional<DateRange> period = understood.slots().period();
    return period
        .map(
            p ->
                p.from().equals(p.to())
                    ? words.say("scope.day", p.from().toString())
                    : words.say("scope.period", p.from().toString(), p.to().toString()))
        .orElse("");
  }

  private static String fee(JsonNode found) {
    return found.path("asked").path("fee").asText("");
  }

  private String feeOr(String key) {
    return understood
        .slots()
        .feeType()
        .map(type -> FeeNames.of(type, words.locale()))
        .orElseGet(() -> words.say(key));
  }

  private String channel() {
    return understood
        .slots()
        .channel()
        .map(c -> words.say("reminder.channel", words.say("channel." + c.name())))
        .orElse("");
  }

  private String joined(String status, String fee) {
    return words.locale().equals(Words.ENGLISH) && !fee.isEmpty()
        ? status + " " + fee
        : status + fee;
  }

  private static String lower(BillStatus status) {
    return switch (status) {
      case UNPAID -> "open";
      case OVERDUE -> "overdue";
      case PAID -> "paid";
    };
  }

  static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }

  /** Names of fees in a language. */
  private static final class FeeNames {
    static String of(org.feewise.models.fees.FeeType type, Locale locale) {
      return org.feewise.models.fees.catalogue.FeeCatalogue.builtIn().title(type).in(locale);
    }
  }
}
