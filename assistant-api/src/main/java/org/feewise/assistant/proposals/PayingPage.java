package org.feewise.assistant.proposals;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.feewise.assistant.identity.Role;
import org.jboss.resteasy.reactive.RestForm;

/** Leads from a bill that a page shows to where paying it is confirmed. */
@Path("/proposals")
@RolesAllowed(Role.Name.CITIZEN)
@Produces(MediaType.TEXT_HTML)
class PayingPage {
  private final MyProposals proposals;

  PayingPage(MyProposals proposals) {
    this.proposals = proposals;
  }

  /** Proposes to pay exactly that bill. */
  @POST
  public Response pay(@RestForm String billNo) {
    return Response.seeOther(URI.create("/proposals/" + proposals.toPay(billNo))).build();
  }
}
