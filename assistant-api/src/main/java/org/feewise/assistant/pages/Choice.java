package org.feewise.assistant.pages;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;

/** Something a visitor chose for all pages, kept in a cookie of theirs for a year. */
final class Choice {
  private static final Duration REMEMBERED = Duration.ofDays(365);

  private Choice() {}

  /** Goes back to a page with the choice remembered. */
  static Response remembered(String cookie, String value, String back) {
    return Response.seeOther(ownPath(back))
        .cookie(
            new NewCookie.Builder(cookie)
                .value(value)
                .path("/")
                .maxAge((int) REMEMBERED.toSeconds())
                .sameSite(NewCookie.SameSite.LAX)
                .build())
        .build();
  }

  /** Only a path of this service: anything that could lead elsewhere leads to the first page. */
  private static URI ownPath(String back) {
    boolean own = back != null && back.matches("/([A-Za-z0-9_-][A-Za-z0-9/_.-]*)?");
    return URI.create(own ? back : "/");
  }
}
