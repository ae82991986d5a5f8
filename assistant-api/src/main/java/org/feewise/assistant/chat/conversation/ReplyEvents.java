package org.feewise.assistant.chat.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Locale;
import org.feewise.assistant.chat.dialogue.Understood;
import org.feewise.assistant.chat.reply.Listener;
import org.feewise.assistant.chat.tools.ToolUse;
import org.feewise.assistant.problems.Problem;
import org.feewise.assistant.problems.ProblemBody;

/** Tells of an answer as server-sent events while it comes about: understood, tool, token. */
public final class ReplyEvents implements Listener {
  private final Sse sse;
  private final ObjectMapper json;
  private final MultiEmitter<? super OutboundSseEvent> stream;

  /** A piece of the reply. */
  record Token(String text) {}

  ReplyEvents(Sse sse, ObjectMapper json, MultiEmitter<? super OutboundSseEvent> stream) {
    this.sse = sse;
    this.json = json;
    this.stream = stream;
  }

  @Override
  public void understood(Understood understood) {
    emit("understood", ChatReply.Reading.of(understood));
  }

  @Override
  public void used(ToolUse use) {
    emit("tool", ChatReply.ToolCall.of(use));
  }

  @Override
  public void said(String token) {
    emit("token", new Token(token));
  }

  void failed(Problem problem, Locale locale) {
    emit("problem", ProblemBody.of(problem, locale));
  }

  /** As text: with a media type the framework would write it into every event. */
  public void emit(String name, Object told) {
    try {
      stream.emit(sse.newEventBuilder().name(name).data(json.writeValueAsString(told)).build());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("event " + name + " cannot be written as JSON", e);
    }
  }
}
