package org.feewise.assistant.chat.engine;

import static dev.langchain4j.http.client.sse.ServerSentEventListenerUtils.ignoringExceptions;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Calls of a language model for one reply, which end: none lasts longer than its time or brings
 * more than a few megabytes, all end when somebody hangs up, and with each end its connection and
 * its thread.
 */
final class ShortCalls implements HttpClient {
  /** A reply of some thousand tokens, each an event of a few hundred bytes. */
  private static final int MOST_BYTES = 2 << 20;

  private static final int SUCCESS = 2;
  private static final int HUNDRED = 100;

  private final Duration longest;
  private final Executor threads;
  private final java.net.http.HttpClient http;
  private final CompletableFuture<Void> hungUp = new CompletableFuture<>();

  private ShortCalls(Duration longest, Executor threads, java.net.http.HttpClient http) {
    this.longest = longest;
    this.threads = threads;
    this.http = http;
  }

  /**
   * @param longest that a call may last
   */
  static ShortCalls of(Duration longest) {
    Executor threads = inHouse(Executors.newVirtualThreadPerTaskExecutor());
    java.net.http.HttpClient http =
        java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .connectTimeout(longest)
            .executor(threads)
            .build();
    return new ShortCalls(longest, threads, http);
  }

  /** Those of another reply, over the same connections. */
  ShortCalls afresh() {
    return new ShortCalls(longest, threads, http);
  }

  /** Ends the calls under way; those made later end at once. */
  void hangUp() {
    hungUp.complete(null);
  }

  HttpClientBuilder builder() {
    return new Builder(this);
  }

  /** What a model calls runs in these threads, and finds services by the loader of the house. */
  private static Executor inHouse(Executor threads) {
    return task ->
        threads.execute(
            () -> {
              Thread.currentThread().setContextClassLoader(ShortCalls.class.getClassLoader());
              task.run();
            });
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    throw new UnsupportedOperationException("a model is only asked for streams");
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    AtomicReference<InputStream> body = new AtomicReference<>();
    CompletableFuture<HttpResponse<InputStream>> sent =
        http.sendAsync(inJdk(request), HttpResponse.BodyHandlers.ofInputStream());
    CompletableFuture<Void> heard =
        sent.thenAcceptAsync(
            response -> {
              body.set(response.body());
              hear(response, parser, listener);
            },
            threads);
    Runnable end =
        () -> {
          sent.cancel(true);
          close(body.get());
        };
    CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS, threads)
        .execute(end);
    hungUp.thenRunAsync(end, threads);
    heard.whenComplete(
        (nothing, failure) -> {
          close(body.get());
          if (failure != null) {
            ignoringExceptions(() -> listener.onError(failure));
          }
        });
  }

  private static void hear(
      HttpResponse<InputStream> response,
      ServerSentEventParser parser,
      ServerSentEventListener listener) {
    if (response.statusCode() / HUNDRED != SUCCESS) {
      throw new HttpException(response.statusCode(), "the model refused");
    }
    SuccessfulHttpResponse opened =
        SuccessfulHttpResponse.builder()
            .statusCode(response.statusCode())
            .headers(response.headers().map())
            .build();
    ignoringExceptions(() -> listener.onOpen(opened));
    parser.parse(new Bounded(response.body()), listener);
    ignoringExceptions(listener::onClose);
  }

  private java.net.http.HttpRequest inJdk(HttpRequest request) {
    java.net.http.HttpRequest.Builder built =
        java.net.http.HttpRequest.newBuilder(URI.create(request.url())).timeout(longest);
    request.headers().forEach((name, values) -> values.forEach(v -> built.header(name, v)));
    return built
        .method(
            request.method().name(),
            java.net.http.HttpRequest.BodyPublishers.ofString(request.body()))
        .build();
  }

  private static void close(InputStream body) {
    if (body != null) {
      try {
        body.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A stream that fails where it goes on for too long. */
  private static final class Bounded extends FilterInputStream {
    private int left = MOST_BYTES;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      int read = super.read(into, from, most);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int bytes) throws IOException {
      left -= bytes;
      if (left < 0) {
        close();
        throw new IOException("the model says more than " + MOST_BYTES + " bytes");
      }
    }
  }

  /** Gives the calls as a client; what LangChain4j wishes of time-outs is overruled. */
  private record Builder(ShortCalls calls) implements HttpClientBuilder {

    @Override
    public Duration connectTimeout() {
      return calls.longest;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration wished) {
      return this;
    }

    @Override
    public Duration readTimeout() {
      return calls.longest;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration wished) {
      return this;
    }

    @Override
    public HttpClient build() {
      return calls;
    }
  }
}
