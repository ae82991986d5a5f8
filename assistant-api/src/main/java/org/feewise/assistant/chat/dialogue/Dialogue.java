package org.feewise.assistant.chat.dialogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.feewise.assistant.chat.slots.Said;
import org.feewise.assistant.chat.slots.Slot;
import org.feewise.assistant.chat.slots.SlotGrammar;
import org.feewise.assistant.chat.slots.SlotRoles;
import org.feewise.assistant.chat.slots.Slots;
import org.feewise.assistant.chat.understanding.Intent;
import org.feewise.assistant.chat.understanding.IntentGuess;
import org.feewise.assistant.chat.understanding.IntentReader;
import org.feewise.assistant.chat.understanding.Language;
import org.feewise.assistant.chat.understanding.NormalText;
import org.feewise.models.fees.FeeType;

/** Understands a message in the light of the conversation before it. */
public final class Dialogue {
  /** What a bare number counts while a wish is talked about. */
  private static final Map<Intent, Slot> COUNTED =
      Map.of(Intent.PLAN_RECOMMEND, Slot.INSTALMENTS, Intent.REMINDER_SET, Slot.DAYS_BEFORE);

  private final IntentReader intents;

  public Dialogue(IntentReader intents) {
    this.intents = intents;
  }

  /**
   * What a message means.
   *
   * @param before what the conversation was about
   * @param today the day in Asia/Shanghai the message is said on
   */
  public Understood understand(String message, Topic before, LocalDate today) {
    String normal = FollowUp.restated(NormalText.of(message));
    String text = normal.toLowerCase(Locale.ROOT);
    Said said = SlotGrammar.read(normal, today);
    IntentGuess guess = intents.read(text, said);
    Optional<FeeType> chosen = FollowUp.chosen(text, before.choices());
    Optional<Slots> counted = counted(text, before);
    boolean goesOn = counted.isPresent() || goesOn(text, said, before, chosen);
    Intent intent = goesOn ? before.intent().orElseThrow() : guess.intent();
    Slots now = counted.orElseGet(() -> SlotRoles.of(said, intent, text));
    if (chosen.isPresent() && !now.has(Slot.FEE_TYPE) && !intent.isAside()) {
      now = now.with(Slot.FEE_TYPE, chosen.get());
    }
    Slots slots = CarryOver.of(text, said, now, intent, before, goesOn);
    return new Understood(
        normal,
        Language.of(normal),
        intent,
        slots,
        goesOn ? Math.max(guess.confidence(), 0.9) : guess.confidence(),
        guess.runnerUp(),
        topic(intent, slots, said, before));
  }

  /** A bare number after talk of instalments or of days before is that count. */
  private static Optional<Slots> counted(String text, Topic before) {
    return counts(before)
        .flatMap(slot -> FollowUp.bareNumber(text).map(count -> Slots.NONE.with(slot, count)));
  }

  private static Optional<Slot> counts(Topic before) {
    Optional<Slot> asked = before.intent().map(COUNTED::get);
    if (asked.isPresent()) {
      return asked;
    }
    return Stream.of(Slot.INSTALMENTS, Slot.DAYS_BEFORE)
        .filter(slot -> before.slots().has(slot))
        .findFirst();
  }

  private static boolean goesOn(String text, Said said, Topic before, Optional<FeeType> chosen) {
    return before
        .intent()
        .map(
            intent ->
                FollowUp.continues(said, intent)
                    || FollowUp.narrows(text, said, intent)
                    || FollowUp.corrects(text, said, intent)
                    || (chosen.isPresent() && FollowUp.onlyChooses(text)))
        .orElse(false);
  }

  private static Topic topic(Intent intent, Slots slots, Said said, Topic before) {
    if (intent.isAside()) {
      return before;
    }
    List<FeeType> choices =
        said.feeTypes().size() > 1
            ? said.feeTypes()
            : slots.has(Slot.FEE_TYPE) && said.feeTypes().isEmpty() ? before.choices() : List.of();
    boolean sameFee = slots.feeType().equals(before.slots().feeType());
    Slots known =
        sameFee
            ? slots.orElse(before.slots().only(java.util.EnumSet.of(Slot.PERIOD, Slot.AS_OF)))
            : slots;
    return new Topic(Optional.of(intent), known, choices);
  }
}
