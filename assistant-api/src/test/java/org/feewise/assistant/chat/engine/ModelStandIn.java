package org.feewise.assistant.chat.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A model service on loopback that speaks the OpenAI protocol and does what a test tells it to. */
final class ModelStandIn implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PIECE = 4;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
  private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  private interface Reply {
    void to(JsonNode request, HttpExchange exchange) throws IOException, InterruptedException;
  }

  /** A call of a tool, its arguments as the model writes them. */
  record Call(String tool, String arguments) {}

  ModelStandIn() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/chat/completions", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  /** What it was sent, oldest first. */
  List<JsonNode> requests() {
    return List.copyOf(requests);
  }

  void willSay(String text) {
    willSay(request -> text);
  }

  /** Says a text that it makes from the request, in pieces. */
  void willSay(Function<JsonNode, String> text) {
    replies.add(
        (request, exchange) -> {
          List<Map<String, Object>> deltas = new ArrayList<>();
          pieces(text.apply(request)).forEach(piece -> deltas.add(Map.of("content", piece)));
          stream(exchange, deltas, "stop");
        });
  }

  /** Calls tools in one turn, the arguments in pieces. */
  void willCall(Call... calls) {
    replies.add(
        (request, exchange) -> {
          List<Map<String, Object>> deltas = new ArrayList<>();
          for (int i = 0; i < calls.length; i++) {
            deltas.add(
                call(
                    Map.of(
                        "index",
                        i,
                        "id",
                        "call_" + requests.size() + "_" + i,
                        "type",
                        "function",
                        "function",
                        Map.of("name", calls[i].tool(), "arguments", ""))));
            for (String piece : pieces(calls[i].arguments())) {
              deltas.add(call(Map.of("index", i, "function", Map.of("arguments", piece))));
            }
          }
          stream(exchange, deltas, "tool_calls");
        });
  }

  void willFail(int status) {
    replies.add(
        (request, exchange) -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
  }

  /** Accepts the request and never says anything. */
  void willFallSilent() {
    replies.add((request, exchange) -> closed.await());
  }

  /** Says a word again and again until nobody listens. */
  void willNeverEnd() {
    replies.add(
        (request, exchange) -> {
          OutputStream body = begun(exchange);
          while (!closed.await(5, TimeUnit.MILLISECONDS)) {
            event(body, chunk(Map.of("content", "嗯"), null));
          }
        });
  }

  private void handle(HttpExchange exchange) throws IOException {
    JsonNode request = JSON.readTree(exchange.getRequestBody());
    requests.add(request);
    Reply reply = replies.poll();
    try {
      if (reply == null) {
        exchange.sendResponseHeaders(501, -1);
      } else {
        reply.to(request, exchange);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private static void stream(
      HttpExchange exchange, List<Map<String, Object>> deltas, String finishReason)
      throws IOException {
    try (OutputStream body = begun(exchange)) {
      for (Map<String, Object> delta : deltas) {
        event(body, chunk(delta, null));
      }
      event(body, chunk(Map.of(), finishReason));
      body.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  private static OutputStream begun(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    return exchange.getResponseBody();
  }

  private static void event(OutputStream body, Map<String, Object> chunk) throws IOException {
    body.write(
        ("data: " + JSON.writeValueAsString(chunk) + "\n\n").getBytes(StandardCharsets.UTF_8));
    body.flush();
  }

  private static Map<String, Object> chunk(Map<String, Object> delta, String finishReason) {
    Map<String, Object> choice = new java.util.HashMap<>(Map.of("index", 0, "delta", delta));
    choice.put("finish_reason", finishReason);
    return Map.of(
        "id",
        "1",
        "object",
        "chat.completion.chunk",
        "created",
        1,
        "model",
        "stand-in",
        "choices",
        List.of(choice));
  }

  private static Map<String, Object> call(Map<String, Object> call) {
    return Map.of("tool_calls", List.of(call));
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    for (int at = 0; at < text.length(); at += PIECE) {
      pieces.add(text.substring(at, Math.min(text.length(), at + PIECE)));
    }
    return pieces;
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
