package org.feewise.assistant.chat.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.feewise.assistant.chat.dialogue.Understood;
import org.feewise.assistant.chat.slots.DateRange;
import org.feewise.assistant.chat.slots.Slots;

/** Decides which tool answers an understood message, and with which arguments. */
final class ToolPlan {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ToolPlan() {}

  /** The call that an answer needs, or none when it needs no data. */
  static Optional<ToolExecutionRequest> of(Understood understood) {
    Slots slots = understood.slots();
    return switch (understood.intent()) {
      case BILL_QUERY -> call("bills", bill(slots, slots.status().map(Enum::name).orElse(null)));
      case BILL_DUE -> call("deadlines", with(bill(slots, null), "by", slots.asOf().orElse(null)));
      case PAYMENT_HISTORY -> call("payments", payment(slots));
      case SURCHARGE_EXPLAIN ->
          call("surcharge", with(bill(slots, null), "payOn", slots.asOf().orElse(null)));
      case PLAN_RECOMMEND -> call("plan", plan(slots));
      case PAY_START -> call("bills", bill(slots, "UNPAID"));
      case RECEIPT_GET, DISPUTE_RAISE, REFUND_ASK -> call("payments", payment(slots));
      case POLICY_ASK ->
          call(
              "policy",
              with(
                  with(new LinkedHashMap<>(), "question", understood.text()),
                  "feeType",
                  slots.feeType().orElse(null)));
      case RECEIPT_VERIFY,
          REMINDER_SET,
          REMINDER_STOP,
          HANDOFF_HUMAN,
          SMALLTALK,
          OUT_OF_SCOPE,
          UNSAFE ->
          Optional.empty();
    };
  }

  private static Map<String, Object> bill(Slots slots, String status) {
    Map<String, Object> args = new LinkedHashMap<>();
    with(args, "feeType", slots.feeType().orElse(null));
    with(args, "from", slots.period().map(DateRange::from).orElse(null));
    with(args, "to", slots.period().map(DateRange::to).orElse(null));
    with(args, "status", status);
    return with(args, "billNo", slots.billNo().orElse(null));
  }

  private static Map<String, Object> payment(Slots slots) {
    Map<String, Object> args = new LinkedHashMap<>();
    with(args, "feeType", slots.feeType().orElse(null));
    with(args, "from", slots.period().map(DateRange::from).orElse(null));
    with(args, "to", slots.period().map(DateRange::to).orElse(null));
    return with(args, "method", slots.method().orElse(null));
  }

  private static Map<String, Object> plan(Slots slots) {
    Map<String, Object> args = new LinkedHashMap<>();
    with(args, "feeType", slots.feeType().orElse(null));
    with(args, "billNo", slots.billNo().orElse(null));
    with(args, "monthlyBudget", slots.monthlyBudget().orElse(null));
    with(args, "instalments", slots.instalments().orElse(null));
    with(args, "firstDay", slots.asOf().orElse(null));
    return with(args, "method", slots.method().orElse(null));
  }

  private static Map<String, Object> with(Map<String, Object> args, String name, Object value) {
    if (value != null) {
      args.put(name, value instanceof Integer ? value : value.toString());
    }
    return args;
  }

  private static Optional<ToolExecutionRequest> call(String tool, Map<String, Object> args) {
    try {
      return Optional.of(
          ToolExecutionRequest.builder()
              .id("1")
              .name(tool)
              .arguments(JSON.writeValueAsString(args))
              .build());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("arguments of " + tool + " cannot be written as JSON", e);
    }
  }
}
