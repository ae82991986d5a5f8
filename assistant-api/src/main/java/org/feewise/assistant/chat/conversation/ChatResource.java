package org.feewise.assistant.chat.conversation;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.feewise.assistant.chat.reply.Listener;
import org.feewise.assistant.identity.CallerLocale;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.identity.SignedInCitizen;

/** The chat of the signed-in citizen, for programs and for the page's script. */
@Path("/api/v1/chat")
@RolesAllowed(Role.Name.CITIZEN)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "chat")
class ChatResource {
  private final Conversations conversations;
  private final SignedInCitizen citizen;
  private final CallerLocale caller;
  private final ReplyStream stream;

  ChatResource(
      Conversations conversations,
      SignedInCitizen citizen,
      CallerLocale caller,
      ReplyStream stream) {
    this.conversations = conversations;
    this.citizen = citizen;
    this.caller = caller;
    this.stream = stream;
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
      description =
          "the text is blank or longer than 2,000 characters, or there is no such turn; `field` names the fault")
  @APIResponse(responseCode = "404", description = "I have no conversation of that id")
  @APIResponse(
      responseCode = "409",
      description =
          "another message is being answered in this conversation, it is full, the reply was stopped, or the key was another message's")
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
          Message message,
      @Parameter(
              description =
                  "names the request (8 to 100 characters), so that it can be sent again after a dropped line and is answered once")
          @HeaderParam(Conversations.KEY)
          String key) {
    return conversations.answer(let(message, key), Listener.NONE).answer();
  }

  @POST
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(hidden = true)
  public Multi<OutboundSseEvent> tell(
      Message message, @HeaderParam(Conversations.KEY) String key, @Context Sse sse) {
    Asked asked = let(message, key);
    return stream.of(asked, sse, (events, turn) -> events.emit("reply", turn.answer()));
  }

  @DELETE
  @Path("/requests/{key}")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Stop a reply",
      description =
          """
          Throws away the reply to the request that was sent with this `Idempotency-Key`, and the \
          message with it, as long as nothing was said after it.""")
  @APIResponse(responseCode = "204", description = "it is not kept, or was not there")
  public void stop(@PathParam("key") String key) {
    conversations.stop(citizen.id(), key);
  }

  private Asked let(Message message, String key) {
    return conversations.ask(citizen.id(), message, caller.asked(), Optional.ofNullable(key));
  }
}
