package org.feewise.assistant.chat.conversation;

import java.time.Instant;
import java.util.List;
import org.feewise.assistant.chat.dialogue.Topic;
import org.feewise.assistant.chat.reply.Answer;

/**
 * A citizen's conversation as it stands.
 *
 * @param topic what it is about, for messages that only go on
 * @param turns oldest first; none of a conversation that begins
 */
public record Conversation(String id, String citizenId, Topic topic, List<Turn> turns) {
  public Conversation {
    turns = List.copyOf(turns);
  }

  public static Conversation begun(String id, String citizenId) {
    return new Conversation(id, citizenId, Topic.NONE, List.of());
  }

  /** As it was after so many turns. */
  Conversation after(int count) {
    return count == turns.size()
        ? this
        : new Conversation(
            id,
            citizenId,
            count == 0 ? Topic.NONE : turns.get(count - 1).topic(),
            turns.subList(0, count));
  }

  /**
   * A message and its answer.
   *
   * @param number of the turn, from 0
   * @param author whose words the reply is in
   * @param topic what the conversation is about after it
   */
  public record Turn(
      int number,
      String said,
      ChatReply answer,
      Cards cards,
      Answer.Author author,
      Topic topic,
      Instant at) {

    /** Whether a language model worded the reply. */
    public boolean byModel() {
      return author == Answer.Author.MODEL;
    }
  }

  /** A conversation in a list of them. */
  public record Outline(String id, String began, Instant lastAt) {}
}
