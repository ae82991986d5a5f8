package org.feewise.assistant.identity;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.feewise.models.words.Words;

/**
 * The language of the caller of this request: {@code ?lang=}, else the cookie {@code lang}, else
 * {@code Accept-Language}, else zh-CN.
 */
@RequestScoped
@Named("caller")
public class CallerLocale {
  /** Name of the parameter and of the cookie. */
  public static final String LANG = "lang";

  private final UriInfo uri;
  private final HttpHeaders headers;

  CallerLocale(UriInfo uri, HttpHeaders headers) {
    this.uri = uri;
    this.headers = headers;
  }

  /** One of {@link Words#languages()}. */
  public Locale locale() {
    return asked().orElse(Words.CHINESE);
  }

  /** The language the caller asked for; empty when the request says nothing of one we speak. */
  public Optional<Locale> asked() {
    String asked = uri.getQueryParameters().getFirst(LANG);
    if (asked != null) {
      return Optional.of(Words.supported(Locale.forLanguageTag(asked)));
    }
    Cookie cookie = headers.getCookies().get(LANG);
    if (cookie != null) {
      return Optional.of(Words.supported(Locale.forLanguageTag(cookie.getValue())));
    }
    return accepted(headers.getAcceptableLanguages());
  }

  /** The first of the caller's languages that we speak, not merely the first. */
  private static Optional<Locale> accepted(List<Locale> languages) {
    return languages.stream()
        .filter(l -> l.getLanguage().equals("en") || l.getLanguage().equals("zh"))
        .findFirst()
        .map(Words::supported);
  }

  /** BCP 47 tag for the {@code lang} attribute of a page: {@code zh-CN} or {@code en}. */
  public String tag() {
    return locale().toLanguageTag();
  }

  /** The words of a room in the caller's language. */
  public Words words(Class<?> room, String bundle) {
    return Words.of(room, bundle, locale());
  }

  @Produces
  @Dependent
  Locale produced() {
    return locale();
  }
}
