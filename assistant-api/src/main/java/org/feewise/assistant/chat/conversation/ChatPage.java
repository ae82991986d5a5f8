package org.feewise.assistant.chat.conversation;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.feewise.assistant.chat.reply.Listener;
import org.feewise.assistant.identity.CallerLocale;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.identity.SignedInCitizen;
import org.feewise.assistant.problems.Problem;
import org.feewise.models.words.Words;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** The first page: the conversation so far and a form to go on with it, script or no script. */
@Path("/")
@Authenticated
@Produces(MediaType.TEXT_HTML)
class ChatPage {
  private final Conversations conversations;
  private final ConversationStore store;
  private final SignedInCitizen citizen;
  private final SecurityIdentity identity;
  private final CallerLocale caller;
  private final Template page;

  ChatPage(
      Conversations conversations,
      ConversationStore store,
      SignedInCitizen citizen,
      SecurityIdentity identity,
      CallerLocale caller,
      @Location("chat/chat.html") Template page) {
    this.conversations = conversations;
    this.store = store;
    this.citizen = citizen;
    this.identity = identity;
    this.caller = caller;
    this.page = page;
  }

  /**
   * Who is no citizen is led to the page of their own role.
   *
   * @param say a message to be filled in, not sent
   */
  @GET
  public Response show(
      @RestQuery String conversation, @RestQuery("new") String fresh, @RestQuery String say) {
    if (!identity.hasRole(Role.Name.CITIZEN)) {
      return Role.of(identity)
          .map(role -> Response.seeOther(URI.create(role.home())).build())
          .orElseThrow(() -> new Problem(ChatPage.class, 403, "not-for-this-account"));
    }
    String text = say == null ? "" : say;
    return Response.ok(render(conversation, fresh != null, text, null)).build();
  }

  @POST
  @RolesAllowed(Role.Name.CITIZEN)
  public Response ask(@RestForm String text, @RestForm String conversationId) {
    try {
      Asked asked =
          conversations.ask(citizen.id(), new Message(text, conversationId, null), caller.asked());
      String id = conversations.answer(asked, Listener.NONE).conversationId();
      return Response.seeOther(URI.create("/?conversation=" + id + "#latest")).build();
    } catch (Problem problem) {
      boolean fresh = conversationId == null || conversationId.isBlank() || problem.status() == 404;
      return Response.status(problem.status())
          .entity(
              render(
                  fresh ? null : conversationId,
                  fresh,
                  text == null ? "" : text,
                  problem.sentence(caller.locale())))
          .build();
    }
  }

  private String render(String conversationId, boolean fresh, String text, String problem) {
    Conversation shown = fresh ? none() : conversation(conversationId);
    Words words = caller.words(ChatPage.class, "page");
    return page.data("words", words)
        .data("conversationId", shown.turns().isEmpty() ? "" : shown.id())
        .data("turns", shown.turns())
        .data("suggestions", Suggestions.in(words.locale()))
        .data("longest", Conversations.LONGEST_TEXT)
        .data("text", text)
        .data("problem", problem)
        .render();
  }

  /** The one asked for, else the latest. */
  private Conversation conversation(String id) {
    return id == null
        ? store.latest(citizen.id()).orElseGet(this::none)
        : store
            .find(citizen.id(), id)
            .orElseThrow(() -> new Problem(ChatPage.class, 404, "no-such-conversation"));
  }

  private Conversation none() {
    return Conversation.begun("", citizen.id());
  }
}
