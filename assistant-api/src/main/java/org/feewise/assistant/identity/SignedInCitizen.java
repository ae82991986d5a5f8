package org.feewise.assistant.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.ForbiddenException;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The citizen who signed in: the only source of a citizen id that a room may read data by. */
@RequestScoped
public class SignedInCitizen {
  /** Name of the token's claim that holds the citizen id. */
  public static final String CLAIM = "citizen";

  private final JsonWebToken token;

  SignedInCitizen(JsonWebToken token) {
    this.token = token;
  }

  /**
   * The citizen's id.
   *
   * @throws ForbiddenException when the caller is not a citizen
   */
  public String id() {
    String id = token.getClaim(CLAIM);
    if (id == null) {
      throw new ForbiddenException();
    }
    return id;
  }
}
