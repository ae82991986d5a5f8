package org.feewise.assistant.chat.conversation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.function.BiConsumer;
import org.feewise.assistant.problems.Problem;
import org.jboss.logging.Logger;

/**
 * Answers a message as a stream of events. The answer is finished and kept even where nobody
 * listens any longer: a citizen whose line drops finds it.
 */
@ApplicationScoped
public class ReplyStream {
  private static final Logger LOG = Logger.getLogger(ReplyStream.class);

  private final Conversations conversations;
  private final ObjectMapper json;

  ReplyStream(Conversations conversations, ObjectMapper json) {
    this.conversations = conversations;
    this.json = json;
  }

  /**
   * The events of an answer.
   *
   * @param end tells the whole turn, as the last event but for a {@code problem}
   */
  public Multi<OutboundSseEvent> of(
      Asked asked, Sse sse, BiConsumer<ReplyEvents, Conversation.Turn> end) {
    return Multi.createFrom()
        .<OutboundSseEvent>emitter(stream -> tell(asked, sse, stream, end))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private void tell(
      Asked asked,
      Sse sse,
      MultiEmitter<? super OutboundSseEvent> stream,
      BiConsumer<ReplyEvents, Conversation.Turn> end) {
    ReplyEvents events = new ReplyEvents(sse, json, stream);
    try {
      end.accept(events, conversations.answer(asked, events));
    } catch (Problem problem) {
      events.failed(problem, asked.locale());
    } catch (RuntimeException failure) {
      LOG.errorf(
          failure, "a reply could not be given in conversation %s", asked.conversation().id());
      events.failed(new Problem(ReplyStream.class, 500, "reply-failed"), asked.locale());
    } finally {
      stream.complete();
    }
  }
}
