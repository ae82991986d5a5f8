package org.feewise.assistant.proposals;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.feewise.assistant.identity.CallerLocale;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.problems.Problem;
import org.jboss.resteasy.reactive.RestPath;

/** Shows what would be done and lets the citizen confirm or decline it. */
@Path("/proposals/{proposalId}")
@RolesAllowed(Role.Name.CITIZEN)
@Produces(MediaType.TEXT_HTML)
class ProposalPage {
  private final MyProposals proposals;
  private final CallerLocale caller;
  private final Template page;

  ProposalPage(
      MyProposals proposals,
      CallerLocale caller,
      @Location("proposals/proposal.html") Template page) {
    this.proposals = proposals;
    this.caller = caller;
    this.page = page;
  }

  @GET
  public String show(@RestPath String proposalId) {
    return content(proposalId, null);
  }

  @POST
  @Path("confirm")
  public Response confirm(@RestPath String proposalId) {
    return decided(proposalId, () -> proposals.confirm(proposalId));
  }

  @POST
  @Path("decline")
  public Response decline(@RestPath String proposalId) {
    return decided(proposalId, () -> proposals.decline(proposalId));
  }

  private Response decided(String id, Runnable decision) {
    try {
      decision.run();
      return Response.seeOther(URI.create("/proposals/" + id)).build();
    } catch (Problem problem) {
      if (problem.status() != Response.Status.CONFLICT.getStatusCode()) {
        throw problem;
      }
      return Response.status(problem.status())
          .entity(content(id, problem.sentence(caller.locale())))
          .build();
    }
  }

  private String content(String id, String problem) {
    return page.data("words", proposals.words())
        .data("proposal", proposals.of(id))
        .data("problem", problem)
        .render();
  }
}
