package org.feewise.assistant.chat.guard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feewise.assistant.chat.slots.FeeNames;
import org.feewise.assistant.chat.slots.Slot;
import org.feewise.assistant.chat.tools.ToolUse;
import org.feewise.assistant.chat.understanding.Intent;

/** The rules that a reply of a language model must keep before anybody sees it. */
public final class Guardrails {
  /** What a reply must speak of when it answers about bills. */
  private static final Pattern ON_TOPIC =
      Pattern.compile(
          "[费税账款缴付交欠]|元|社保|医保|账单|滞纳|截止|提醒|票据|fee|bill|tax|pay|paid|fine|due|deadline|owe|cny|yuan|receipt|remind|refund|charge|insurance");

  /** What may stand between the characters of a word without changing it. */
  private static final Pattern BETWEEN_HAN =
      Pattern.compile("(?<=\\p{IsHan})[ \"'“”‘’「」『』~～·_-]+(?=\\p{IsHan})");

  private static final Pattern ABOUT =
      Pattern.compile(
          "(?:大约|大概|约合|约|差不多|将近|about|roughly|around|approximately|nearly) ?[¥￥]? ?(\\d[\\d,]*)(?![\\d.,]*\\d)");
  private static final Set<Intent> OF_RULES = EnumSet.of(Intent.POLICY_ASK);

  private Guardrails() {}

  /** Why the draft may not be said; empty where it may. */
  public static Optional<Reason> breach(Draft draft) {
    Facts found = Facts.of(Sources.onDaysAskedFor(draft));
    Facts right = Facts.of(draft.right());
    String words =
        BETWEEN_HAN
            .matcher(Normalizer.normalize(draft.text(), Normalizer.Form.NFKC))
            .replaceAll("")
            .toLowerCase(Locale.ROOT)
            .replace('’', '\'');
    String marked = Titles.marked(draft.text(), draft.everything());
    String text = exact(Tomorrow.dated(PlainNumbers.of(marked), draft.everything()), found);
    return Stream.<Supplier<Optional<Reason>>>of(
            () -> unless(!Repeated.isAnyIn(draft.text(), draft.instructions()), Reason.LEAK),
            () -> unless(!Repeated.isEndless(words), Reason.LENGTH),
            () -> Phrases.breach(words, rules(draft)),
            () ->
                unless(
                    Tongue.speaks(Subject.withoutBillNos(marked), draft.isChinese()),
                    Reason.LANGUAGE),
            () -> unless(isOnTopic(draft, words), Reason.TOPIC),
            () -> new Claims(found, right).breach(Headings.carried(text)),
            () ->
                unless(
                    new Groundedness(Sources.of(draft))
                        .unsupportedToTheDigit(Subject.withoutBillNos(text))
                        .isEmpty(),
                    Reason.FIGURE),
            () -> unless(isOfRules(draft) || pairsHold(draft, text), Reason.SUBJECT),
            () -> unless(Coverage.holds(draft, text), Reason.OMITTED),
            () -> unless(ClosedWorld.unknown(draft, text).isEmpty(), Reason.UNKNOWN))
        .map(Supplier::get)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Reason> unless(boolean holds, Reason reason) {
    return holds ? Optional.empty() : Optional.of(reason);
  }

  private static boolean pairsHold(Draft draft, String text) {
    Facts seen = Facts.of(seen(draft));
    return new Pairs(seen, isNarrowed(draft)).hold(Headings.carriedNames(text, seen));
  }

  /** What the model found and what the message needs. */
  private static List<ToolUse> seen(Draft draft) {
    return Stream.concat(Sources.onDaysAskedFor(draft).stream(), draft.right().stream()).toList();
  }

  private static boolean isOfRules(Draft draft) {
    return OF_RULES.containsAll(draft.intents());
  }

  private static boolean isNarrowed(Draft draft) {
    return draft.understood().wishes().stream()
        .anyMatch(wish -> wish.slots().has(Slot.FEE_TYPE) || wish.slots().has(Slot.BILL_NO));
  }

  /** Of bills only after a look at them; small talk without figures. */
  private static boolean isOnTopic(Draft draft, String words) {
    if (draft.needsNoTool()) {
      return Amount.in(words).isEmpty()
          && (draft.wants(Intent.SMALLTALK) || ON_TOPIC.matcher(words).find());
    }
    boolean looked = draft.uses().stream().anyMatch(use -> !use.result().has("problem"));
    boolean figureAlone = words.codePoints().noneMatch(Character::isLetter);
    return looked
        && (figureAlone || ON_TOPIC.matcher(words).find() || !FeeNames.in(words).isEmpty());
  }

  /** The rules of the library that the model was shown. */
  private static String rules(Draft draft) {
    return draft.uses().stream()
        .flatMap(use -> use.result().path("passages").valueStream())
        .map(passage -> passage.path("text").asText().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("\n"));
  }

  /** The text with the exact amount in place of a round one that is said to be about it. */
  private static String exact(String text, Facts found) {
    return ABOUT
        .matcher(text)
        .replaceAll(
            said -> {
              BigDecimal round = new BigDecimal(said.group(1).replace(",", ""));
              return Matcher.quoteReplacement(
                  found.sums().stream()
                      .map(Facts.Sum::amount)
                      .filter(amount -> isRounded(amount, round))
                      .findFirst()
                      .map(BigDecimal::toPlainString)
                      .orElse(said.group()));
            });
  }

  /** Rounded to yuan, tens or hundreds, and not further than one in a hundred away. */
  private static boolean isRounded(BigDecimal amount, BigDecimal round) {
    boolean near = amount.subtract(round).abs().movePointRight(2).compareTo(amount) <= 0;
    return near
        && Stream.of(0, 1, 2)
            .anyMatch(
                places ->
                    amount
                            .movePointLeft(places)
                            .setScale(0, RoundingMode.HALF_UP)
                            .movePointRight(places)
                            .compareTo(round)
                        == 0);
  }
}
