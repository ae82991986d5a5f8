package org.feewise.assistant.proposals;

import java.time.Instant;

/**
 * A proposal as its citizen reads it.
 *
 * @param possible whether confirming it now would do it; where not, the effect says why
 * @param outcome the plan's id, the case's or the payment order's number of a confirmed one; null
 *     where it has none
 */
public record ProposalView(
    String id,
    ProposedCall call,
    Effect effect,
    Proposal.State state,
    Instant expiresAt,
    boolean possible,
    String outcome) {

  /** The number of the case that was opened; null when none was. */
  public String caseNumber() {
    return call instanceof ProposedCall.OpenCase ? outcome : null;
  }

  /** The number of the payment order that was made; null when none was. */
  public String orderNo() {
    return call instanceof ProposedCall.StartPayment ? outcome : null;
  }
}
