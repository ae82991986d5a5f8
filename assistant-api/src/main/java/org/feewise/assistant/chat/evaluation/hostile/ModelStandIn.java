package org.feewise.assistant.chat.evaluation.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A model service on loopback that speaks the protocols of OpenAI and Ollama and does what it is
 * told to, one thing a request.
 */
public final class ModelStandIn implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OPEN_AI = "/v1/chat/completions";
  private static final String OLLAMA = "/api/chat";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
  private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger underWay = new AtomicInteger();

  static {
    // Else every answer waits 40 ms for the acknowledgement of its first bytes.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private interface Reply {
    void to(JsonNode request, HttpExchange exchange) throws IOException, InterruptedException;
  }

  /** A call of a tool, its arguments as the model writes them. */
  public record Call(String tool, String arguments) {}

  /** Listens on a free port. */
  public ModelStandIn() throws IOException {
    this(0);
  }

  /**
   * Listens on a port.
   *
   * @param port 0 for a free one
   */
  public ModelStandIn(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(OPEN_AI, this::handle);
    server.createContext(OLLAMA, this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** Its address for OpenAI's protocol. */
  public URI url() {
    return URI.create(ollamaUrl() + "/v1");
  }

  /** Its address for Ollama's. */
  public URI ollamaUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What it was sent, oldest first. */
  public List<JsonNode> requests() {
    return List.copyOf(requests);
  }

  /** How many requests it is still answering. */
  public int underWay() {
    return underWay.get();
  }

  /** Forgets what it was sent and what it was to do. */
  public void forget() {
    requests.clear();
    replies.clear();
  }

  public void willSay(String text) {
    willSay(request -> text);
  }

  /** Says a text that it makes from the request, in pieces. */
  public void willSay(Function<JsonNode, String> text) {
    replies.add(
        (request, exchange) -> {
          Wire wire = begun(exchange);
          for (String piece : Wire.pieces(text.apply(request))) {
            wire.words(piece);
          }
          wire.end(false);
        });
  }

  /** Calls tools in one turn. */
  public void willCall(Call... calls) {
    replies.add(
        (request, exchange) -> {
          Wire wire = begun(exchange);
          for (int i = 0; i < calls.length; i++) {
            wire.call(i, calls[i]);
          }
          wire.end(true);
        });
  }

  public void willFail(int status) {
    replies.add((request, exchange) -> exchange.sendResponseHeaders(status, -1));
  }

  /** Accepts the request and never says anything. */
  public void willFallSilent() {
    replies.add((request, exchange) -> closed.await());
  }

  /** Says a word again and again until nobody listens. */
  public void willNeverEnd() {
    replies.add(
        (request, exchange) -> {
          Wire wire = begun(exchange);
          while (!closed.await(5, TimeUnit.MILLISECONDS)) {
            wire.words("嗯");
          }
        });
  }

  /** Says a text as fast as it can, as often as told or until nobody listens. */
  public void willFlood(String text, int times) {
    replies.add(
        (request, exchange) -> {
          Wire wire = begun(exchange);
          for (int i = 0; i < times; i++) {
            wire.words(text);
          }
          wire.end(false);
        });
  }

  /** Writes what is no answer in any protocol. */
  public void willWrite(String bytes) {
    replies.add((request, exchange) -> begun(exchange).write(bytes));
  }

  /** Begins to call a tool and hangs up. */
  public void willBreakOff(String tool) {
    replies.add((request, exchange) -> begun(exchange).begunCall(0, tool));
  }

  private void handle(HttpExchange exchange) throws IOException {
    underWay.incrementAndGet();
    try {
      JsonNode request = JSON.readTree(exchange.getRequestBody());
      requests.add(request);
      Reply reply = replies.poll();
      if (reply == null) {
        exchange.sendResponseHeaders(501, -1);
      } else {
        reply.to(request, exchange);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
      underWay.decrementAndGet();
    }
  }

  private static Wire begun(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    OutputStream body = exchange.getResponseBody();
    return exchange.getHttpContext().getPath().equals(OLLAMA)
        ? Wire.ollama(body)
        : Wire.openAi(body);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
