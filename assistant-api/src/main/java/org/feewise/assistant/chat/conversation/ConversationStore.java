package org.feewise.assistant.chat.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.feewise.assistant.chat.dialogue.Topic;
import org.feewise.assistant.chat.reply.Answer;
import org.feewise.assistant.identity.PersonalCipher;

/** Keeps conversations, encrypted with their citizen's id bound to every value. */
@ApplicationScoped
public class ConversationStore {
  private final ConversationRows conversations;
  private final TurnRows turns;
  private final PersonalCipher cipher;
  private final ObjectMapper json;

  ConversationStore(
      ConversationRows conversations, TurnRows turns, PersonalCipher cipher, ObjectMapper json) {
    this.conversations = conversations;
    this.turns = turns;
    this.cipher = cipher;
    this.json = json;
  }

  /** What is kept of a turn beside its words. */
  private record Beside(Cards cards, Answer.Author author) {
    static final Beside OF_OLD = new Beside(Cards.NONE, Answer.Author.HOUSE);
  }

  /** The citizen's conversation of that id; empty when there is none or it is another's. */
  public Optional<Conversation> find(String citizenId, String conversationId) {
    return QuarkusTransaction.requiringNew()
        .call(() -> conversations.of(citizenId, conversationId).map(this::opened));
  }

  /** The conversation in which the citizen said something last. */
  public Optional<Conversation> latest(String citizenId) {
    return QuarkusTransaction.requiringNew()
        .call(() -> conversations.latest(citizenId, 1).stream().findFirst().map(this::opened));
  }

  /** The citizen's conversations, the latest first. */
  public List<Conversation.Outline> latest(String citizenId, int most) {
    return QuarkusTransaction.requiringNew()
        .call(() -> conversations.latest(citizenId, most).stream().map(this::outline).toList());
  }

  /** Deletes a conversation with all that was said in it; false where the citizen has none. */
  public boolean delete(String citizenId, String conversationId) {
    return QuarkusTransaction.requiringNew()
        .call(() -> conversations.delete(citizenId, conversationId));
  }

  /** The conversation as it stood after the turn that answered a request. */
  Optional<Conversation> answered(String citizenId, String requestId) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                turns
                    .askedBy(requestId)
                    .flatMap(
                        turn ->
                            conversations
                                .of(citizenId, turn.conversationId)
                                .map(row -> opened(row).after(turn.turn + 1))));
  }

  /**
   * Adds a turn in place of those that its message replaces, whole or not at all.
   *
   * @return false when another turn has been added since; then nothing changed
   */
  boolean add(Asked asked, Conversation.Turn turn) {
    return QuarkusTransaction.requiringNew().call(() -> added(asked, turn));
  }

  /** Takes the turn of a request back where it is the last; the topic goes back with it. */
  void remove(String citizenId, String requestId) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                turns
                    .askedBy(requestId)
                    .ifPresent(
                        turn ->
                            conversations
                                .locked(citizenId, turn.conversationId)
                                .ifPresent(row -> removeLast(row, turn))));
  }

  private void removeLast(ConversationRow row, TurnRow turn) {
    Conversation conversation = opened(row);
    if (conversation.turns().size() != turn.turn + 1) {
      return;
    }
    if (turn.turn == 0) {
      conversations.delete(row.citizenId, row.conversationId);
      return;
    }
    turns.deleteFrom(row.conversationId, turn.turn);
    row.topic = closed(conversation.after(turn.turn).topic(), row.citizenId);
  }

  private boolean added(Asked asked, Conversation.Turn turn) {
    Conversation before = asked.conversation();
    ConversationRow row =
        conversations
            .locked(before.citizenId(), before.id())
            .orElseGet(() -> fresh(before, turn, asked.locale()));
    if (turns.count(before.id()) != asked.onFile()) {
      return false;
    }
    turns.deleteFrom(before.id(), turn.number());
    row.lastAt = turn.at();
    row.topic = closed(turn.topic(), before.citizenId());
    conversations.persist(row);
    turns.persist(closed(before, turn, asked.requestId().orElse(null)));
    return true;
  }

  private Conversation.Outline outline(ConversationRow row) {
    String began =
        turns
            .first(row.conversationId)
            .map(turn -> cipher.decrypt(turn.said, row.citizenId))
            .orElse("");
    return new Conversation.Outline(row.conversationId, began, row.lastAt);
  }

  private static ConversationRow fresh(
      Conversation conversation, Conversation.Turn turn, Locale locale) {
    ConversationRow row = new ConversationRow();
    row.conversationId = conversation.id();
    row.citizenId = conversation.citizenId();
    row.locale = locale.toLanguageTag();
    row.startedAt = turn.at();
    return row;
  }

  private TurnRow closed(Conversation conversation, Conversation.Turn turn, String requestId) {
    String citizenId = conversation.citizenId();
    TurnRow row = new TurnRow();
    row.conversationId = conversation.id();
    row.turn = turn.number();
    row.said = cipher.encrypt(turn.said(), citizenId);
    row.reply = cipher.encrypt(write(turn.answer()), citizenId);
    row.beside = cipher.encrypt(write(new Beside(turn.cards(), turn.author())), citizenId);
    row.topic = closed(turn.topic(), citizenId);
    row.requestId = requestId;
    row.at = turn.at();
    return row;
  }

  private byte[] closed(Topic topic, String citizenId) {
    return cipher.encrypt(TopicState.write(topic), citizenId);
  }

  private Conversation opened(ConversationRow row) {
    List<Conversation.Turn> read =
        turns.of(row.conversationId).stream().map(turn -> opened(turn, row.citizenId)).toList();
    return new Conversation(
        row.conversationId, row.citizenId, topic(row.topic, row.citizenId), read);
  }

  private Conversation.Turn opened(TurnRow row, String citizenId) {
    Beside beside =
        row.beside == null
            ? Beside.OF_OLD
            : read(cipher.decrypt(row.beside, citizenId), Beside.class);
    return new Conversation.Turn(
        row.turn,
        cipher.decrypt(row.said, citizenId),
        read(cipher.decrypt(row.reply, citizenId), ChatReply.class),
        beside.cards(),
        beside.author(),
        row.topic == null ? Topic.NONE : topic(row.topic, citizenId),
        row.at);
  }

  private Topic topic(byte[] closed, String citizenId) {
    return TopicState.read(cipher.decrypt(closed, citizenId));
  }

  private String write(Object kept) {
    try {
      return json.writeValueAsString(kept);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what a conversation keeps cannot be written as JSON", e);
    }
  }

  private <T> T read(String kept, Class<T> type) {
    try {
      return json.readValue(kept, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what a conversation kept cannot be read", e);
    }
  }
}
