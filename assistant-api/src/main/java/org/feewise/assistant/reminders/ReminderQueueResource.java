package org.feewise.assistant.reminders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.feewise.assistant.identity.CallerLocale;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.problems.Problem;
import org.jboss.resteasy.reactive.RestQuery;

/** What will be sent, when and why, for the operator. */
@Path("/api/v1/reminders")
@RolesAllowed(Role.Name.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reminders")
public class ReminderQueueResource {
  private final Inbox inbox;
  private final CallerLocale caller;

  ReminderQueueResource(Inbox inbox, CallerLocale caller) {
    this.inbox = inbox;
    this.caller = caller;
  }

  @GET
  @Path("queue")
  @Operation(summary = "Reminders that wait, the soonest first")
  public ListPage<ReminderView> queue(@RestQuery String next) {
    return inbox.queue(ListPage.page(next));
  }

  @POST
  @Path("{id}/cancel")
  @Operation(summary = "Take a waiting reminder out of the queue")
  public void cancel(String id) {
    String why = caller.words(Inbox.class, "reminders").say("detail.cancelled");
    if (!inbox.cancel(id, why)) {
      throw new Problem(ReminderQueueResource.class, 404, "no-such-reminder", id).at("id");
    }
  }
}
