package org.feewise.assistant.chat.conversation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The turns of conversations. */
@ApplicationScoped
class TurnRows implements PanacheRepositoryBase<TurnRow, TurnRow.Key> {

  List<TurnRow> of(String conversationId) {
    return list("conversationId = ?1 order by turn", conversationId);
  }

  int count(String conversationId) {
    return Math.toIntExact(count("conversationId", conversationId));
  }
}
