package org.feewise.assistant.payments;

import static java.util.stream.Collectors.toMap;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.feewise.assistant.identity.CallerLocale;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.identity.SignedInCitizen;
import org.feewise.assistant.reminders.ListPage;
import org.feewise.models.fees.FeeType;
import org.feewise.models.fees.Surcharges;
import org.feewise.models.fees.catalogue.FeeCatalogue;
import org.feewise.models.words.Words;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The citizen's payment orders, each with a slip that says how to pay it. */
@Path("/payments")
@RolesAllowed(Role.Name.CITIZEN)
@Produces(MediaType.TEXT_HTML)
class PaymentsPage {
  private final PaymentOrders orders;
  private final SignedInCitizen citizen;
  private final CallerLocale caller;
  private final FeeCatalogue catalogue;
  private final Template list;
  private final Template slip;

  PaymentsPage(
      PaymentOrders orders,
      SignedInCitizen citizen,
      CallerLocale caller,
      Surcharges surcharges,
      @Location("payments/payments.html") Template list,
      @Location("payments/order.html") Template slip) {
    this.orders = orders;
    this.citizen = citizen;
    this.caller = caller;
    this.catalogue = surcharges.catalogue();
    this.list = list;
    this.slip = slip;
  }

  @GET
  public String show(@RestQuery String next) {
    return list.data("words", words())
        .data("orders", orders.of(citizen.id(), ListPage.page(next)))
        .render();
  }

  @GET
  @Path("{orderNo}")
  public String order(@RestPath String orderNo) {
    PaymentOrder order = orders.of(citizen.id(), orderNo);
    return slip.data("words", words())
        .data("order", order)
        .data("collectors", collectors(order))
        .render();
  }

  /** Whom each fee of an order is paid to. */
  private Map<FeeType, String> collectors(PaymentOrder order) {
    return order.bills().stream()
        .map(PaymentOrder.Line::feeType)
        .distinct()
        .collect(toMap(type -> type, type -> catalogue.collector(type).in(caller.locale())));
  }

  private Words words() {
    return caller.words(PaymentsPage.class, "payments");
  }
}
