package org.feewise.assistant.proposals;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.feewise.assistant.identity.Role;
import org.jboss.resteasy.reactive.RestPath;

/** What the chat proposed to the signed-in citizen, for programs. */
@Path("/api/v1/me/proposals/{proposalId}")
@RolesAllowed(Role.Name.CITIZEN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "proposals")
class ProposalResource {
  private final MyProposals proposals;

  ProposalResource(MyProposals proposals) {
    this.proposals = proposals;
  }

  @GET
  @Operation(summary = "What would be done, exactly and in words")
  @APIResponse(responseCode = "200", description = "the proposal")
  @APIResponse(responseCode = "404", description = "I have no proposal of that id")
  public ProposalView show(@RestPath String proposalId) {
    return proposals.of(proposalId);
  }

  @POST
  @Path("confirm")
  @Operation(summary = "Have it done, once", description = "Confirming again changes nothing.")
  @APIResponse(responseCode = "200", description = "it was done")
  @APIResponse(responseCode = "404", description = "I have no proposal of that id")
  @APIResponse(responseCode = "409", description = "it was declined or has expired")
  public ProposalView confirm(@RestPath String proposalId) {
    return proposals.confirm(proposalId);
  }

  @POST
  @Path("decline")
  @Operation(summary = "Drop it", description = "Declining again changes nothing.")
  @APIResponse(responseCode = "200", description = "it was dropped")
  @APIResponse(responseCode = "404", description = "I have no proposal of that id")
  @APIResponse(responseCode = "409", description = "it was done already")
  public ProposalView decline(@RestPath String proposalId) {
    return proposals.decline(proposalId);
  }
}
