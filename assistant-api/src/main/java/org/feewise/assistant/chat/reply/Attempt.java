package org.feewise.assistant.chat.reply;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.tool.ToolExecutor;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.feewise.assistant.chat.tools.CitizenTools;
import org.feewise.assistant.chat.tools.Toolbox;
import org.feewise.assistant.chat.veil.Veil;

/**
 * One model's attempt at a reply. What it still does after it was given up is neither heard nor
 * waited for.
 */
final class Attempt {
  private static final int MOST_TOOL_ROUNDS = 5;
  private static final int REMEMBERED = 20;

  /** Characters of all that it says, thoughts included. */
  private static final int LONGEST = 40_000;

  private final Line line;
  private final Duration patience;
  private final Stop stop;
  private final AtomicInteger length = new AtomicInteger();
  private final CompletableFuture<String> said = new CompletableFuture<>();

  /**
   * Begins an attempt.
   *
   * @param patience how long it may take until the reply is complete
   * @param stop ends it before
   */
  Attempt(Line line, Duration patience, Stop stop) {
    this.line = line;
    this.patience = patience;
    this.stop = stop;
  }

  /** A conversation as LangChain4j proxies it. */
  interface Conversation {
    TokenStream say(String text);
  }

  /** What a model is told: its instructions, what was said before, and the message. */
  record Told(String instructions, List<ChatMessage> earlier, String text) {
    /** The same with every text changed. */
    Told with(UnaryOperator<String> change) {
      return new Told(
          change.apply(instructions),
          earlier.stream().map(message -> changed(message, change)).toList(),
          change.apply(text));
    }

    private static ChatMessage changed(ChatMessage message, UnaryOperator<String> change) {
      return switch (message) {
        case UserMessage said -> UserMessage.from(change.apply(said.singleText()));
        case AiMessage said when said.text() != null -> AiMessage.from(change.apply(said.text()));
        default -> message;
      };
    }
  }

  /** Hears what happens until the attempt has ended. */
  <T> Consumer<T> whileItLasts(Consumer<T> listener) {
    return event -> {
      if (!said.isDone()) {
        listener.accept(event);
      }
    };
  }

  /**
   * What our own model says.
   *
   * @throws NoReplyException when it fails or takes too long
   * @throws StoppedException when the citizen stopped it
   */
  String reply(CitizenTools tools, Told told) throws InterruptedException {
    return reply(Toolbox.of(tools), told);
  }

  /**
   * What somebody else's model says, which sees nothing personal and takes what tools find for what
   * it is: records, not words to obey.
   *
   * @throws NoReplyException when it fails, says nothing or takes too long
   * @throws StoppedException when the citizen stopped it
   */
  String reply(CitizenTools tools, Told told, Veil veil) throws InterruptedException {
    Map<ToolSpecification, ToolExecutor> veiled = new LinkedHashMap<>();
    Toolbox.of(tools).forEach((tool, executor) -> veiled.put(tool, veiled(executor, veil)));
    return veil.lifted(reply(veiled, told.with(veil::over)));
  }

  private static ToolExecutor veiled(ToolExecutor executor, Veil veil) {
    return (request, memory) -> {
      ToolExecutionRequest lifted =
          request.toBuilder().arguments(veil.lifted(request.arguments())).build();
      String found = veil.over(executor.execute(lifted, memory));
      return "<data>" + found.replace("<", "\\u003c") + "</data>";
    };
  }

  private String reply(Map<ToolSpecification, ToolExecutor> tools, Told told)
      throws InterruptedException {
    stop.then(() -> said.completeExceptionally(new StoppedException()));
    try {
      conversation(tools, told)
          .say(told.text())
          .onPartialResponseWithContext(
              (token, context) -> hear(token.text(), context.streamingHandle()))
          .onPartialThinkingWithContext(
              (thought, context) -> hear(thought.text(), context.streamingHandle()))
          .onPartialToolCallWithContext(
              (call, context) -> hear(call.partialArguments(), context.streamingHandle()))
          .onCompleteResponse(response -> said.complete(response.aiMessage().text()))
          .onError(said::completeExceptionally)
          .start();
      String reply = said.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (reply == null || reply.isBlank()) {
        throw new NoReplyException("it said nothing");
      }
      return reply;
    } catch (TimeoutException e) {
      throw new NoReplyException("it took longer than " + patience);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof StoppedException stopped
          ? stopped
          : new NoReplyException(e.getCause());
    } catch (RuntimeException e) {
      throw e instanceof NoReplyException known ? known : new NoReplyException(e);
    } finally {
      said.cancel(true);
      line.hangUp().run();
    }
  }

  private void hear(String piece, StreamingHandle stream) {
    int heard = length.addAndGet(piece == null ? 0 : piece.length());
    if (heard > LONGEST) {
      said.completeExceptionally(new NoReplyException("it said too much"));
    }
    if (said.isDone()) {
      stream.cancel();
    }
  }

  private Conversation conversation(Map<ToolSpecification, ToolExecutor> tools, Told told) {
    MessageWindowChatMemory memory = MessageWindowChatMemory.withMaxMessages(REMEMBERED);
    told.earlier().forEach(memory::add);
    return AiServices.builder(Conversation.class)
        .streamingChatModel(line.model())
        .tools(tools)
        .chatMemory(memory)
        .systemMessageProvider(id -> told.instructions())
        .maxSequentialToolsInvocations(MOST_TOOL_ROUNDS)
        .build();
  }
}
