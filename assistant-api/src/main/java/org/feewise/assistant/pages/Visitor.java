package org.feewise.assistant.pages;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.feewise.assistant.identity.CallerLocale;
import org.feewise.assistant.identity.Role;
import org.feewise.models.words.Words;

/** Who looks at a page and where they can go; templates reach it as {@code inject:visitor}. */
@RequestScoped
@Named("visitor")
public class Visitor {
  private final SecurityIdentity identity;
  private final CallerLocale caller;
  private final UriInfo uri;
  private final HttpHeaders headers;

  Visitor(SecurityIdentity identity, CallerLocale caller, UriInfo uri, HttpHeaders headers) {
    this.identity = identity;
    this.caller = caller;
    this.uri = uri;
    this.headers = headers;
  }

  public boolean signedIn() {
    return !identity.isAnonymous();
  }

  /** Whether the bills on the pages are the visitor's own. */
  public boolean citizen() {
    return identity.hasRole(Role.Name.CITIZEN);
  }

  /** The name shown at the top; empty for a visitor who has not signed in. */
  public String name() {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? token.<String>claim("name").orElse("")
        : "";
  }

  /** The pages this visitor's role may open. */
  public List<Place> places() {
    return Place.all().filter(place -> identity.hasRole(place.role())).toList();
  }

  public boolean isAt(Place place) {
    return place.isAt(path());
  }

  /** Path of this page, for coming back to it. */
  public String path() {
    return uri.getPath();
  }

  /** How large the visitor wants pages. */
  public Comfort comfort() {
    return Comfort.of(headers);
  }

  /** The words of the frame in the visitor's language. */
  public Words words() {
    return caller.words(Visitor.class, "pages");
  }

  /** The other language's tag, for the switch. */
  public String otherLanguage() {
    return (caller.locale().equals(Words.ENGLISH) ? Words.CHINESE : Words.ENGLISH).toLanguageTag();
  }
}
