package org.feewise.assistant.proposals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.feewise.assistant.identity.PersonalCipher;
import org.feewise.assistant.problems.Problem;

/**
 * Keeps what is proposed to citizens and carries out what they confirm: each once, in the
 * transaction that notes the decision, so that both happen or neither.
 */
@ApplicationScoped
public class Proposals {
  private static final Duration GOOD_FOR = Duration.ofDays(1);
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final ProposalRows rows;
  private final CarriedOut carriedOut;
  private final PersonalCipher cipher;
  private final ObjectMapper json;
  private final Clock clock;

  Proposals(
      ProposalRows rows,
      CarriedOut carriedOut,
      PersonalCipher cipher,
      ObjectMapper json,
      Clock clock) {
    this.rows = rows;
    this.carriedOut = carriedOut;
    this.cipher = cipher;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Keeps a change until the citizen decides; it is good for a day.
   *
   * @return the id of the proposal
   */
  @Transactional
  public String propose(String citizenId, ProposedCall call) {
    Instant now = clock.instant();
    rows.forgetExpired(citizenId, now.minus(REMEMBERED));
    ProposalRow row = new ProposalRow();
    row.proposalId = UUID.randomUUID().toString();
    row.citizenId = citizenId;
    row.madeAt = now;
    row.expiresAt = now.plus(GOOD_FOR);
    row.call = cipher.encrypt(write(call), citizenId);
    rows.persist(row);
    return row.proposalId;
  }

  /**
   * One of the citizen's proposals.
   *
   * @throws Problem 404 when the citizen has none of that id
   */
  @Transactional
  public Proposal of(String citizenId, String id) {
    return read(rows.of(citizenId, id).orElseThrow(Proposals::none));
  }

  /**
   * Carries a proposal out. Confirming it again changes nothing and answers the same.
   *
   * @throws Problem 404 when the citizen has none of that id, 409 when it was declined, has expired
   *     or can no longer be done
   */
  @Transactional
  public Proposal confirm(String citizenId, String id) {
    ProposalRow row = rows.locked(citizenId, id).orElseThrow(Proposals::none);
    switch (row.state(clock.instant())) {
      case CONFIRMED -> {}
      case DECLINED ->
          throw new Problem(Proposals.class, 409, "proposal-declined").at("proposalId");
      case EXPIRED -> throw new Problem(Proposals.class, 409, "proposal-expired").at("proposalId");
      case WAITING -> {
        row.outcome = carriedOut.by(citizenId, read(row).call());
        decide(row, ProposalRow.CONFIRMED);
      }
    }
    return read(row);
  }

  /**
   * Drops a proposal. Declining it again changes nothing.
   *
   * @throws Problem 404 when the citizen has none of that id, 409 when it was carried out already
   */
  @Transactional
  public Proposal decline(String citizenId, String id) {
    ProposalRow row = rows.locked(citizenId, id).orElseThrow(Proposals::none);
    switch (row.state(clock.instant())) {
      case CONFIRMED ->
          throw new Problem(Proposals.class, 409, "proposal-confirmed").at("proposalId");
      case DECLINED -> {}
      case EXPIRED, WAITING -> decide(row, ProposalRow.DECLINED);
    }
    return read(row);
  }

  private void decide(ProposalRow row, String decision) {
    row.decision = decision;
    row.decidedAt = clock.instant();
  }

  private static Problem none() {
    return new Problem(Proposals.class, 404, "no-such-proposal").at("proposalId");
  }

  private Proposal read(ProposalRow row) {
    try {
      return new Proposal(
          row.proposalId,
          row.citizenId,
          json.readValue(cipher.decrypt(row.call, row.citizenId), ProposedCall.class),
          row.expiresAt,
          row.state(clock.instant()),
          row.decidedAt,
          row.outcome);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept proposal cannot be read", e);
    }
  }

  private String write(ProposedCall call) {
    try {
      return json.writerFor(ProposedCall.class).writeValueAsString(call);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a proposal cannot be written as JSON", e);
    }
  }
}
