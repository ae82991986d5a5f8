package org.feewise.assistant.chat.conversation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** The conversations, always of one citizen. */
@ApplicationScoped
class ConversationRows implements PanacheRepositoryBase<ConversationRow, String> {

  Optional<ConversationRow> of(String citizenId, String conversationId) {
    return find("citizenId = ?1 and conversationId = ?2", citizenId, conversationId)
        .firstResultOptional();
  }

  /** The same, locked until the transaction ends. */
  Optional<ConversationRow> locked(String citizenId, String conversationId) {
    return find("citizenId = ?1 and conversationId = ?2", citizenId, conversationId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** The citizen's, the latest first. */
  List<ConversationRow> latest(String citizenId, int most) {
    return find("citizenId = ?1 order by lastAt desc, conversationId", citizenId)
        .page(0, most)
        .list();
  }

  /** Deletes one of the citizen's with its turns; false where there is none. */
  boolean delete(String citizenId, String conversationId) {
    return delete("citizenId = ?1 and conversationId = ?2", citizenId, conversationId) > 0;
  }
}
