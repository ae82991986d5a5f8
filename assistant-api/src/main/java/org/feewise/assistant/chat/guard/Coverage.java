package org.feewise.assistant.chat.guard;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.feewise.assistant.chat.slots.Slot;
import org.feewise.assistant.chat.tools.ToolUse;
import org.feewise.assistant.chat.understanding.Intent;

/**
 * Checks that a reply tells the figure that was asked for, as the tools of the message found it.
 */
final class Coverage {
  private Coverage() {}

  static boolean holds(Draft draft, String text) {
    List<BigDecimal> amounts = Amount.in(text).stream().map(Amount::value).toList();
    return draft.right().stream().allMatch(use -> isTold(draft, use, amounts, text));
  }

  private static boolean isTold(Draft draft, ToolUse use, List<BigDecimal> amounts, String text) {
    JsonNode found = use.result();
    if (found.has("problem")) {
      return true;
    }
    return switch (use.name()) {
      case "bills" -> bills(draft, found, amounts);
      case "deadlines" -> deadline(found, text);
      case "surcharge" ->
          isNothing(found.path("surcharge")) || tells(amounts, found.path("surcharge"));
      case "payments" ->
          found.path("count").asInt() == 0
              || !isAsked(draft)
              || tells(amounts, found.path("total"));
      case "plan" -> plan(found, amounts);
      default -> true;
    };
  }

  private static boolean isAsked(Draft draft) {
    return draft.wants(Intent.PAYMENT_HISTORY);
  }

  private static boolean bills(Draft draft, JsonNode found, List<BigDecimal> amounts) {
    boolean narrowed =
        draft.understood().wishes().stream()
            .map(wish -> wish.slots())
            .anyMatch(s -> s.has(Slot.STATUS) || s.has(Slot.PERIOD) || s.has(Slot.BILL_NO));
    JsonNode total = narrowed ? found.path("total") : found.path("open").path("total");
    return isNothing(total) || tells(amounts, total);
  }

  /** The day of the bill due next, or where all are late, of one of them. */
  private static boolean deadline(JsonNode found, String text) {
    List<LocalDate> next =
        days(found, bill -> bill.path("daysLeft").asLong() >= 0).limit(1).toList();
    List<LocalDate> wanted =
        next.isEmpty() || found.path("asked").hasNonNull("by")
            ? days(found, bill -> true).toList()
            : next;
    List<Predicate<LocalDate>> told = Groundedness.daysIn(text);
    return wanted.isEmpty() || told.stream().anyMatch(day -> wanted.stream().anyMatch(day));
  }

  private static Stream<LocalDate> days(JsonNode found, Predicate<JsonNode> which) {
    return found
        .path("bills")
        .valueStream()
        .filter(bill -> !bill.path("status").asText().equals("PAID"))
        .filter(which)
        .map(bill -> LocalDate.parse(bill.path("dueOn").asText()));
  }

  private static boolean plan(JsonNode found, List<BigDecimal> amounts) {
    if (found.path("payments").isEmpty()) {
      return true;
    }
    boolean cost = isNothing(found.path("extraCost")) || tells(amounts, found.path("extraCost"));
    boolean parts =
        Stream.concat(
                Stream.of(found.path("principal"), found.path("payAllToday")),
                found.path("payments").valueStream().map(line -> line.path("amount")))
            .anyMatch(amount -> tells(amounts, amount));
    return cost && parts && (!found.hasNonNull("missing") || tells(amounts, found.path("missing")));
  }

  private static boolean isNothing(JsonNode amount) {
    return !amount.isTextual() || new BigDecimal(amount.asText()).signum() == 0;
  }

  private static boolean tells(List<BigDecimal> amounts, JsonNode wanted) {
    return wanted.isTextual()
        && amounts.stream()
            .anyMatch(amount -> amount.compareTo(new BigDecimal(wanted.asText())) == 0);
  }
}
