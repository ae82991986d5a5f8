package org.feewise.assistant.chat.dialogue;

import java.util.List;
import java.util.Optional;
import org.feewise.assistant.chat.slots.Slots;
import org.feewise.assistant.chat.understanding.Intent;
import org.feewise.models.fees.FeeType;

/**
 * What a conversation is about so far.
 *
 * @param intent the last wish that was about a fee, empty at the start
 * @param slots the details known by then
 * @param choices fees named together, for a later "the second one"
 * @param last what the message before wanted, about a fee or not; empty at the start
 * @param doubt the message before, where it could mean two things
 * @param told the figure that the answer before came to
 */
public record Topic(
    Optional<Intent> intent,
    Slots slots,
    List<FeeType> choices,
    Optional<Intent> last,
    Optional<Doubt> doubt,
    Optional<Told> told) {
  public static final Topic NONE =
      new Topic(
          Optional.empty(),
          Slots.NONE,
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public Topic {
    choices = List.copyOf(choices);
  }

  /** The same after a message that was about no fee of the citizen's own. */
  Topic after(Intent aside) {
    return new Topic(intent, slots, choices, Optional.of(aside), Optional.empty(), told);
  }

  Topic with(Optional<Doubt> doubtful) {
    return new Topic(intent, slots, choices, last, doubtful, told);
  }

  /** The same with the figure that the answer came to. */
  public Topic told(Optional<Told> figure) {
    return new Topic(intent, slots, choices, last, doubt, figure);
  }
}
