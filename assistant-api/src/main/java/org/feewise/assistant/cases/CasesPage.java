package org.feewise.assistant.cases;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.feewise.assistant.identity.CallerLocale;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.identity.SignedInCitizen;
import org.feewise.assistant.reminders.ListPage;
import org.jboss.resteasy.reactive.RestQuery;

/** The citizen's cases with their answers. */
@Path("/cases")
@RolesAllowed(Role.Name.CITIZEN)
@Produces(MediaType.TEXT_HTML)
class CasesPage {
  private final Cases cases;
  private final SignedInCitizen citizen;
  private final CallerLocale caller;
  private final Template page;

  CasesPage(
      Cases cases,
      SignedInCitizen citizen,
      CallerLocale caller,
      @Location("cases/cases.html") Template page) {
    this.cases = cases;
    this.citizen = citizen;
    this.caller = caller;
    this.page = page;
  }

  @GET
  public String show(@RestQuery String next) {
    return page.data("words", caller.words(CasesPage.class, "cases"))
        .data("cases", cases.of(citizen.id(), ListPage.page(next)))
        .render();
  }
}
