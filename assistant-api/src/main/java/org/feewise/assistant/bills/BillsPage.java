package org.feewise.assistant.bills;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Set;
import org.feewise.assistant.identity.CallerLocale;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.identity.SignedInCitizen;
import org.feewise.assistant.problems.Problem;
import org.jboss.resteasy.reactive.RestQuery;

/** What the signed-in citizen owes, with each surcharge explained, and what was paid. */
@Path("/bills")
@RolesAllowed(Role.Name.CITIZEN)
@Produces(MediaType.TEXT_HTML)
public class BillsPage {
  private static final BillQuery OVERDUE = BillQuery.all().withStatuses(Set.of(BillStatus.OVERDUE));
  private static final BillQuery PAID = BillQuery.all().withStatuses(Set.of(BillStatus.PAID));

  private final BillLedger ledger;
  private final SignedInCitizen citizen;
  private final CallerLocale caller;
  private final Template page;

  BillsPage(
      BillLedger ledger,
      SignedInCitizen citizen,
      CallerLocale caller,
      @Location("bills/bills.html") Template page) {
    this.ledger = ledger;
    this.citizen = citizen;
    this.caller = caller;
    this.page = page;
  }

  /**
   * @param bill number of a bill whose surcharge is shown worked out at once
   */
  @GET
  public String show(@RestQuery String next, @RestQuery String bill) {
    Owed owed = ledger.owed(citizen.id(), BillQuery.open());
    return page.data("words", caller.words(BillsPage.class, "page"))
        .data("owed", owed)
        .data("surcharges", surcharges(owed))
        .data("paid", paid(next))
        .data("first", next == null)
        .data("opened", bill)
        .render();
  }

  private Map<String, SurchargeView> surcharges(Owed owed) {
    return ledger.surcharges(citizen.id(), OVERDUE, owed.asOf(), caller.locale());
  }

  private Page<BillView> paid(String next) {
    try {
      return ledger.bills(citizen.id(), PAID, next);
    } catch (UnknownPageException e) {
      throw new Problem(BillsPage.class, 400, "unknown-page").at("next");
    }
  }
}
