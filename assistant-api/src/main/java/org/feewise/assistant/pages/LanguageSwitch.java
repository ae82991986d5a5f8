package org.feewise.assistant.pages;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.feewise.assistant.identity.CallerLocale;
import org.feewise.models.words.Words;
import org.jboss.resteasy.reactive.RestQuery;

/** Remembers the language a visitor chose and goes back to the page they were on. */
@Path("/language")
@PermitAll
public class LanguageSwitch {
  private static final Duration REMEMBERED = Duration.ofDays(365);

  @GET
  public Response choose(@RestQuery String to, @RestQuery String back) {
    Locale locale = Words.supported(Locale.forLanguageTag(to == null ? "" : to));
    return Response.seeOther(ownPath(back))
        .cookie(
            new NewCookie.Builder(CallerLocale.LANG)
                .value(locale.toLanguageTag())
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
