package org.feewise.assistant.proposals;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity(name = "Proposal")
@Table(name = "proposal")
class ProposalRow {
  static final String CONFIRMED = "CONFIRMED";
  static final String DECLINED = "DECLINED";

  @Id
  @Column(name = "proposal_id")
  String proposalId;

  @Column(name = "citizen_id")
  String citizenId;

  @Column(name = "made_at")
  Instant madeAt;

  @Column(name = "expires_at")
  Instant expiresAt;

  @Column(name = "call_cipher")
  byte[] call;

  @Column(name = "decision")
  String decision;

  @Column(name = "decided_at")
  Instant decidedAt;

  @Column(name = "outcome")
  String outcome;

  Proposal.State state(Instant now) {
    if (decision != null) {
      return decision.equals(CONFIRMED) ? Proposal.State.CONFIRMED : Proposal.State.DECLINED;
    }
    return expiresAt.isAfter(now) ? Proposal.State.WAITING : Proposal.State.EXPIRED;
  }
}
