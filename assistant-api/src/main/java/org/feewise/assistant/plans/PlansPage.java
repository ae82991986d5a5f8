package org.feewise.assistant.plans;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.feewise.assistant.identity.CallerLocale;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.identity.SignedInCitizen;
import org.feewise.assistant.problems.Problem;
import org.feewise.models.money.Money;
import org.feewise.models.words.Words;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Asks for a monthly budget and shows up to three plans side by side. */
@Path("/plans")
@RolesAllowed(Role.Name.CITIZEN)
@Produces(MediaType.TEXT_HTML)
public class PlansPage {
  private final PaymentPlans plans;
  private final SignedInCitizen citizen;
  private final CallerLocale caller;
  private final Template page;

  PlansPage(
      PaymentPlans plans,
      SignedInCitizen citizen,
      CallerLocale caller,
      @Location("plans/plans.html") Template page) {
    this.plans = plans;
    this.citizen = citizen;
    this.caller = caller;
    this.page = page;
  }

  @GET
  public String form(@RestQuery String accepted) {
    return content("", null, null).data("accepted", accepted != null).render();
  }

  @POST
  public Response propose(@RestForm String budget) {
    String given = budget == null ? "" : budget.strip();
    try {
      Money monthly = given.isEmpty() ? null : Money.parse(given);
      PlanWish wish = PlanWish.anything().withMonthlyBudget(monthly);
      return Response.ok(answer(given, plans.propose(citizen.id(), wish, caller.locale()))).build();
    } catch (IllegalArgumentException e) {
      return Response.status(400).entity(refused(given, words().say("page.invalid"))).build();
    }
  }

  @POST
  @Path("{id}/accept")
  public Response accept(@RestPath String id) {
    return plans
        .accept(citizen.id(), id)
        .map(plan -> Response.seeOther(URI.create("/plans?accepted=yes")).build())
        .orElseThrow(() -> new Problem(PlansPage.class, 404, "no-such-plan").at("id"));
  }

  private String answer(String budget, PlanAdvice advice) {
    return switch (advice) {
      case PlanAdvice.Proposed proposed -> shown(budget, proposed.plans());
      case PlanAdvice.NothingOpen nothing -> shown(budget, List.of());
      case PlanAdvice.NoSuchBill missing -> shown(budget, List.of());
      case PlanAdvice.AlreadyPaid paid -> shown(budget, List.of());
      case PlanAdvice.Unusable unusable -> refused(budget, unusable.sentence());
    };
  }

  private String shown(String budget, List<PlanView> found) {
    return content(budget, found, null).data("accepted", false).render();
  }

  private String refused(String budget, String problem) {
    return content(budget, null, problem).data("accepted", false).render();
  }

  private TemplateInstance content(String budget, List<PlanView> found, String problem) {
    return page.data("words", words())
        .data("budget", budget)
        .data("plans", found)
        .data("problem", problem);
  }

  private Words words() {
    return caller.words(PlansPage.class, "plans");
  }
}
