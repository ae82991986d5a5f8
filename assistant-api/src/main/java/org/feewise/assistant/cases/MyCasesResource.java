package org.feewise.assistant.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.identity.SignedInCitizen;
import org.feewise.assistant.reminders.ListPage;
import org.jboss.resteasy.reactive.RestQuery;

/** Cases of the signed-in citizen, for programs. */
@Path("/api/v1/me/cases")
@RolesAllowed(Role.Name.CITIZEN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
class MyCasesResource {
  private final Cases cases;
  private final SignedInCitizen citizen;

  MyCasesResource(Cases cases, SignedInCitizen citizen) {
    this.cases = cases;
    this.citizen = citizen;
  }

  @GET
  @Operation(summary = "What I asked an office to look into, the latest first")
  public ListPage<CaseView> mine(@RestQuery String next) {
    ListPage<ServiceCase> found = cases.of(citizen.id(), ListPage.page(next));
    return new ListPage<>(found.items().stream().map(CaseView::of).toList(), found.next());
  }
}
