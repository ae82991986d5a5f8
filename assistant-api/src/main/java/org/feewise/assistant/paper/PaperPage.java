package org.feewise.assistant.paper;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.feewise.assistant.identity.CallerLocale;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.identity.SignedInCitizen;
import org.feewise.assistant.paper.notice.Field;
import org.feewise.assistant.problems.Problem;
import org.feewise.models.fees.FeeType;
import org.feewise.models.fees.Surcharges;
import org.feewise.models.fees.catalogue.FeeCatalogue;

/** Where a citizen hands in a photo of a paper bill and reads, on the same page, what it is. */
@Path("/paper")
@RolesAllowed(Role.Name.CITIZEN)
@Produces(MediaType.TEXT_HTML)
class PaperPage {
  private final PaperBills papers;
  private final SignedInCitizen citizen;
  private final CallerLocale caller;
  private final FeeCatalogue catalogue;
  private final Template page;

  PaperPage(
      PaperBills papers,
      SignedInCitizen citizen,
      CallerLocale caller,
      Surcharges surcharges,
      @Location("paper/paper.html") Template page) {
    this.papers = papers;
    this.citizen = citizen;
    this.caller = caller;
    this.catalogue = surcharges.catalogue();
    this.page = page;
  }

  @GET
  public String show() {
    return content(null, null);
  }

  /** The form comes here with its file taken out of it. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RequestBody(
      content =
          @Content(mediaType = Multipart.TYPE, schema = @Schema(implementation = PaperFile.class)))
  public Response read(@Context RoutingContext exchange) {
    try {
      PaperReply reply = papers.read(citizen.id(), Upload.of(exchange), caller.locale());
      return Response.ok(content(reply, null))
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .build();
    } catch (Problem problem) {
      Response.ResponseBuilder answer =
          Response.status(problem.status())
              .entity(content(null, problem.sentence(caller.locale())));
      if (problem.retryAfter() != null) {
        answer.header(HttpHeaders.RETRY_AFTER, problem.retryAfter().toSeconds() + 1);
      }
      return answer.build();
    }
  }

  private String content(PaperReply reply, String problem) {
    return page.data("words", caller.words(PaperPage.class, "paper"))
        .data("megabytes", Long.toString(papers.mostMegabytes()))
        .data("fee", reply == null ? null : fee(reply))
        .data("reply", reply)
        .data("problem", problem)
        .render();
  }

  /** The name of the fee that was read. */
  private String fee(PaperReply reply) {
    return reply.read().stream()
        .filter(field -> field.field() == Field.FEE_TYPE)
        .map(field -> catalogue.title(FeeType.valueOf(field.value())).in(caller.locale()))
        .findFirst()
        .orElse("");
  }
}
