package org.feewise.assistant.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.reminders.ListPage;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The cases that wait for an answer, for the operator's programs. */
@Path("/api/v1/cases")
@RolesAllowed(Role.Name.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
class CaseDeskResource {
  private final Cases cases;

  CaseDeskResource(Cases cases) {
    this.cases = cases;
  }

  /** What an operator answers. */
  public record Reply(String answer) {}

  @GET
  @Operation(summary = "Cases that wait for an answer, the longest waiting first")
  public ListPage<ServiceCase> open(@RestQuery String next) {
    return cases.open(ListPage.page(next));
  }

  @POST
  @Path("{caseId}/close")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Answer a case and close it")
  @APIResponse(responseCode = "200", description = "the closed case")
  @APIResponse(responseCode = "400", description = "the answer is blank or too long")
  @APIResponse(responseCode = "404", description = "there is no case of that number")
  @APIResponse(responseCode = "409", description = "it was answered already")
  public ServiceCase close(@RestPath String caseId, Reply reply) {
    return cases.close(caseId, reply == null ? null : reply.answer());
  }
}
