package org.feewise.assistant.chat.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A turn; its reply is the whole answer as JSON. */
@Entity(name = "ConversationTurn")
@Table(name = "conversation_turn")
@IdClass(TurnRow.Key.class)
class TurnRow {
  @Id
  @Column(name = "conversation_id")
  String conversationId;

  /** Counts from 0. */
  @Id int turn;

  @Column(name = "said_cipher")
  byte[] said;

  @Column(name = "reply_cipher")
  byte[] reply;

  /** Cards and who worded the reply; null of turns kept before there were any. */
  @Column(name = "beside_cipher")
  byte[] beside;

  /** Null of turns kept before it was kept with each. */
  @Column(name = "topic_cipher")
  byte[] topic;

  /** Null where the request had no key. */
  @Column(name = "request_id")
  String requestId;

  Instant at;

  record Key(String conversationId, int turn) {}
}
