package org.feewise.assistant.chat.offline;

import static org.feewise.assistant.chat.offline.Phrases.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.feewise.assistant.chat.slots.BillStatus;
import org.feewise.assistant.chat.slots.Slot;
import org.feewise.assistant.chat.slots.Slots;

/** Words bills and payments from what the tools found. */
final class BillWording {
  private static final int MOST_PAID = 3;

  private final Phrases phrases;
  private final Slots slots;

  BillWording(Phrases phrases, Slots slots) {
    this.phrases = phrases;
    this.slots = slots;
  }

  /** Who says neither when nor which means what is open. */
  List<String> bills(JsonNode found) {
    boolean narrowed = slots.has(Slot.STATUS) || slots.has(Slot.PERIOD) || slots.has(Slot.BILL_NO);
    return narrowed ? asked(found) : open(found);
  }

  private List<String> asked(JsonNode found) {
    String which = which() + phrases.feeOf(found);
    if (count(found) == 0) {
      return List.of(phrases.say("bills.none", scope(), which));
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        phrases.count(
            "bills.head",
            count(found),
            scope(),
            which,
            text(found, "total"),
            phrases.ifAny("bills.surcharge", found.path("surcharge"))));
    lines.addAll(lines(each(found), count(found)));
    if (count(found.path("open")) > 0) {
      lines.add(phrases.say("bills.next"));
    }
    return lines;
  }

  private List<String> open(JsonNode found) {
    String fee = phrases.feeOf(found);
    int open = count(found.path("open"));
    List<String> lines = new ArrayList<>();
    if (open == 0) {
      lines.add(phrases.say("bills.open.none", fee));
      List<JsonNode> paid = each(found).limit(MOST_PAID).toList();
      if (!paid.isEmpty()) {
        lines.add(phrases.say("bills.paid.latest"));
        paid.forEach(bill -> lines.add(line(bill)));
      }
      return lines;
    }
    lines.add(
        phrases.count(
            "bills.open.head",
            open,
            fee,
            text(found.path("open"), "total"),
            phrases.ifAny("bills.surcharge", found.path("open").path("surcharge"))));
    lines.addAll(lines(each(found).filter(bill -> !isPaid(bill)), open));
    lines.add(phrases.say("bills.next"));
    return lines;
  }

  List<String> pay(JsonNode found) {
    String fee = phrases.feeOf(found);
    if (count(found) == 0) {
      return List.of(phrases.say("pay.none", fee));
    }
    List<String> lines = new ArrayList<>();
    lines.add(phrases.count("pay.head", count(found), fee, text(found, "total")));
    lines.addAll(lines(each(found), count(found)));
    lines.add(
        slots
            .method()
            .map(method -> phrases.say("pay.with", phrases.say("method." + method.name())))
            .orElseGet(() -> phrases.say("pay.next")));
    return lines;
  }

  List<String> payments(JsonNode found) {
    String fee = phrases.feeOf(found);
    List<String> lines = new ArrayList<>();
    each(found).forEach(bill -> lines.add(isPaid(bill) ? line(bill) : unpaid(bill)));
    if (count(found) == 0) {
      lines.add(
          phrases.say(lines.isEmpty() ? "payments.none" : "payments.none.then", scope(), fee));
      return lines;
    }
    lines.add(phrases.count("payments.head", count(found), scope(), fee, text(found, "total")));
    lines.addAll(paymentLines(found, Integer.MAX_VALUE));
    int more = count(found) - found.get("payments").size();
    if (more > 0) {
      lines.add(phrases.count("payments.more", more));
    }
    return lines;
  }

  List<String> paymentLines(JsonNode found, int most) {
    return Stream.of(found.path("payments"))
        .flatMap(JsonNode::valueStream)
        .limit(most)
        .map(this::payment)
        .toList();
  }

  private String payment(JsonNode payment) {
    String method =
        payment.hasNonNull("method")
            ? phrases.say("payments.method", phrases.say("method." + text(payment, "method")))
            : "";
    return phrases.say(
        "payments.line",
        text(payment, "title"),
        text(payment, "paidOn"),
        text(payment, "total"),
        method,
        text(payment, "billNo"));
  }

  private List<String> lines(Stream<JsonNode> bills, int all) {
    List<String> lines = new ArrayList<>(bills.map(this::line).toList());
    int more = all - lines.size();
    if (more > 0) {
      lines.add(phrases.count("bills.more", more));
    }
    return lines;
  }

  /** A bill in a line of its own. */
  String line(JsonNode bill) {
    String title = text(bill, "title");
    String total = text(bill, "total");
    String billNo = text(bill, "billNo");
    String dueOn = text(bill, "dueOn");
    return switch (BillStatus.valueOf(text(bill, "status"))) {
      case PAID -> phrases.say("bills.line.paid", title, total, text(bill, "settledOn"), billNo);
      case UNPAID -> phrases.say("bills.line.open", title, total, dueOn, billNo);
      case OVERDUE -> {
        String grown = phrases.ifAny("bills.late", bill.path("surcharge"));
        yield phrases.say("bills.line.late", title, total, grown, dueOn, billNo);
      }
    };
  }

  private String unpaid(JsonNode bill) {
    return phrases.say(
        "payments.unpaid",
        text(bill, "title"),
        text(bill, "total"),
        text(bill, "dueOn"),
        text(bill, "billNo"));
  }

  private static boolean isPaid(JsonNode bill) {
    return text(bill, "status").equals(BillStatus.PAID.name());
  }

  private static Stream<JsonNode> each(JsonNode found) {
    return found.path("bills").valueStream();
  }

  private static int count(JsonNode found) {
    return found.path("count").asInt();
  }

  private String which() {
    Optional<BillStatus> status = slots.status();
    return status.map(s -> phrases.say("which." + s.name())).orElse("");
  }

  private String scope() {
    return slots.period().map(phrases::scope).orElse("");
  }
}
