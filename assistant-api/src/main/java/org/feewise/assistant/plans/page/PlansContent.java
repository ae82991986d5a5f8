package org.feewise.assistant.plans.page;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.feewise.assistant.identity.CallerLocale;
import org.feewise.assistant.identity.SignedInCitizen;
import org.feewise.assistant.plans.PlanAdvisor;
import org.feewise.assistant.plans.accepted.PlansInForce;
import org.feewise.models.words.Words;

/** The page of plans of whoever is signed in, before anything was asked. */
@ApplicationScoped
class PlansContent {
  private final PlansInForce inForce;
  private final SignedInCitizen citizen;
  private final CallerLocale caller;
  private final Template page;

  PlansContent(
      PlansInForce inForce,
      SignedInCitizen citizen,
      CallerLocale caller,
      @Location("plans/plans.html") Template page) {
    this.inForce = inForce;
    this.citizen = citizen;
    this.caller = caller;
    this.page = page;
  }

  TemplateInstance of(PlansForm form) {
    return page.data("words", words())
        .data("form", form)
        .data("change", new WhatIfForm())
        .data("current", inForce.of(citizen.id()).map(ShownProgress::of).orElse(null))
        .data("accepted", false)
        .data("help", List.of())
        .data("plans", null)
        .data("whatIf", null)
        .data("whatIfProblem", null)
        .data("problem", null);
  }

  Words words() {
    return caller.words(PlanAdvisor.class, "plans");
  }
}
