package org.feewise.assistant.chat.conversation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The turns of conversations. */
@ApplicationScoped
class TurnRows implements PanacheRepositoryBase<TurnRow, TurnRow.Key> {

  List<TurnRow> of(String conversationId) {
    return list("conversationId = ?1 order by turn", conversationId);
  }

  Optional<TurnRow> first(String conversationId) {
    return find("conversationId = ?1 and turn = 0", conversationId).firstResultOptional();
  }

  int count(String conversationId) {
    return Math.toIntExact(count("conversationId", conversationId));
  }

  Optional<TurnRow> askedBy(String requestId) {
    return find("requestId", requestId).firstResultOptional();
  }

  void deleteFrom(String conversationId, int turn) {
    delete("conversationId = ?1 and turn >= ?2", conversationId, turn);
  }
}
