package org.feewise.assistant.plans.page;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.feewise.assistant.identity.CallerLocale;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.identity.SignedInCitizen;
import org.feewise.assistant.plans.PaymentPlans;
import org.feewise.assistant.plans.PlanAdvice;
import org.feewise.assistant.plans.PlanAdvisor;
import org.feewise.assistant.plans.PlanView;
import org.feewise.assistant.plans.PlanWish;
import org.feewise.assistant.plans.Plans;
import org.feewise.assistant.plans.accepted.PlansInForce;
import org.feewise.assistant.plans.accepted.ReplanWish;
import org.feewise.assistant.plans.accepted.Replanning;
import org.feewise.assistant.plans.view.Help;
import org.feewise.assistant.plans.whatif.Departure;
import org.feewise.assistant.plans.whatif.WhatIf;
import org.feewise.assistant.plans.whatif.WhatIfs;
import org.feewise.assistant.problems.Problem;
import org.feewise.models.words.Words;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Shows the accepted plan with its progress, and up to three plans for a budget side by side. */
@Path("/plans")
@RolesAllowed(Role.Name.CITIZEN)
@Produces(MediaType.TEXT_HTML)
public class PlansPage {
  private final PaymentPlans plans;
  private final PlansInForce inForce;
  private final Replanning replanning;
  private final WhatIfs whatIfs;
  private final SignedInCitizen citizen;
  private final CallerLocale caller;
  private final Template page;

  PlansPage(
      PaymentPlans plans,
      PlansInForce inForce,
      Replanning replanning,
      WhatIfs whatIfs,
      SignedInCitizen citizen,
      CallerLocale caller,
      @Location("plans/plans.html") Template page) {
    this.plans = plans;
    this.inForce = inForce;
    this.replanning = replanning;
    this.whatIfs = whatIfs;
    this.citizen = citizen;
    this.caller = caller;
    this.page = page;
  }

  @GET
  public String form(@RestQuery String accepted) {
    return content(new PlansForm()).data("accepted", accepted != null).render();
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
      return refused(form, words().say("page.invalid"));
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
      return refused(form, words().say("page.invalid"));
    }
  }

  @POST
  @Path("what-if")
  public Response whatIf(@RestForm String from, @RestForm String to) {
    PlansForm form = new PlansForm();
    try {
      Departure.Move move = new Departure.Move(LocalDate.parse(from), LocalDate.parse(to));
      WhatIf answer =
          whatIfs
              .of(
                  citizen.id(),
                  new Departure(null, null, null, null, null, null, move),
                  caller.locale())
              .orElseThrow(Plans::noneInForce);
      return Response.ok(content(form).data("whatIf", answer).render()).build();
    } catch (DateTimeException | NullPointerException e) {
      return refused(form, words().say("wish.day-missing"));
    } catch (Problem e) {
      return refused(form, e.sentence(caller.locale()));
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
    return Response.ok(content(form).data("help", help).data("plans", shown).render()).build();
  }

  private Response refused(PlansForm form, String problem) {
    return Response.status(400).entity(content(form).data("problem", problem).render()).build();
  }

  private TemplateInstance content(PlansForm form) {
    return page.data("words", words())
        .data("form", form)
        .data("current", inForce.of(citizen.id()).map(ShownProgress::of).orElse(null))
        .data("accepted", false)
        .data("help", List.of())
        .data("plans", null)
        .data("whatIf", null)
        .data("problem", null);
  }

  private Words words() {
    return caller.words(PlanAdvisor.class, "plans");
  }
}
