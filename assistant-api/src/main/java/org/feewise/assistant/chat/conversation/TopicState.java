package org.feewise.assistant.chat.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feewise.assistant.chat.dialogue.Doubt;
import org.feewise.assistant.chat.dialogue.Told;
import org.feewise.assistant.chat.dialogue.Topic;
import org.feewise.assistant.chat.slots.BillStatus;
import org.feewise.assistant.chat.slots.DateRange;
import org.feewise.assistant.chat.slots.Slot;
import org.feewise.assistant.chat.slots.Slots;
import org.feewise.assistant.chat.understanding.Intent;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.reminders.ReminderChannel;

/** What a conversation is about, as it is kept between two turns. */
final class TopicState {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The kept form; what there is not is null. */
  private record State(
      Intent intent,
      Map<String, Object> slots,
      List<FeeType> choices,
      Intent last,
      Doubt doubt,
      Told told) {}

  private TopicState() {}

  static String write(Topic topic) {
    try {
      return JSON.writeValueAsString(
          new State(
              topic.intent().orElse(null),
              topic.slots().asMap(),
              topic.choices(),
              topic.last().orElse(null),
              topic.doubt().orElse(null),
              topic.told().orElse(null)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a topic cannot be written as JSON", e);
    }
  }

  /**
   * The topic as it was written.
   *
   * @throws IllegalArgumentException when the text is no kept topic
   */
  static Topic read(String state) {
    try {
      JsonNode kept = JSON.readTree(state);
      Slots slots = Slots.NONE;
      for (Slot slot : Slot.values()) {
        JsonNode value = kept.path("slots").path(slot.wireName());
        slots = value.isMissingNode() ? slots : slots.with(slot, value(slot, value));
      }
      List<FeeType> choices =
          kept.path("choices").valueStream().map(c -> FeeType.valueOf(c.asText())).toList();
      return new Topic(
          intent(kept, "intent"), slots, choices, intent(kept, "last"), doubt(kept), told(kept));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a kept topic is not JSON", e);
    }
  }

  private static Optional<Intent> intent(JsonNode kept, String field) {
    return kept.hasNonNull(field)
        ? Optional.of(Intent.named(kept.get(field).asText()))
        : Optional.empty();
  }

  private static Optional<Doubt> doubt(JsonNode kept) {
    JsonNode doubt = kept.path("doubt");
    return doubt.isObject()
        ? Optional.of(
            new Doubt(
                doubt.path("text").asText(),
                doubt.path("readings").valueStream().map(r -> Intent.named(r.asText())).toList()))
        : Optional.empty();
  }

  private static Optional<Told> told(JsonNode kept) {
    JsonNode told = kept.path("told");
    return told.isObject()
        ? Optional.of(
            new Told(
                Intent.named(told.path("intent").asText()),
                Money.parse(told.path("amount").asText())))
        : Optional.empty();
  }

  private static Object value(Slot slot, JsonNode value) {
    String text = value.asText();
    return switch (slot) {
      case FEE_TYPE -> FeeType.valueOf(text);
      case PERIOD -> new DateRange(day(value.path("from")), day(value.path("to")));
      case AS_OF -> day(value);
      case AMOUNT, MONTHLY_BUDGET -> Money.parse(text);
      case INSTALMENTS, DAYS_BEFORE -> value.asInt();
      case METHOD -> PaymentMethod.valueOf(text);
      case CHANNEL -> ReminderChannel.valueOf(text);
      case STATUS -> BillStatus.valueOf(text);
      case RECEIPT_NO, BILL_NO -> text;
    };
  }

  private static LocalDate day(JsonNode value) {
    return LocalDate.parse(value.asText());
  }
}
