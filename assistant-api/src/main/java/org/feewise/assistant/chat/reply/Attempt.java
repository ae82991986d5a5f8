package org.feewise.assistant.chat.reply;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.feewise.assistant.chat.tools.CitizenTools;
import org.feewise.assistant.chat.tools.Toolbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One model's attempt at a reply. Nothing personal is sent to it, and what it still does after it
 * was given up is neither heard nor waited for.
 */
final class Attempt {
  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);
  private static final int MOST_TOOL_ROUNDS = 5;
  private static final int REMEMBERED = 20;

  private final StreamingChatModel model;
  private final Duration patience;
  private final CompletableFuture<String> said = new CompletableFuture<>();

  /**
   * Begins an attempt.
   *
   * @param patience how long it may take until the reply is complete
   */
  Attempt(StreamingChatModel model, Duration patience) {
    this.model = model;
    this.patience = patience;
  }

  /** A conversation as LangChain4j proxies it. */
  interface Conversation {
    TokenStream say(String text);
  }

  /** Hears what happens until the attempt has ended. */
  <T> Consumer<T> whileItLasts(Consumer<T> listener) {
    return event -> {
      if (!said.isDone()) {
        listener.accept(event);
      }
    };
  }

  /** What the model says, or nothing when it fails or takes too long. */
  Optional<String> reply(
      CitizenTools tools, String instructions, List<ChatMessage> earlier, String text) {
    try {
      conversation(tools, Masked.text(instructions), earlier)
          .say(Masked.text(text))
          .onPartialResponseWithContext(
              (token, context) -> {
                if (said.isDone()) {
                  context.streamingHandle().cancel();
                }
              })
          .onPartialToolCallWithContext(
              (call, context) -> {
                if (said.isDone()) {
                  context.streamingHandle().cancel();
                }
              })
          .onCompleteResponse(response -> said.complete(response.aiMessage().text()))
          .onError(said::completeExceptionally)
          .start();
      return Optional.ofNullable(said.get(patience.toMillis(), TimeUnit.MILLISECONDS))
          .filter(reply -> !reply.isBlank());
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      LOG.warn("model {} gave no reply: {}", model.getClass().getSimpleName(), e.toString());
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      said.cancel(true);
    }
  }

  private Conversation conversation(
      CitizenTools tools, String instructions, List<ChatMessage> earlier) {
    MessageWindowChatMemory memory = MessageWindowChatMemory.withMaxMessages(REMEMBERED);
    earlier.stream().map(Attempt::masked).forEach(memory::add);
    return AiServices.builder(Conversation.class)
        .streamingChatModel(model)
        .tools(Toolbox.of(tools))
        .chatMemory(memory)
        .systemMessageProvider(id -> instructions)
        .maxSequentialToolsInvocations(MOST_TOOL_ROUNDS)
        .build();
  }

  private static ChatMessage masked(ChatMessage message) {
    return message instanceof UserMessage said
        ? UserMessage.from(Masked.text(said.singleText()))
        : message;
  }
}
