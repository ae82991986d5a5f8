package org.feewise.assistant.chat.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.feewise.assistant.chat.dialogue.Understood;
import org.feewise.models.words.Words;

/**
 * The model that needs no network: it asks for the tool that an understood message needs and words
 * the reply from what the tool found, in sentences of a bundle.
 */
public final class OfflineModel implements ChatModel, StreamingChatModel {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Wish> wishes;

  /**
   * A model for one message.
   *
   * @param today the day in Asia/Shanghai the message is said on
   */
  public OfflineModel(Understood understood, Words words, LocalDate today) {
    this.wishes = understood.wishes().stream().map(wish -> Wish.of(wish, words, today)).toList();
  }

  /** One thing that the message asks for: the calls it needs, and how their results are worded. */
  private record Wish(List<ToolExecutionRequest> calls, Wording wording) {
    static Wish of(Understood understood, Words words, LocalDate today) {
      return new Wish(ToolPlan.of(understood, today), new Wording(words, understood));
    }
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    return ChatResponse.builder().aiMessage(next(request.messages())).build();
  }

  @Override
  public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
    ChatResponse response = doChat(request);
    String text = response.aiMessage().text();
    if (text != null) {
      handler.onPartialResponse(text);
    }
    handler.onCompleteResponse(response);
  }

  private AiMessage next(List<ChatMessage> messages) {
    List<JsonNode> results = resultsAtEnd(messages);
    List<ToolExecutionRequest> calls = calls();
    return results.isEmpty() && !calls.isEmpty()
        ? AiMessage.from(calls)
        : AiMessage.from(worded(results));
  }

  /** The calls of all wishes, numbered through. */
  private List<ToolExecutionRequest> calls() {
    List<ToolExecutionRequest> calls = new ArrayList<>();
    for (Wish wish : wishes) {
      for (ToolExecutionRequest call : wish.calls) {
        calls.add(call.toBuilder().id(Integer.toString(calls.size() + 1)).build());
      }
    }
    return calls;
  }

  /** Each wish worded from the results of its own calls, in the order they were asked. */
  private String worded(List<JsonNode> results) {
    List<String> replies = new ArrayList<>();
    int at = 0;
    for (Wish wish : wishes) {
      int end = at + wish.calls.size();
      replies.add(wish.wording.of(results.subList(at, end)));
      at = end;
    }
    return String.join("\n\n", replies);
  }

  /** What the tools answered to the last call, in the order they were asked. */
  private static List<JsonNode> resultsAtEnd(List<ChatMessage> messages) {
    return messages.reversed().stream()
        .takeWhile(ToolExecutionResultMessage.class::isInstance)
        .map(message -> read(((ToolExecutionResultMessage) message).text()))
        .toList()
        .reversed();
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("tool result is not JSON", e);
    }
  }

  @Override
  public java.util.Set<dev.langchain4j.model.chat.Capability> supportedCapabilities() {
    return java.util.Set.of();
  }

  @Override
  public dev.langchain4j.model.chat.request.ChatRequestParameters defaultRequestParameters() {
    return dev.langchain4j.model.chat.request.ChatRequestParameters.builder().build();
  }

  @Override
  public List<dev.langchain4j.model.chat.listener.ChatModelListener> listeners() {
    return List.of();
  }

  @Override
  public dev.langchain4j.model.ModelProvider provider() {
    return dev.langchain4j.model.ModelProvider.OTHER;
  }
}
