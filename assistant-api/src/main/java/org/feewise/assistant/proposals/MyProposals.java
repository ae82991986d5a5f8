package org.feewise.assistant.proposals;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.feewise.assistant.identity.CallerLocale;
import org.feewise.assistant.identity.SignedInCitizen;
import org.feewise.assistant.plans.KeptPlan;
import org.feewise.assistant.plans.KeptPlans;
import org.feewise.assistant.plans.PlanView;
import org.feewise.models.words.Words;

/** The signed-in citizen's proposals, in the language of the request. */
@RequestScoped
class MyProposals {
  private final Proposals proposals;
  private final KeptPlans plans;
  private final SignedInCitizen citizen;
  private final CallerLocale caller;

  MyProposals(Proposals proposals, KeptPlans plans, SignedInCitizen citizen, CallerLocale caller) {
    this.proposals = proposals;
    this.plans = plans;
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

  Words words() {
    return caller.words(MyProposals.class, "proposals");
  }

  private ProposalView view(Proposal proposal) {
    Optional<PlanView> plan =
        proposal.call() instanceof ProposedCall.AcceptPlan accept
            ? plans.of(citizen.id(), accept.planId()).map(KeptPlan::plan)
            : Optional.empty();
    return new ProposalView(
        proposal.id(),
        proposal.call(),
        Effect.of(proposal.call(), plan, words()),
        proposal.state(),
        proposal.expiresAt(),
        proposal.outcome());
  }
}
