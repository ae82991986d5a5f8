package org.feewise.assistant.chat.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feewise.assistant.chat.dialogue.Understood;
import org.feewise.assistant.chat.slots.DateRange;
import org.feewise.assistant.chat.slots.Slot;
import org.feewise.assistant.chat.slots.Slots;
import org.feewise.assistant.chat.understanding.Intent;
import org.feewise.models.fees.FeeType;

/** Decides which tool answers an understood message, and with which arguments. */
final class ToolPlan {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ToolPlan() {}

  /**
   * The calls that an answer needs: one for each fee named, none when it needs no data, and last
   * one for the rule where the message may ask for it; not numbered yet.
   */
  static List<ToolExecutionRequest> of(Understood understood, LocalDate today) {
    List<ToolExecutionRequest> calls = new ArrayList<>(ofWish(understood, today));
    RuleBeside.bar(understood, calls.size())
        .flatMap(bar -> rule(understood, bar))
        .ifPresent(calls::add);
    return calls;
  }

  private static List<ToolExecutionRequest> ofWish(Understood understood, LocalDate today) {
    List<FeeType> fees = understood.topic().choices();
    boolean together =
        understood.intent().isAside() || understood.intent() == Intent.PLAN_RECOMMEND;
    if (together || fees.size() < 2 || understood.slots().has(Slot.FEE_TYPE)) {
      return call(understood, understood.slots(), today).stream().toList();
    }
    List<ToolExecutionRequest> calls = new ArrayList<>();
    for (FeeType fee : fees) {
      call(understood, understood.slots().with(Slot.FEE_TYPE, fee), today).ifPresent(calls::add);
    }
    return calls;
  }

  private static Optional<ToolExecutionRequest> call(
      Understood understood, Slots slots, LocalDate today) {
    return switch (understood.intent()) {
      case BILL_QUERY -> call("bills", bill(slots, slots.status().map(Enum::name).orElse(null)));
      case BILL_DUE -> call("deadlines", with(bill(slots, null), "by", slots.asOf().orElse(null)));
      case PAYMENT_HISTORY -> call("payments", payment(slots));
      case SURCHARGE_EXPLAIN ->
          call("surcharge", with(bill(slots, null), "payOn", slots.asOf().orElse(null)));
      case PLAN_RECOMMEND -> call("plan", plan(slots));
      case PAY_START -> call("bills", bill(withoutPayDay(slots, today), "UNPAID"));
      case RECEIPT_GET, DISPUTE_RAISE, REFUND_ASK -> call("payments", payment(slots));
      case POLICY_ASK -> rule(understood, 0);
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

  /** The call for a rule, told only where it answers as surely as said. */
  private static Optional<ToolExecutionRequest> rule(Understood understood, double surely) {
    Map<String, Object> args = new LinkedHashMap<>();
    with(args, "question", understood.text());
    with(args, "feeType", understood.slots().feeType().orElse(null));
    return call("policy", with(args, "surely", surely == 0 ? null : surely));
  }

  private static Map<String, Object> bill(Slots slots, String status) {
    Map<String, Object> args = new LinkedHashMap<>();
    with(args, "feeType", slots.feeType().orElse(null));
    with(args, "from", slots.period().map(DateRange::from).orElse(null));
    with(args, "to", slots.period().map(DateRange::to).orElse(null));
    with(args, "status", status);
    return with(args, "billNo", slots.billNo().orElse(null));
  }

  /** "今天把社保缴了" says when it is paid, not which bill. */
  private static Slots withoutPayDay(Slots slots, LocalDate today) {
    boolean payDay = slots.period().filter(days -> days.isDayFrom(today)).isPresent();
    return payDay ? slots.only(EnumSet.complementOf(EnumSet.of(Slot.PERIOD))) : slots;
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
      args.put(name, value instanceof Number ? value : value.toString());
    }
    return args;
  }

  private static Optional<ToolExecutionRequest> call(String tool, Map<String, Object> args) {
    try {
      return Optional.of(
          ToolExecutionRequest.builder()
              .name(tool)
              .arguments(JSON.writeValueAsString(args))
              .build());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("arguments of " + tool + " cannot be written as JSON", e);
    }
  }
}
