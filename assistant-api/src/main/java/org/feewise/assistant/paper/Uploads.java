package org.feewise.assistant.paper;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feewise.assistant.problems.LongBodies;

/**
 * Takes files that are handed in into memory, before the framework would write them to disk, and
 * hands on the other fields of the form as an ordinary one. Only from who has signed in, only some
 * at a time, and never more than the limit.
 */
final class Uploads {
  private static final String PAGE = "/paper";
  static final String CALL = "/api/v1/me/paper-bills";

  private static final int BEFORE_THE_LIMIT_OF_BODIES = 1_100;
  private static final int AFTER_AUTHENTICATION = 50;

  /** A form around the file. */
  private static final long FRAME = 64 * 1_024;

  /**
   * What is beyond the limit is let pass unread, so that the refusal arrives; this is beyond all.
   */
  private static final long MOST_PASSED = 128L * 1_024 * 1_024;

  private static final int AT_ONCE = 4;

  /** Who sends slower than this gives their place up. */
  private static final long MOST_MILLISECONDS = 120_000;

  private final Semaphore places = new Semaphore(AT_ONCE);
  private final long most;

  Uploads(@ConfigProperty(name = "feewise.paper.largest-file") MemorySize most) {
    this.most = most.asLongValue() + FRAME;
  }

  void register(@Observes Filters filters) {
    filters.register(Uploads::allow, BEFORE_THE_LIMIT_OF_BODIES);
    filters.register(this::take, AFTER_AUTHENTICATION);
  }

  private static void allow(RoutingContext exchange) {
    if (isUpload(exchange)) {
      LongBodies.allow(exchange, MOST_PASSED);
    }
    exchange.next();
  }

  private static boolean isUpload(RoutingContext exchange) {
    String path = exchange.normalizedPath();
    String type = exchange.request().getHeader(HttpHeaders.CONTENT_TYPE);
    return exchange.request().method() == HttpMethod.POST
        && (path.equals(PAGE) || path.equals(CALL))
        && type != null
        && type.regionMatches(true, 0, Multipart.TYPE, 0, Multipart.TYPE.length());
  }

  private void take(RoutingContext exchange) {
    if (!isUpload(exchange)) {
      exchange.next();
      return;
    }
    QuarkusHttpUser.getSecurityIdentity(exchange, null)
        .subscribe()
        .with(
            identity -> take(exchange, identity), failure -> pass(exchange, new Upload.Missing()));
  }

  private void take(RoutingContext exchange, SecurityIdentity identity) {
    if (identity == null || identity.isAnonymous()) {
      pass(exchange, new Upload.Missing());
    } else if (!places.tryAcquire()) {
      pass(exchange, new Upload.Busy());
    } else {
      exchange.addEndHandler(end -> places.release());
      read(exchange);
    }
  }

  private void read(RoutingContext exchange) {
    HttpServerRequest request = exchange.request();
    Buffer body = Buffer.buffer();
    long[] length = {0};
    long timer = exchange.vertx().setTimer(MOST_MILLISECONDS, late -> request.connection().close());
    request.handler(
        chunk -> {
          length[0] += chunk.length();
          if (length[0] <= most) {
            body.appendBuffer(chunk);
          } else if (length[0] > MOST_PASSED) {
            request.connection().close();
          }
        });
    exchange.addEndHandler(end -> exchange.vertx().cancelTimer(timer));
    request.endHandler(
        end -> {
          exchange.vertx().cancelTimer(timer);
          handOn(exchange, body, length[0] > most);
        });
    request.exceptionHandler(exchange::fail);
    request.resume();
  }

  private static void handOn(RoutingContext exchange, Buffer body, boolean tooLarge) {
    String type = exchange.request().getHeader(HttpHeaders.CONTENT_TYPE);
    Optional<Multipart> form = Multipart.parse(body.getBytes(), type);
    byte[] file = form.map(Multipart::file).orElse(null);
    Upload upload =
        tooLarge
            ? new Upload.TooLarge()
            : form.isEmpty()
                ? new Upload.NotMultipart()
                : file == null ? new Upload.Missing() : new Upload.File(file);
    upload.leaveWith(exchange);
    go(exchange, form.map(Multipart::fields).orElse(Map.of()));
  }

  private static void pass(RoutingContext exchange, Upload upload) {
    upload.leaveWith(exchange);
    go(exchange, Map.of());
  }

  /** Goes on with what is left of the body: the fields of the page's form, or nothing. */
  private static void go(RoutingContext exchange, Map<String, String> fields) {
    boolean page = exchange.normalizedPath().equals(PAGE);
    String rest =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    Buffer body = Buffer.buffer(page ? rest.isEmpty() ? "none=" : rest : "");
    exchange
        .request()
        .headers()
        .remove(HttpHeaders.TRANSFER_ENCODING)
        .set(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()))
        .set(
            HttpHeaders.CONTENT_TYPE,
            page ? "application/x-www-form-urlencoded" : "application/octet-stream");
    ((RoutingContextInternal) exchange).setBody(body);
    exchange.next();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
