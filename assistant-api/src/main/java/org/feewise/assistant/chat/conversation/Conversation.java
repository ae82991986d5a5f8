package org.feewise.assistant.chat.conversation;

import java.time.Instant;
import java.util.List;
import org.feewise.assistant.chat.dialogue.Topic;

/**
 * A citizen's conversation as it stands.
 *
 * @param topic what it is about, for messages that only go on
 * @param turns oldest first; none of a conversation that begins
 */
record Conversation(String id, String citizenId, Topic topic, List<Turn> turns) {
  Conversation {
    turns = List.copyOf(turns);
  }

  static Conversation begun(String id, String citizenId) {
    return new Conversation(id, citizenId, Topic.NONE, List.of());
  }

  /** A message and its answer. */
  record Turn(String said, ChatReply answer, Instant at) {}
}
