package org.feewise.assistant.chat.evaluation.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The answer of a model on its way, in one of the protocols. */
abstract class Wire {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PIECE = 4;

  private final OutputStream body;

  private Wire(OutputStream body) {
    this.body = body;
  }

  /** As services that speak OpenAI's protocol send it: events, arguments of tools in pieces. */
  static Wire openAi(OutputStream body) {
    return new Wire(body) {
      @Override
      void words(String text) throws IOException {
        delta(Map.of("content", text), null);
      }

      @Override
      void call(int index, ModelStandIn.Call call) throws IOException {
        begunCall(index, call.tool());
        for (String piece : pieces(call.arguments())) {
          delta(toolCall(Map.of("index", index, "function", Map.of("arguments", piece))), null);
        }
      }

      @Override
      void begunCall(int index, String tool) throws IOException {
        delta(
            toolCall(
                Map.of(
                    "index",
                    index,
                    "id",
                    "call_" + System.nanoTime() + "_" + index,
                    "type",
                    "function",
                    "function",
                    Map.of("name", tool, "arguments", ""))),
            null);
      }

      @Override
      void end(boolean withCalls) throws IOException {
        delta(Map.of(), withCalls ? "tool_calls" : "stop");
        write("data: [DONE]\n\n");
      }

      private void delta(Map<String, Object> delta, String finishReason) throws IOException {
        Map<String, Object> choice = new HashMap<>(Map.of("index", 0, "delta", delta));
        choice.put("finish_reason", finishReason);
        write(
            "data: "
                + json(
                    Map.of(
                        "id", "1",
                        "object", "chat.completion.chunk",
                        "created", 1,
                        "model", "stand-in",
                        "choices", List.of(choice)))
                + "\n\n");
      }

      private static Map<String, Object> toolCall(Map<String, Object> call) {
        return Map.of("tool_calls", List.of(call));
      }
    };
  }

  /** As Ollama sends it: a line of JSON for each piece, tools called whole. */
  static Wire ollama(OutputStream body) {
    return new Wire(body) {
      @Override
      void words(String text) throws IOException {
        message(Map.of("role", "assistant", "content", text), false);
      }

      @Override
      void call(int index, ModelStandIn.Call call) throws IOException {
        Object arguments = JSON.readValue(call.arguments(), Object.class);
        message(
            Map.of(
                "role", "assistant",
                "content", "",
                "tool_calls",
                    List.of(
                        Map.of("function", Map.of("name", call.tool(), "arguments", arguments)))),
            false);
      }

      @Override
      void begunCall(int index, String tool) throws IOException {
        write("{\"message\":{\"role\":\"assistant\",\"tool_calls\":[{\"function\":{\"name\":\"");
      }

      @Override
      void end(boolean withCalls) throws IOException {
        message(Map.of("role", "assistant", "content", ""), true);
      }

      private void message(Map<String, Object> message, boolean done) throws IOException {
        Map<String, Object> line =
            new HashMap<>(Map.of("model", "stand-in", "message", message, "done", done));
        if (done) {
          line.put("done_reason", "stop");
        }
        write(json(line) + "\n");
      }
    };
  }

  /** A piece of the reply. */
  abstract void words(String text) throws IOException;

  /** A call of a tool. */
  abstract void call(int index, ModelStandIn.Call call) throws IOException;

  /** A call without its arguments. */
  abstract void begunCall(int index, String tool) throws IOException;

  /** The end of the answer. */
  abstract void end(boolean withCalls) throws IOException;

  void write(String text) throws IOException {
    body.write(text.getBytes(StandardCharsets.UTF_8));
    body.flush();
  }

  static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    for (int at = 0; at < text.length(); at += PIECE) {
      pieces.add(text.substring(at, Math.min(text.length(), at + PIECE)));
    }
    return pieces;
  }

  private static String json(Object value) throws JsonProcessingException {
    return JSON.writeValueAsString(value);
  }
}
