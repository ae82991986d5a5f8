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
 */
public record Topic(Optional<Intent> intent, Slots slots, List<FeeType> choices) {
  public static final Topic NONE = new Topic(Optional.empty(), Slots.NONE, List.of());

  public Topic {
    choices = List.copyOf(choices);
  }
}
