package org.feewise.assistant.chat.dialogue;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feewise.assistant.chat.slots.Said;
import org.feewise.assistant.chat.slots.Slot;
import org.feewise.assistant.chat.slots.Slots;
import org.feewise.assistant.chat.understanding.Intent;

/** Decides which details of the conversation hold for a message that does not repeat them. */
final class CarryOver {
  private static final Set<Slot> ALWAYS =
      EnumSet.of(Slot.FEE_TYPE, Slot.PERIOD, Slot.AMOUNT, Slot.BILL_NO, Slot.RECEIPT_NO);
  private static final Set<Intent> KEEP_METHOD =
      EnumSet.of(Intent.PAY_START, Intent.PAYMENT_HISTORY, Intent.DISPUTE_RAISE);
  private static final Set<Intent> FEE_ONLY =
      EnumSet.of(Intent.REMINDER_SET, Intent.REMINDER_STOP, Intent.POLICY_ASK);
  private static final Pattern THAT_DAY =
      Pattern.compile("那天|那一天|那时候?|到时|这个日期|那个日期|\\bthat (?:day|date)\\b|\\bby then\\b|\\bthen\\b");
  private static final Pattern THOSE = Pattern.compile("这些|那些|这几|那几|其中|\\b(?:those|these|them)\\b");
  private static final Pattern EVERYTHING =
      Pattern.compile(
          "所有|全部(?!交|付|缴|还)|一共|总共|其[他它]|别的|哪些|各项|各个|每一?[项笔]|名下|什么费|啥费|\\b(?:all|everything|total|other|others|any|anything|altogether)\\b(?! right)");

  private CarryOver() {}

  /**
   * The details of a message, completed by those of the conversation.
   *
   * @param goesOn whether the message only continues the wish before
   */
  static Slots of(String text, Said said, Slots now, Intent intent, Topic before, boolean goesOn) {
    if (intent.isAside() || before.intent().isEmpty()) {
      return now;
    }
    boolean sameWish = before.intent().get() == intent;
    Set<Slot> kept = EnumSet.copyOf(FEE_ONLY.contains(intent) ? EnumSet.of(Slot.FEE_TYPE) : ALWAYS);
    if (KEEP_METHOD.contains(intent)) {
      kept.add(Slot.METHOD);
    }
    if (sameWish) {
      kept.addAll(ownDetails(intent));
    }
    if (THAT_DAY.matcher(text).find() && intent.looksAhead()) {
      kept.add(Slot.AS_OF);
    }
    if (THOSE.matcher(text).find() && intent == Intent.BILL_QUERY) {
      kept.add(Slot.STATUS);
    }
    drop(kept, text, said, now, before, goesOn || sameWish);
    return now.orElse(before.slots().only(kept));
  }

  private static boolean namesOtherDocument(Slots now, Slots before) {
    return Stream.of(Slot.BILL_NO, Slot.RECEIPT_NO)
        .anyMatch(number -> now.has(number) && before.has(number));
  }

  private static Set<Slot> ownDetails(Intent intent) {
    return switch (intent) {
      case PLAN_RECOMMEND -> EnumSet.of(Slot.INSTALMENTS, Slot.MONTHLY_BUDGET, Slot.METHOD);
      case REMINDER_SET, REMINDER_STOP -> EnumSet.of(Slot.DAYS_BEFORE, Slot.CHANNEL);
      case RECEIPT_GET -> EnumSet.of(Slot.CHANNEL);
      case BILL_QUERY,
          BILL_DUE,
          PAYMENT_HISTORY,
          SURCHARGE_EXPLAIN,
          PAY_START,
          RECEIPT_VERIFY,
          POLICY_ASK,
          DISPUTE_RAISE,
          REFUND_ASK,
          HANDOFF_HUMAN,
          SMALLTALK,
          OUT_OF_SCOPE,
          UNSAFE ->
          EnumSet.noneOf(Slot.class);
    };
  }

  private static void drop(
      Set<Slot> kept, String text, Said said, Slots now, Topic before, boolean goesOn) {
    boolean otherFee =
        now.has(Slot.FEE_TYPE)
            && !now.feeType().equals(before.slots().feeType())
            && before.slots().has(Slot.FEE_TYPE);
    if (otherFee || said.feeTypes().size() > 1) {
      kept.removeAll(EnumSet.of(Slot.AMOUNT, Slot.BILL_NO, Slot.RECEIPT_NO, Slot.FEE_TYPE));
    }
    if (otherFee && !goesOn) {
      kept.remove(Slot.PERIOD);
    }
    if (!now.has(Slot.FEE_TYPE)
        && !said.payInFull()
        && !said.namesAmount()
        && EVERYTHING.matcher(text).find()) {
      kept.removeAll(EnumSet.of(Slot.FEE_TYPE, Slot.BILL_NO, Slot.RECEIPT_NO, Slot.AMOUNT));
    }
    if (said.namesNumber() && (!goesOn || namesOtherDocument(now, before.slots()))) {
      kept.clear();
    }
    if (said.payInFull()) {
      kept.removeAll(EnumSet.of(Slot.INSTALMENTS, Slot.MONTHLY_BUDGET));
    }
  }
}
