package org.feewise.assistant.plans;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.feewise.assistant.identity.CallerLocale;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.identity.SignedInCitizen;
import org.jboss.resteasy.reactive.RestPath;

/** Payment plans of the signed-in citizen, for programs. */
@Path("/api/v1/me/plans")
@RolesAllowed(Role.Name.CITIZEN)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "plans")
class PlanResource {
  private static final String EXAMPLE =
      """
      {"billNos": ["WA202611050000001"], "monthlyBudget": "800.00", "maxInstalments": 3,
       "income": "6000.00", "needs": "4200.00",
       "payDates": [{"on": "2026-12-10", "capacity": "800.00"}, "2027-01-10"],
       "methods": ["ALIPAY", {"method": "UNIONPAY", "feeRate": "0.001", "fixedFee": "0.00",
         "perPayment": "5000.00", "perDay": null}]}\
      """;

  private final PaymentPlans plans;
  private final SignedInCitizen citizen;
  private final CallerLocale caller;

  PlanResource(PaymentPlans plans, SignedInCitizen citizen, CallerLocale caller) {
    this.plans = plans;
    this.citizen = citizen;
    this.caller = caller;
  }

  @POST
  @Operation(
      summary = "Up to three ways to pay what I owe: cheapest, lightest month, soonest done",
      description =
          "Every field may be left out. With `income` and `needs` no month takes more than half of"
              + " what remains. Where nothing pays everything, `help` comes first. Nothing is paid"
              + " by asking.")
  @APIResponse(responseCode = "200", description = "the plans; none when nothing is open")
  @APIResponse(responseCode = "400", description = "a field makes no sense; it is in `field`")
  @APIResponse(responseCode = "404", description = "I have no bill of a number given")
  @APIResponse(responseCode = "409", description = "a bill given is paid already")
  public Plans propose(
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = PlanWish.class),
                      examples = @ExampleObject(name = "all fields", value = EXAMPLE)))
          PlanWish wish) {
    PlanWish wanted = wish == null ? PlanWish.anything() : wish;
    return Plans.of(plans.propose(citizen.id(), wanted, caller.locale()));
  }

  @POST
  @Path("{id}/accept")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Accept one of my plans and set its reminders",
      description = "Accepting again changes nothing. Nothing is paid by accepting.")
  @APIResponse(responseCode = "200", description = "the accepted plan")
  @APIResponse(responseCode = "404", description = "I have no plan of that id")
  public PlanView accept(@RestPath String id) {
    return plans.accept(citizen.id(), id).orElseThrow(() -> Plans.noSuchPlan("id"));
  }
}
