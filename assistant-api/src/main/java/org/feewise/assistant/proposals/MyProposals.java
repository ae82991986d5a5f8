package org.feewise.assistant.proposals;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import org.feewise.assistant.identity.CallerLocale;
import org.feewise.assistant.identity.SignedInCitizen;
import org.feewise.assistant.payments.Quotes;
import org.feewise.assistant.plans.KeptPlan;
import org.feewise.assistant.plans.KeptPlans;
import org.feewise.assistant.plans.PlanView;
import org.feewise.assistant.problems.Problem;
import org.feewise.models.words.Words;

/** The signed-in citizen's proposals, in the language of the request. */
@RequestScoped
class MyProposals {
  private final Proposals proposals;
  private final KeptPlans plans;
  private final Quotes quotes;
  private final SignedInCitizen citizen;
  private final CallerLocale caller;

  MyProposals(
      Proposals proposals,
      KeptPlans plans,
      Quotes quotes,
      SignedInCitizen citizen,
      CallerLocale caller) {
    this.proposals = proposals;
    this.plans = plans;
    this.quotes = quotes;
    this.citizen = citizen;
    this.caller = caller;
  }

  ProposalView of(String id) {
    return view(proposals.of(citizen.id(), id));
  }

  ProposalView confirm(String id) {
    return view(proposals.confirm(citizen.id(), id));
  }

  ProposalView decline(String id) {
    return view(proposals.decline(citizen.id(), id));
  }

  /**
   * Proposes to pay a bill by the method that costs least.
   *
   * @return the id of the proposal
   * @throws Problem 400 without a number, 404 when the citizen has no such bill, 409 when it is
   *     paid or no method carries its amount
   */
  String toPay(String billNo) {
    if (billNo == null || billNo.isBlank()) {
      throw new Problem(MyProposals.class, 400, "bill-missing").at("billNo");
    }
    return quotes
        .of(citizen.id(), List.of(billNo), null)
        .map(quote -> proposals.propose(citizen.id(), ProposedCall.StartPayment.of(quote)))
        .orElseThrow(() -> new Problem(MyProposals.class, 409, "too-much-at-once").at("billNo"));
  }

  Words words() {
    return caller.words(MyProposals.class, "proposals");
  }

  private ProposalView view(Proposal proposal) {
    Optional<Problem> obstacle = obstacle(proposal);
    return new ProposalView(
        proposal.id(),
        proposal.call(),
        obstacle
            .map(problem -> new Effect(problem.sentence(caller.locale()), List.of()))
            .orElseGet(() -> Effect.of(proposal.call(), plan(proposal), words())),
        proposal.state(),
        proposal.expiresAt(),
        proposal.state() == Proposal.State.WAITING && obstacle.isEmpty(),
        proposal.outcome());
  }

  private Optional<PlanView> plan(Proposal proposal) {
    return proposal.call() instanceof ProposedCall.AcceptPlan accept
        ? plans.of(citizen.id(), accept.planId()).map(KeptPlan::plan)
        : Optional.empty();
  }

  /** Why a payment that waits for a decision could not be started now. */
  private Optional<Problem> obstacle(Proposal proposal) {
    return proposal.state() == Proposal.State.WAITING
            && proposal.call() instanceof ProposedCall.StartPayment start
        ? quotes.obstacle(citizen.id(), start.quote())
        : Optional.empty();
  }
}
