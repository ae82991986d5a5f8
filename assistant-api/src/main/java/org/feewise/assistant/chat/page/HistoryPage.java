package org.feewise.assistant.chat.page;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.feewise.assistant.chat.conversation.ConversationStore;
import org.feewise.assistant.identity.CallerLocale;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.identity.SignedInCitizen;
import org.feewise.assistant.problems.Problem;
import org.jboss.resteasy.reactive.RestPath;

/** The conversations a citizen has had, to go on with or to delete. */
@Path("/conversations")
@RolesAllowed(Role.Name.CITIZEN)
@Produces(MediaType.TEXT_HTML)
class HistoryPage {
  private static final int MOST = 50;

  private final ConversationStore store;
  private final SignedInCitizen citizen;
  private final CallerLocale caller;
  private final Template page;

  HistoryPage(
      ConversationStore store,
      SignedInCitizen citizen,
      CallerLocale caller,
      @Location("chat/conversations.html") Template page) {
    this.store = store;
    this.citizen = citizen;
    this.caller = caller;
    this.page = page;
  }

  @GET
  public String list() {
    return page.data("words", caller.words(HistoryPage.class, "page"))
        .data("conversations", store.latest(citizen.id(), MOST))
        .render();
  }

  /** Deletes one with all that was said in it. */
  @POST
  @Path("/{conversationId}/delete")
  public Response delete(@RestPath String conversationId) {
    if (!store.delete(citizen.id(), conversationId)) {
      throw new Problem(HistoryPage.class, 404, "no-such-conversation");
    }
    return Response.seeOther(URI.create("/conversations")).build();
  }
}
