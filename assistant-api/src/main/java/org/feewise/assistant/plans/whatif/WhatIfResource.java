package org.feewise.assistant.plans.whatif;

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
import org.feewise.assistant.plans.Plans;

/** What another day, amount, method or number of instalments would do, for programs. */
@Path("/api/v1/me/plans/what-if")
@RolesAllowed(Role.Name.CITIZEN)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "plans")
class WhatIfResource {
  private static final String EXAMPLE =
      "{\"move\": {\"from\": \"2026-12-10\", \"to\": \"2026-12-20\"}}";

  private final WhatIfs whatIfs;
  private final SignedInCitizen citizen;
  private final CallerLocale caller;

  WhatIfResource(WhatIfs whatIfs, SignedInCitizen citizen, CallerLocale caller) {
    this.whatIfs = whatIfs;
    this.citizen = citizen;
    this.caller = caller;
  }

  @POST
  @Operation(
      summary = "What if I paid on another day, another amount, otherwise or in other parts?",
      description =
          "Compares with the accepted plan, or the one named: the payments as they are under the"
              + " departure, with the rule that breaks, and beside them the best that can be made"
              + " of it. Nothing is changed by asking.")
  @APIResponse(responseCode = "200", description = "the plan, the departure, and the best of it")
  @APIResponse(responseCode = "400", description = "a field makes no sense; it is in `field`")
  @APIResponse(responseCode = "404", description = "I have no such plan")
  @APIResponse(responseCode = "409", description = "every bill of the plan is paid")
  public WhatIf ask(
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = Departure.class),
                      examples = @ExampleObject(name = "ten days later", value = EXAMPLE)))
          Departure departure) {
    Departure wanted =
        departure == null ? new Departure(null, null, null, null, null, null, null) : departure;
    return whatIfs
        .of(citizen.id(), wanted, caller.locale())
        .orElseThrow(
            () -> wanted.planId() == null ? Plans.noneInForce() : Plans.noSuchPlan("planId"));
  }
}
