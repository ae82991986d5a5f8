package org.feewise.assistant.chat.dialogue;

import java.util.List;
import java.util.Optional;
import org.feewise.assistant.chat.slots.Slots;
import org.feewise.assistant.chat.understanding.Intent;
import org.feewise.assistant.chat.understanding.Language;

/**
 * What one message of a conversation means.
 *
 * @param text the message in normal form
 * @param confidence probability that the intent is right
 * @param runnerUp the next likely intent
 * @param topic what the conversation is about after its first wish
 * @param also the second wish of a message that names two
 */
public record Understood(
    String text,
    Language language,
    Intent intent,
    Slots slots,
    double confidence,
    Intent runnerUp,
    Topic topic,
    Optional<Understood> also) {
  private static final double SURE = 0.4;
  private static final double SURE_TO_REFUSE = 0.7;

  /** Whether it is certain enough to act on. */
  public boolean isSure() {
    return confidence >= SURE;
  }

  /** Whether it is certain enough not to be served; less may be a slip of the fingers. */
  public boolean isSureToRefuse() {
    return confidence >= SURE_TO_REFUSE
        && (intent == Intent.OUT_OF_SCOPE || intent == Intent.UNSAFE);
  }

  /** Whether it is so uncertain that the other reading should be offered too. */
  public boolean isDoubtful() {
    return !isSure() && !intent.isAside();
  }

  /** The wishes of the message, in the order said. */
  public List<Understood> wishes() {
    return also.map(second -> List.of(this, second)).orElseGet(() -> List.of(this));
  }

  /** The same, with its two likeliest readings kept for the next message to pick from. */
  Understood asked() {
    Doubt doubt = new Doubt(text, List.of(intent, runnerUp));
    return new Understood(
        text, language, intent, slots, confidence, runnerUp, topic.with(Optional.of(doubt)), also);
  }

  Understood and(Understood second) {
    return new Understood(
        text, language, intent, slots, confidence, runnerUp, topic, Optional.of(second));
  }

  /** What the conversation is about after the whole message. */
  public Topic after() {
    return also.map(Understood::topic).orElse(topic);
  }
}
