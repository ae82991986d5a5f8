package org.feewise.assistant.plans.page;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import org.feewise.assistant.plans.PaymentPlans;
import org.feewise.assistant.plans.PlanAdvice;
import org.feewise.assistant.plans.PlanView;
import org.feewise.assistant.plans.PlanWish;
import org.feewise.assistant.plans.Plans;
import org.feewise.assistant.plans.accepted.ReplanWish;
import org.feewise.assistant.plans.accepted.Replanning;
import org.feewise.assistant.plans.view.Help;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Shows the accepted plan with its progress, and up to three plans for a budget side by side. */
@Path("/plans")
@RolesAllowed(Role.Name.CITIZEN)
@Produces(MediaType.TEXT_HTML)
public class PlansPage {
  private final PaymentPlans plans;
  private final Replanning replanning;
  private final SignedInCitizen citizen;
  private final CallerLocale caller;
  private final PlansContent content;

  PlansPage(
      PaymentPlans plans,
      Replanning replanning,
      SignedInCitizen citizen,
      CallerLocale caller,
      PlansContent content) {
    this.plans = plans;
    this.replanning = replanning;
    this.citizen = citizen;
    this.caller = caller;
    this.content = content;
  }

  @GET
  public String form(@RestQuery String accepted) {
    return content.of(new PlansForm()).data("accepted", accepted != null).render();
  }

  @POST
  public Response propose(@BeanParam PlansForm form) {
    try {
      PlanWish wish =
          PlanWish.anything()
              .withMonthlyBudget(PlansForm.amount(form.budget))
              .withIncomeAndNeeds(PlansForm.amount(form.income), PlansForm.amount(form.needs));
      return answer(form, plans.propose(citizen.id(), wish, caller.locale()));
    } catch (IllegalArgumentException e) {
      return refused(form, content.words().say("page.invalid"));
    }
  }

  @POST
  @Path("{id}/accept")
  public Response accept(@RestPath String id) {
    return plans
        .accept(citizen.id(), id)
        .map(plan -> Response.seeOther(URI.create("/plans?accepted=yes")).build())
        .orElseThrow(() -> Plans.noSuchPlan("id"));
  }

  @POST
  @Path("{id}/replan")
  public Response replan(@RestPath String id, @BeanParam PlansForm form) {
    try {
      ReplanWish change =
          new ReplanWish(
              null,
              PlansForm.amount(form.budget),
              PlansForm.amount(form.income),
              PlansForm.amount(form.needs),
              null,
              null);
      return replanning
          .replan(citizen.id(), id, change, caller.locale())
          .map(advice -> answer(form, advice))
          .orElseThrow(() -> Plans.noSuchPlan("id"));
    } catch (IllegalArgumentException e) {
      return refused(form, content.words().say("page.invalid"));
    }
  }

  private Response answer(PlansForm form, PlanAdvice advice) {
    return switch (advice) {
      case PlanAdvice.Proposed proposed -> shown(form, proposed.help(), proposed.plans());
      case PlanAdvice.NothingOpen nothing -> shown(form, List.of(), List.of());
      case PlanAdvice.NoSuchBill missing -> shown(form, List.of(), List.of());
      case PlanAdvice.AlreadyPaid paid -> shown(form, List.of(), List.of());
      case PlanAdvice.Unusable unusable -> refused(form, unusable.sentence());
    };
  }

  private Response shown(PlansForm form, List<Help> help, List<PlanView> found) {
    List<ShownPlan> shown = found.stream().map(ShownPlan::of).toList();
    return Response.ok(content.of(form).data("help", help).data("plans", shown).render()).build();
  }

  private Response refused(PlansForm form, String problem) {
    return Response.status(400).entity(content.of(form).data("problem", problem).render()).build();
  }
}
