package org.feewise.assistant.pages;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestQuery;

/** Remembers how large a visitor wants pages and goes back to the page they were on. */
@Path("/comfort")
@PermitAll
public class ComfortSwitch {

  /**
   * Chooses.
   *
   * @param to {@code on}, {@code off} or a size of the type in pixels
   */
  @GET
  public Response choose(@RestQuery String to, @RestQuery String back) {
    return Choice.remembered(Comfort.COOKIE, Comfort.of(to).chosen(), back);
  }
}
