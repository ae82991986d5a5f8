package org.feewise.assistant.chat.page;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.net.URI;
import java.util.Optional;
import org.feewise.assistant.chat.conversation.Asked;
import org.feewise.assistant.chat.conversation.Conversation;
import org.feewise.assistant.chat.conversation.ConversationStore;
import org.feewise.assistant.chat.conversation.Conversations;
import org.feewise.assistant.chat.conversation.Message;
import org.feewise.assistant.chat.conversation.ReplyStream;
import org.feewise.assistant.chat.conversation.Suggestions;
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
class ChatPage {
  private final Conversations conversations;
  private final ConversationStore store;
  private final ReplyStream stream;
  private final Sources sources;
  private final SignedInCitizen citizen;
  private final SecurityIdentity identity;
  private final CallerLocale caller;
  private final Template page;
  private final Template turn;

  ChatPage(
      Conversations conversations,
      ConversationStore store,
      ReplyStream stream,
      Sources sources,
      SignedInCitizen citizen,
      SecurityIdentity identity,
      CallerLocale caller,
      @Location("chat/chat.html") Template page,
      @Location("chat/turn.html") Template turn) {
    this.conversations = conversations;
    this.store = store;
    this.stream = stream;
    this.sources = sources;
    this.citizen = citizen;
    this.identity = identity;
    this.caller = caller;
    this.page = page;
    this.turn = turn;
  }

  /** A turn as the page shows it. */
  private record Shown(String conversationId, int number, String html) {}

  /**
   * Who is no citizen is led to the page of their own role.
   *
   * @param say a message to be filled in, not sent
   */
  @GET
  @Produces(MediaType.TEXT_HTML)
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

  /** A message of the form where no script runs. */
  @POST
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Role.Name.CITIZEN)
  public Response ask(@RestForm String text, @RestForm String conversationId) {
    try {
      Message message = new Message(text, conversationId, null, null);
      Asked asked = conversations.ask(citizen.id(), message, caller.asked(), Optional.empty());
      String id = conversations.answer(asked, Listener.NONE).answer().conversationId();
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

  /**
   * A message of the page's script: its reply as events, and last {@code turn} with the HTML of it.
   *
   * @param replaces number of the turn it is said in place of
   */
  @POST
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RolesAllowed(Role.Name.CITIZEN)
  public Multi<OutboundSseEvent> tell(
      @RestForm String text,
      @RestForm String conversationId,
      @RestForm Integer replaces,
      @HeaderParam(Conversations.KEY) String key,
      @Context Sse sse) {
    Message message = new Message(text, conversationId, null, replaces);
    Asked asked =
        conversations.ask(citizen.id(), message, caller.asked(), Optional.ofNullable(key));
    Words words = words();
    return stream.of(asked, sse, (events, answered) -> events.emit("turn", shown(answered, words)));
  }

  private Shown shown(Conversation.Turn answered, Words words) {
    return new Shown(
        answered.answer().conversationId(),
        answered.number(),
        turn.data("drawn", drawn(answered, words)).data("words", words).render());
  }

  private DrawnTurn drawn(Conversation.Turn turn, Words words) {
    return new DrawnTurn(turn, sources.of(turn.answer().citations(), words.locale()));
  }

  private String render(String conversationId, boolean fresh, String text, String problem) {
    Conversation shown = fresh ? none() : conversation(conversationId);
    Words words = words();
    return page.data("words", words)
        .data("conversationId", shown.turns().isEmpty() ? "" : shown.id())
        .data("turns", shown.turns().stream().map(turn -> drawn(turn, words)).toList())
        .data("suggestions", Suggestions.in(words.locale()))
        .data("longest", Conversations.LONGEST_TEXT)
        .data("text", text)
        .data("problem", problem)
        .render();
  }

  private Words words() {
    return caller.words(ChatPage.class, "page");
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
