package org.feewise.assistant.problems;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Answers with a problem: as problem+json, or as a page where a browser asked for a page. */
@ApplicationScoped
class ProblemAnswer {
  private final Instance<Locale> locale;
  private final HttpHeaders headers;
  private final UriInfo uri;
  private final Template page;

  ProblemAnswer(
      Instance<Locale> locale,
      HttpHeaders headers,
      UriInfo uri,
      @Location("problems/problem.html") Template page) {
    this.locale = locale;
    this.headers = headers;
    this.uri = uri;
    this.page = page;
  }

  Response to(Problem problem) {
    return respond(problem, null, Response.status(problem.status()));
  }

  Response to(Problem problem, String errorId) {
    return respond(problem, errorId, Response.status(problem.status()));
  }

  /** Keeps the headers that the framework gave, such as {@code Allow}. */
  Response to(Problem problem, Response given) {
    Response.ResponseBuilder builder = Response.status(problem.status());
    given.getHeaders().forEach((name, values) -> values.forEach(v -> builder.header(name, v)));
    return respond(problem, null, builder);
  }

  private Response respond(Problem problem, String errorId, Response.ResponseBuilder builder) {
    if (problem.retryAfter() != null) {
      builder.header(HttpHeaders.RETRY_AFTER, problem.retryAfter().toSeconds() + 1);
    }
    if (!wantsPage()) {
      return builder
          .type(ProblemBody.MEDIA_TYPE)
          .entity(ProblemBody.of(problem, locale.get(), errorId))
          .build();
    }
    if (problem.status() == 401) {
      return Response.seeOther(signInAndReturn()).build();
    }
    ProblemBody body = ProblemBody.of(problem, locale.get(), errorId);
    String text = page.data("problem", body).data("lang", locale.get().toLanguageTag()).render();
    return builder.type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).entity(text).build();
  }

  private boolean wantsPage() {
    String path = uri.getPath();
    return !path.startsWith("/api/")
        && !path.startsWith("/q/")
        && headers.getAcceptableMediaTypes().stream()
            .anyMatch(
                type -> type.isCompatible(MediaType.TEXT_HTML_TYPE) && !type.isWildcardType());
  }

  private URI signInAndReturn() {
    String here = uri.getRequestUri().getRawPath();
    return URI.create("/sign-in?to=" + URLEncoder.encode(here, StandardCharsets.UTF_8));
  }
}
