package org.feewise.assistant.cases;

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
import org.feewise.assistant.reminders.ListPage;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The operator's desk: each open case with what was said and a form for the answer. */
@Path("/operations/cases")
@RolesAllowed(Role.Name.OPERATOR)
@Produces(MediaType.TEXT_HTML)
class CaseDeskPage {
  private final Cases cases;
  private final CallerLocale caller;
  private final Template page;

  CaseDeskPage(Cases cases, CallerLocale caller, @Location("cases/desk.html") Template page) {
    this.cases = cases;
    this.caller = caller;
    this.page = page;
  }

  @GET
  public String show(@RestQuery String closed, @RestQuery String next) {
    return content(ListPage.page(next), closed, null);
  }

  @POST
  @Path("{caseId}/close")
  public Response close(@RestPath String caseId, @RestForm String answer) {
    try {
      cases.close(caseId, answer);
      return Response.seeOther(URI.create("/operations/cases?closed=yes")).build();
    } catch (Problem problem) {
      return Response.status(problem.status())
          .entity(content(0, null, problem.sentence(caller.locale())))
          .build();
    }
  }

  private String content(int number, String closed, String problem) {
    return page.data("words", caller.words(CaseDeskPage.class, "cases"))
        .data("cases", cases.open(number))
        .data("closed", closed != null)
        .data("problem", problem)
        .data("longest", Cases.LONGEST_ANSWER)
        .render();
  }
}
