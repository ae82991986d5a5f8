package org.feewise.assistant.proposals;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;

/** What was proposed, always of one citizen. */
@ApplicationScoped
class ProposalRows implements PanacheRepositoryBase<ProposalRow, String> {

  Optional<ProposalRow> of(String citizenId, String proposalId) {
    return find("citizenId = ?1 and proposalId = ?2", citizenId, proposalId).firstResultOptional();
  }

  /** The same, held until the end of the transaction, so that two decisions come one by one. */
  Optional<ProposalRow> locked(String citizenId, String proposalId) {
    return find("citizenId = ?1 and proposalId = ?2", citizenId, proposalId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  void forgetExpired(String citizenId, Instant before) {
    delete("citizenId = ?1 and decision is null and expiresAt < ?2", citizenId, before);
  }
}
