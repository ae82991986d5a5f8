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
import org.feewise.assistant.chat.understanding.Disguise;
import org.feewise.assistant.chat.understanding.Intent;
import org.feewise.assistant.chat.understanding.IntentGuess;
import org.feewise.assistant.chat.understanding.IntentReader;
import org.feewise.assistant.chat.understanding.Language;
import org.feewise.assistant.chat.understanding.NormalText;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;

/** Understands a message in the light of the conversation before it. */
public final class Dialogue {
  /** What a bare number counts while a wish is talked about. */
  private static final Map<Intent, Slot> COUNTED =
      Map.of(Intent.PLAN_RECOMMEND, Slot.INSTALMENTS, Intent.REMINDER_SET, Slot.DAYS_BEFORE);

  /** More parts or days than this nobody means; it is an amount. */
  private static final int MOST_COUNTED = 60;

  /** How sure a reading is that goes on with the wish before or was picked. */
  private static final double PICKED = 0.9;

  /** A second wish is answered only where both are as sure as this. */
  private static final double SURE_OF_BOTH = 0.7;

  /** Below it, a message after a refusal may go on with what was refused. */
  private static final double SURE_AFTER_REFUSAL = 0.5;

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
    Optional<Understood> decided =
        before.doubt().flatMap(doubt -> decided(normal, doubt, before, today));
    return decided.orElseGet(() -> understood(message, normal, before, today));
  }

  /** What a message wants, unless it hides an attack. */
  private Understood understood(String message, String normal, Topic before, LocalDate today) {
    Understood open = understood(normal, before, today);
    return open.intent() == Intent.UNSAFE
        ? open
        : Disguise.undone(message)
            .map(hidden -> one(NormalText.of(hidden), before, today))
            .filter(hidden -> hidden.intent() == Intent.UNSAFE)
            .orElse(open);
  }

  /** The same message, taken for a question of rules. */
  public Understood asRule(Understood heard, Topic before, LocalDate today) {
    return read(heard.text(), Intent.POLICY_ASK, before, today, false);
  }

  /** The doubtful message in the reading that this one picks: "the second", or its name. */
  private Optional<Understood> decided(String normal, Doubt doubt, Topic before, LocalDate today) {
    String picking = normal.toLowerCase(Locale.ROOT);
    return FollowUp.picked(picking, doubt.readings())
        .or(() -> named(picking, doubt, before, today))
        .map(reading -> read(doubt.text(), reading, before, today, true));
  }

  /** A message in a reading that is decided. */
  private static Understood read(
      String normal, Intent reading, Topic before, LocalDate today, boolean goesOn) {
    Said said = SlotGrammar.read(normal, today);
    String text = normal.toLowerCase(Locale.ROOT);
    Slots now = SlotRoles.of(said, reading, text);
    Slots slots = CarryOver.of(text, said, now, reading, before, goesOn);
    return new Understood(
        normal,
        Language.of(normal),
        reading,
        slots,
        PICKED,
        reading,
        topic(reading, slots, said, before),
        Optional.empty());
  }

  /** The reading that a message without details of its own surely names. */
  private Optional<Intent> named(String text, Doubt doubt, Topic before, LocalDate today) {
    Said said = SlotGrammar.read(text, today);
    IntentGuess guess = intents.read(text, said, before.last());
    return Optional.of(guess.intent())
        .filter(intent -> !said.namesSomething() && guess.confidence() >= SURE_OF_BOTH)
        .filter(intent -> doubt.readings().contains(intent));
  }

  private Understood understood(String normal, Topic before, LocalDate today) {
    Understood whole = one(normal, before, today);
    return TwoWishes.in(normal).flatMap(parts -> both(parts, whole, before, today)).orElse(whole);
  }

  /** Both wishes of a message that has two sure ones, unlike each other; else nothing. */
  private Optional<Understood> both(
      TwoWishes parts, Understood whole, Topic before, LocalDate today) {
    if (whole.intent().isAside()) {
      return Optional.empty();
    }
    Understood first = one(parts.first(), before, today);
    if (!isSureWish(first)) {
      return Optional.empty();
    }
    Understood second = one(parts.second(), first.topic(), today);
    return isSureWish(second) && second.intent() != first.intent()
        ? Optional.of(first.and(second))
        : Optional.empty();
  }

  private static boolean isSureWish(Understood understood) {
    return !understood.intent().isAside() && understood.confidence() >= SURE_OF_BOTH;
  }

  private Understood one(String normal, Topic before, LocalDate today) {
    String text = normal.toLowerCase(Locale.ROOT);
    Said said = SlotGrammar.read(normal, today);
    IntentGuess guess = intents.read(text, said, before.last());
    Optional<FeeType> chosen = FollowUp.chosen(text, before.choices());
    Optional<Slots> counted = counted(text, before);
    boolean goesOn =
        (counted.isPresent() || goesOn(text, said, before, chosen))
            && !staysAside(guess, said, before);
    Intent intent =
        goesOn
            ? before.intent().orElseThrow()
            : insists(guess, said, text, before) ? Intent.UNSAFE : guess.intent();
    Slots now = counted.orElseGet(() -> SlotRoles.of(said, intent, text));
    if (chosen.isPresent() && !now.has(Slot.FEE_TYPE) && !intent.isAside()) {
      now = now.with(Slot.FEE_TYPE, chosen.get());
    }
    Slots slots = CarryOver.of(text, said, now, intent, before, goesOn);
    Understood understood =
        new Understood(
            normal,
            Language.of(normal),
            intent,
            slots,
            goesOn ? Math.max(guess.confidence(), PICKED) : guess.confidence(),
            guess.runnerUp(),
            topic(intent, slots, said, before),
            Optional.empty());
    return understood.isDoubtful() ? understood.asked() : understood;
  }

  /** A bare number after talk of instalments or of days before is that count, or a budget. */
  private static Optional<Slots> counted(String text, Topic before) {
    return counts(before)
        .flatMap(slot -> FollowUp.bareNumber(text).flatMap(n -> counted(slot, n, before.slots())));
  }

  private static Optional<Slots> counted(Slot slot, int number, Slots before) {
    if (number <= MOST_COUNTED) {
      return Optional.of(Slots.NONE.with(slot, number));
    }
    return before.has(Slot.MONTHLY_BUDGET)
        ? Optional.of(Slots.NONE.with(Slot.MONTHLY_BUDGET, Money.ofYuan(number)))
        : Optional.empty();
  }

  /**
   * Whether a message goes on with what was refused rather than with the fee talked of before;
   * after small talk of the weather "and on Friday" does, "and in 4 parts" does not.
   */
  private static boolean staysAside(IntentGuess guess, Said said, Topic before) {
    return before
        .last()
        .filter(last -> last == guess.intent())
        .filter(
            last ->
                last == Intent.UNSAFE || (last == Intent.OUT_OF_SCOPE && !said.namesWhatFeesHave()))
        .isPresent();
  }

  /** A doubtful message without details after a refusal goes on with what was refused. */
  private static boolean insists(IntentGuess guess, Said said, String text, Topic before) {
    return before.last().filter(last -> last == Intent.UNSAFE).isPresent()
        && guess.confidence() < SURE_AFTER_REFUSAL
        && !said.namesSomething()
        && !Whose.turnsToOwn(text);
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
      return before.after(intent);
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
    return new Topic(
        Optional.of(intent), known, choices, Optional.of(intent), Optional.empty(), before.told());
  }
}
