package org.feewise.assistant.plans.page;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import org.feewise.assistant.identity.CallerLocale;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.identity.SignedInCitizen;
import org.feewise.assistant.plans.PlanAdvisor;
import org.feewise.assistant.plans.Plans;
import org.feewise.assistant.plans.accepted.PlanInForce;
import org.feewise.assistant.plans.accepted.PlansInForce;
import org.feewise.assistant.plans.whatif.WhatIf;
import org.feewise.assistant.plans.whatif.WhatIfs;
import org.feewise.assistant.problems.Problem;

/** Shows what another day, amount, method or number of instalments would do to the plan. */
@Path("/plans/what-if")
@RolesAllowed(Role.Name.CITIZEN)
@Produces(MediaType.TEXT_HTML)
public class WhatIfPage {
  private final PlansContent content;
  private final PlansInForce inForce;
  private final WhatIfs whatIfs;
  private final PlanAdvisor advisor;
  private final SignedInCitizen citizen;
  private final CallerLocale caller;

  WhatIfPage(
      PlansContent content,
      PlansInForce inForce,
      WhatIfs whatIfs,
      PlanAdvisor advisor,
      SignedInCitizen citizen,
      CallerLocale caller) {
    this.content = content;
    this.inForce = inForce;
    this.whatIfs = whatIfs;
    this.advisor = advisor;
    this.citizen = citizen;
    this.caller = caller;
  }

  @POST
  public Response ask(@BeanParam WhatIfForm change) {
    if (change.asksNothing()) {
      return refused(change, content.words().say("page.change-nothing"));
    }
    try {
      return answered(change);
    } catch (DateTimeException e) {
      return refused(change, content.words().say("wish.day-missing"));
    } catch (IllegalArgumentException e) {
      return refused(change, content.words().say("page.change-unreadable"));
    } catch (Problem e) {
      return refused(change, e.sentence(caller.locale()));
    }
  }

  private Response answered(WhatIfForm change) {
    PlanInForce plan = inForce.of(citizen.id()).orElseThrow(Plans::noneInForce);
    WhatIf answer =
        whatIfs
            .of(citizen.id(), change.from(plan, advisor.today()), caller.locale())
            .orElseThrow(Plans::noneInForce);
    return Response.ok(
            content
                .of(new PlansForm())
                .data("change", change)
                .data("whatIf", ShownWhatIf.of(answer, plan.plan()))
                .render())
        .build();
  }

  private Response refused(WhatIfForm change, String problem) {
    return Response.status(400)
        .entity(
            content
                .of(new PlansForm())
                .data("change", change)
                .data("whatIfProblem", problem)
                .render())
        .build();
  }
}
