package org.feewise.assistant.identity;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Sign-in of programs. */
@Path("/api/v1/sign-in")
class SignInResource {
  private final SignIn signIn;

  SignInResource(SignIn signIn) {
    this.signIn = signIn;
  }

  @POST
  @PermitAll
  @Operation(summary = "Exchange account and password for a bearer token")
  @APIResponse(responseCode = "200", description = "the token and whose it is")
  @APIResponse(responseCode = "401", description = "account or password is wrong")
  @APIResponse(responseCode = "429", description = "too many failures; see Retry-After")
  public SignedIn signIn(@NotNull @Valid Credentials credentials, HttpServerRequest request) {
    return signIn.with(credentials, request.remoteAddress().hostAddress());
  }
}
