package org.feewise.assistant.pages;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.feewise.assistant.identity.CallerLocale;
import org.feewise.models.words.Words;
import org.jboss.resteasy.reactive.RestQuery;

/** Remembers the language a visitor chose and goes back to the page they were on. */
@Path("/language")
@PermitAll
public class LanguageSwitch {
  @GET
  public Response choose(@RestQuery String to, @RestQuery String back) {
    Locale locale = Words.supported(Locale.forLanguageTag(to == null ? "" : to));
    return Choice.remembered(CallerLocale.LANG, locale.toLanguageTag(), back);
  }
}
