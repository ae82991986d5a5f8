package org.feewise.assistant.chat.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.feewise.assistant.chat.dialogue.Topic;
import org.feewise.assistant.identity.PersonalCipher;

/** Keeps conversations, encrypted with their citizen's id bound to every value. */
@ApplicationScoped
class ConversationStore {
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

  /** The citizen's conversation of that id; empty when there is none or it is another's. */
  Optional<Conversation> find(String citizenId, String conversationId) {
    return QuarkusTransaction.requiringNew()
        .call(() -> conversations.of(citizenId, conversationId).map(this::opened));
  }

  /** The conversation in which the citizen said something last. */
  Optional<Conversation> latest(String citizenId) {
    return QuarkusTransaction.requiringNew()
        .call(() -> conversations.latest(citizenId).map(this::opened));
  }

  /**
   * Adds a turn, whole or not at all.
   *
   * @param before the conversation as it was when the message was said
   * @return false when another turn has been added since; then nothing changed
   */
  boolean add(Conversation before, Conversation.Turn turn, Topic topic, Locale locale) {
    return QuarkusTransaction.requiringNew().call(() -> added(before, turn, topic, locale));
  }

  private boolean added(Conversation before, Conversation.Turn turn, Topic topic, Locale locale) {
    ConversationRow row =
        conversations
            .locked(before.citizenId(), before.id())
            .orElseGet(() -> fresh(before, turn, locale));
    if (turns.count(before.id()) != before.turns().size()) {
      return false;
    }
    row.lastAt = turn.at();
    row.topic = cipher.encrypt(TopicState.write(topic), before.citizenId());
    conversations.persist(row);
    turns.persist(closed(before, turn));
    return true;
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

  private TurnRow closed(Conversation conversation, Conversation.Turn turn) {
    TurnRow row = new TurnRow();
    row.conversationId = conversation.id();
    row.turn = conversation.turns().size();
    row.said = cipher.encrypt(turn.said(), conversation.citizenId());
    row.reply = cipher.encrypt(write(turn.answer()), conversation.citizenId());
    row.at = turn.at();
    return row;
  }

  private Conversation opened(ConversationRow row) {
    List<Conversation.Turn> read =
        turns.of(row.conversationId).stream().map(turn -> opened(turn, row.citizenId)).toList();
    Topic topic = TopicState.read(cipher.decrypt(row.topic, row.citizenId));
    return new Conversation(row.conversationId, row.citizenId, topic, read);
  }

  private Conversation.Turn opened(TurnRow row, String citizenId) {
    return new Conversation.Turn(
        cipher.decrypt(row.said, citizenId), read(cipher.decrypt(row.reply, citizenId)), row.at);
  }

  private String write(ChatReply reply) {
    try {
      return json.writeValueAsString(reply);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a reply cannot be written as JSON", e);
    }
  }

  private ChatReply read(String reply) {
    try {
      return json.readValue(reply, ChatReply.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept reply cannot be read", e);
    }
  }
}
