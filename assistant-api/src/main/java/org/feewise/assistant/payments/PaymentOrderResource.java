package org.feewise.assistant.payments;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.identity.SignedInCitizen;
import org.feewise.assistant.reminders.ListPage;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Payment orders of the signed-in citizen, for programs. */
@Path("/api/v1/me/payment-orders")
@RolesAllowed(Role.Name.CITIZEN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "payments")
class PaymentOrderResource {
  private final PaymentOrders orders;
  private final SignedInCitizen citizen;

  PaymentOrderResource(PaymentOrders orders, SignedInCitizen citizen) {
    this.orders = orders;
    this.citizen = citizen;
  }

  @GET
  @Operation(
      summary = "What I decided to pay, the latest first",
      description =
          "50 a page. An order says what is to be paid and has moved no money; it is PAID once"
              + " payments have settled each of its bills.")
  @APIResponse(responseCode = "200", description = "a page of orders")
  @APIResponse(responseCode = "400", description = "`next` is no page of this list")
  public ListPage<PaymentOrder> mine(
      @Parameter(description = "the `next` of the page before") @RestQuery String next) {
    return orders.of(citizen.id(), ListPage.page(next));
  }

  @GET
  @Path("{orderNo}")
  @Operation(summary = "One of my payment orders")
  @APIResponse(responseCode = "200", description = "the order")
  @APIResponse(responseCode = "404", description = "I have no order of that number")
  public PaymentOrder order(@Parameter(example = "P20261126-7K3M9QZD") @RestPath String orderNo) {
    return orders.of(citizen.id(), orderNo);
  }
}
