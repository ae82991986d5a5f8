package org.feewise.assistant.plans.accepted;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.feewise.assistant.plans.Plans;
import org.jboss.resteasy.reactive.RestPath;

/** The plan that the signed-in citizen lives by, for programs. */
@Path("/api/v1/me/plans")
@RolesAllowed(Role.Name.CITIZEN)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "plans")
class PlanInForceResource {
  private static final String EXAMPLE =
      "{\"monthlyBudget\": \"500.00\", \"income\": \"5000.00\", \"needs\": \"4000.00\"}";

  private final PlansInForce plans;
  private final Replanning replanning;
  private final SignedInCitizen citizen;
  private final CallerLocale caller;

  PlanInForceResource(
      PlansInForce plans, Replanning replanning, SignedInCitizen citizen, CallerLocale caller) {
    this.plans = plans;
    this.replanning = replanning;
    this.citizen = citizen;
    this.caller = caller;
  }

  @GET
  @Path("current")
  @Operation(
      summary = "The plan I accepted, with each payment done, due or missed",
      description =
          "Compared with the payments received; a plan waiting to take its place comes" + " along.")
  @APIResponse(responseCode = "200", description = "the accepted plan and its progress")
  @APIResponse(responseCode = "404", description = "I have accepted no plan")
  public PlanInForce current() {
    return plans.of(citizen.id()).orElseThrow(Plans::noneInForce);
  }

  @POST
  @Path("{id}/replan")
  @Operation(
      summary = "New plans from today over what is still open of one of my plans",
      description =
          "What is left out stays as it was wished for. Accepting a new plan replaces the old one"
              + " and its reminders.")
  @APIResponse(responseCode = "200", description = "the plans; none when nothing is open")
  @APIResponse(responseCode = "400", description = "a field makes no sense; it is in `field`")
  @APIResponse(responseCode = "404", description = "I have no plan of that id")
  public Plans replan(
      @RestPath String id,
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = ReplanWish.class),
                      examples = @ExampleObject(name = "less money", value = EXAMPLE)))
          ReplanWish change) {
    ReplanWish wanted = change == null ? ReplanWish.unchanged() : change;
    return replanning
        .replan(citizen.id(), id, wanted, caller.locale())
        .map(Plans::of)
        .orElseThrow(() -> Plans.noSuchPlan("id"));
  }
}
