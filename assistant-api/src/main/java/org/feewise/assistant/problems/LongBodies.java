package org.feewise.assistant.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feewise.models.words.Words;

/**
 * Refuses, in words, a request whose body says that it is too long; the framework by itself would
 * hang up in silence.
 */
public final class LongBodies {
  /** Before the framework's own limit. */
  private static final int FIRST = 1_000;

  private static final int TOO_LARGE = 413;
  private static final String ALLOWED = LongBodies.class.getName();

  private final ObjectMapper json;
  private final long most;

  LongBodies(
      ObjectMapper json,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
    this.json = json;
    this.most = most.asLongValue();
  }

  /** Lets this one request have a longer body, of which whoever says so takes care. */
  public static void allow(RoutingContext exchange, long bytes) {
    exchange.put(ALLOWED, bytes);
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, FIRST);
  }

  private void check(RoutingContext exchange) {
    String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    long allowed = exchange.get(ALLOWED, most);
    if (length == null || !length.matches("[0-9]{1,18}") || Long.parseLong(length) <= allowed) {
      exchange.next();
      return;
    }
    exchange
        .response()
        .setStatusCode(TOO_LARGE)
        .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .end(body(language(exchange.request())));
  }

  private String body(Locale locale) {
    try {
      return json.writeValueAsString(ProblemBody.of(Diagnosis.ofStatus(TOO_LARGE), locale));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Locale language(HttpServerRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    try {
      List<LanguageRange> ranges = LanguageRange.parse(accepted == null ? "" : accepted);
      Locale found = Locale.lookup(ranges, Words.languages());
      return found == null ? Words.CHINESE : found;
    } catch (IllegalArgumentException e) {
      return Words.CHINESE;
    }
  }
}
