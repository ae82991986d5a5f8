package org.feewise.assistant.proposals;

import java.time.Instant;

/**
 * A change that was proposed to a citizen.
 *
 * @param decidedAt null while it waits for a decision
 * @param outcome what came of a confirmed one: a plan's id, a case's or a payment order's number;
 *     null where it has none
 */
public record Proposal(
    String id,
    String citizenId,
    ProposedCall call,
    Instant expiresAt,
    State state,
    Instant decidedAt,
    String outcome) {

  /** Where it stands. */
  public enum State {
    WAITING,
    CONFIRMED,
    DECLINED,
    EXPIRED
  }
}
