package org.feewise.assistant.chat.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity(name = "Conversation")
@Table(name = "conversation")
class ConversationRow {
  @Id
  @Column(name = "conversation_id")
  String conversationId;

  @Column(name = "citizen_id")
  String citizenId;

  String locale;

  @Column(name = "started_at")
  Instant startedAt;

  @Column(name = "last_at")
  Instant lastAt;

  @Column(name = "topic_cipher")
  byte[] topic;
}
