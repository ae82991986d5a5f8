package org.feewise.assistant.chat.conversation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.feewise.assistant.chat.reply.Listener;
import org.feewise.assistant.identity.CallerLocale;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.identity.SignedInCitizen;
import org.feewise.assistant.problems.Problem;
import org.jboss.logging.Logger;

/** The chat of the signed-in citizen, for programs and for the page's script. */
@Path("/api/v1/chat")
@RolesAllowed(Role.Name.CITIZEN)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "chat")
class ChatResource {
  private static final Logger LOG = Logger.getLogger(ChatResource.class);

  private final Conversations conversations;
  private final SignedInCitizen citizen;
  private final CallerLocale caller;
  private final ObjectMapper json;

  ChatResource(
      Conversations conversations,
      SignedInCitizen citizen,
      CallerLocale caller,
      ObjectMapper json) {
    this.conversations = conversations;
    this.citizen = citizen;
    this.caller = caller;
    this.json = json;
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Ask about my bills, deadlines, payments, late fees and plans",
      description =
          """
          In Chinese or English. The reply is plain text; each figure in it comes from a tool's \
          result or a cited document. With `Accept: text/event-stream` the same comes as events \
          while it comes about: `understood` (intent, slots, confidence), `tool` (name, args) for \
          each call, `token` (text) for each piece of the reply, and last `reply` with the whole \
          JSON, or `problem` with the problem+json of what went wrong.""")
  @APIResponse(
      responseCode = "200",
      description = "the reply",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ChatReply.class),
            examples = @ExampleObject(name = "what do I owe", value = ChatExamples.REPLY)),
        @Content(
            mediaType = MediaType.SERVER_SENT_EVENTS,
            schema = @Schema(implementation = String.class),
            examples = @ExampleObject(name = "what do I owe", value = ChatExamples.EVENTS))
      })
  @APIResponse(
      responseCode = "400",
      description = "the text is blank or longer than 2,000 characters; `field` names the fault")
  @APIResponse(responseCode = "404", description = "I have no conversation of that id")
  @APIResponse(
      responseCode = "409",
      description = "another message is being answered in this conversation, or it is full")
  @APIResponse(responseCode = "429", description = "too many messages; see `Retry-After`")
  public ChatReply ask(
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = Message.class),
                      examples = {
                        @ExampleObject(name = "a first question", value = ChatExamples.FIRST),
                        @ExampleObject(name = "going on", value = ChatExamples.NEXT)
                      }))
          Message message) {
    return conversations.answer(let(message), Listener.NONE);
  }

  @POST
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(hidden = true)
  public Multi<OutboundSseEvent> tell(Message message, @Context Sse sse) {
    Asked asked = let(message);
    return Multi.createFrom()
        .<OutboundSseEvent>emitter(stream -> tell(asked, sse, stream))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private Asked let(Message message) {
    return conversations.ask(citizen.id(), message, caller.asked());
  }

  private void tell(Asked asked, Sse sse, MultiEmitter<? super OutboundSseEvent> stream) {
    ReplyEvents events = new ReplyEvents(sse, json, stream);
    try {
      events.replied(conversations.answer(asked, events));
    } catch (Problem problem) {
      events.failed(problem, asked.locale());
    } catch (RuntimeException failure) {
      LOG.errorf(
          failure, "a reply could not be given in conversation %s", asked.conversation().id());
      events.failed(new Problem(ChatResource.class, 500, "reply-failed"), asked.locale());
    } finally {
      stream.complete();
    }
  }
}
