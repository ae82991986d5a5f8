package org.feewise.assistant.identity;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.feewise.assistant.problems.Problem;
import org.feewise.models.words.Words;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Sign-in and sign-out of people: the token travels in a cookie that scripts cannot read. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class SignInPage {
  /** The cookie that holds the token. */
  static final String COOKIE = "feewise";

  private static final int LONGEST_ACCOUNT = 64;
  private static final int LONGEST_PASSWORD = 72;

  private final SignIn signIn;
  private final CallerLocale caller;
  private final Clock clock;
  private final Template page;

  SignInPage(
      SignIn signIn,
      CallerLocale caller,
      Clock clock,
      @Location("identity/sign-in.html") Template page) {
    this.signIn = signIn;
    this.caller = caller;
    this.clock = clock;
    this.page = page;
  }

  @GET
  @Path("sign-in")
  public Response form(@RestQuery String to) {
    signIn.requireLocal();
    return Response.ok(render("", to, null)).build();
  }

  @POST
  @Path("sign-in")
  public Response signIn(
      @RestForm String account,
      @RestForm String password,
      @RestForm String to,
      HttpServerRequest request) {
    signIn.requireLocal();
    try {
      SignedIn signedIn =
          signIn.with(credentials(account, password), request.remoteAddress().hostAddress());
      return Response.seeOther(destination(to, Role.of(signedIn.role())))
          .cookie(cookie(signedIn, request.isSSL()))
          .build();
    } catch (Problem problem) {
      return Response.status(problem.status())
          .entity(render(account, to, problem.sentence(caller.locale())))
          .build();
    }
  }

  @POST
  @Path("sign-out")
  public Response signOut(HttpServerRequest request) {
    return Response.seeOther(URI.create("/sign-in"))
        .cookie(cookieBuilder(request.isSSL()).value("").maxAge(0).build())
        .build();
  }

  private static Credentials credentials(String account, String password) {
    if (account == null
        || password == null
        || account.length() > LONGEST_ACCOUNT
        || password.length() > LONGEST_PASSWORD) {
      throw new Problem(SignInPage.class, 401, "wrong-credentials");
    }
    return new Credentials(account, password);
  }

  private NewCookie cookie(SignedIn signedIn, boolean secure) {
    Duration lifetime = Duration.between(clock.instant(), signedIn.expiresAt());
    return cookieBuilder(secure).value(signedIn.token()).maxAge((int) lifetime.toSeconds()).build();
  }

  private static NewCookie.Builder cookieBuilder(boolean secure) {
    return new NewCookie.Builder(COOKIE)
        .path("/")
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.LAX);
  }

  /** Only a path of this service: anything that could lead elsewhere is ignored. */
  private static URI destination(String to, Role role) {
    boolean ours = to != null && to.matches("/([A-Za-z0-9_-][A-Za-z0-9/_.-]*)?");
    return URI.create(ours ? to : role.home());
  }

  private String render(String account, String to, String error) {
    Locale locale = caller.locale();
    return page.data("words", Words.of(SignInPage.class, "pages", locale))
        .data("lang", locale.toLanguageTag())
        .data("account", account == null ? "" : account)
        .data("to", to == null ? "" : to)
        .data("error", error)
        .render();
  }
}
