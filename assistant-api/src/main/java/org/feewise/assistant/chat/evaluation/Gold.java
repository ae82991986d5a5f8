package org.feewise.assistant.chat.evaluation;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import org.feewise.assistant.chat.slots.BillStatus;
import org.feewise.assistant.chat.slots.DateRange;
import org.feewise.assistant.chat.slots.Slot;
import org.feewise.assistant.chat.slots.Slots;
import org.feewise.assistant.chat.understanding.Intent;
import org.feewise.models.evaluation.CaseFields;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.reminders.ReminderChannel;

/**
 * What a message means according to whoever annotated it.
 *
 * @param slots empty where only the intent was annotated
 */
record Gold(Intent intent, Optional<Slots> slots) {

  /** The annotation of a turn; none where it names no intent. */
  static Optional<Gold> of(CaseFields turn) {
    return turn.optionalText("intent")
        .map(
            name ->
                new Gold(
                    intent(turn, name),
                    turn.optionalObject("slots").map(fields -> slots(turn, fields))));
  }

  private static Intent intent(CaseFields turn, String name) {
    try {
      return Intent.named(name);
    } catch (IllegalArgumentException e) {
      throw turn.refuse("intent", e.getMessage());
    }
  }

  private static Slots slots(CaseFields turn, CaseFields fields) {
    Slots slots = Slots.NONE;
    Iterator<String> names = turn.json("slots").orElseThrow().fieldNames();
    while (names.hasNext()) {
      Slot slot = slot(fields, names.next());
      slots = fields.has(slot.wireName()) ? slots.with(slot, value(fields, slot)) : slots;
    }
    return slots;
  }

  private static Slot slot(CaseFields fields, String name) {
    return Arrays.stream(Slot.values())
        .filter(slot -> slot.wireName().equals(name))
        .findFirst()
        .orElseThrow(() -> fields.refuse(name, "is not a slot"));
  }

  private static Object value(CaseFields fields, Slot slot) {
    String name = slot.wireName();
    return switch (slot) {
      case FEE_TYPE -> fields.choice(name, FeeType.class);
      case PERIOD -> period(fields, fields.object(name));
      case AS_OF -> fields.date(name);
      case AMOUNT, MONTHLY_BUDGET -> fields.money(name);
      case INSTALMENTS, DAYS_BEFORE -> fields.integer(name);
      case METHOD -> fields.choice(name, PaymentMethod.class);
      case CHANNEL -> fields.choice(name, ReminderChannel.class);
      case STATUS -> fields.choice(name, BillStatus.class);
      case RECEIPT_NO, BILL_NO -> fields.text(name);
    };
  }

  private static DateRange period(CaseFields fields, CaseFields period) {
    try {
      return new DateRange(period.date("from"), period.date("to"));
    } catch (org.feewise.models.evaluation.MalformedCase e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw fields.refuse("period", e.getMessage());
    }
  }
}
