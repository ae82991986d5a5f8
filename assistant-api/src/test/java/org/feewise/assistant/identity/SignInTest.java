package org.feewise.assistant.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.feewise.assistant.embedded.EmbeddedServersResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SignInTest {
  private static final String PASSWORD = EmbeddedServersResource.DEMO_PASSWORD;

  /** Tells who is calling. */
  @Path("/api/v1/test-caller")
  public static class Caller {
    private final SignedInCitizen citizen;

    Caller(SignedInCitizen citizen) {
      this.citizen = citizen;
    }

    @GET
    @RolesAllowed(Role.Name.CITIZEN)
    public String id() {
      return citizen.id();
    }
  }

  private static Response signIn(String account, String password) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("account", account, "password", password))
        .post("/api/v1/sign-in");
  }

  @ParameterizedTest
  @CsvSource({"citizen1, citizen", "citizen9, citizen", "analyst, analyst", "operator, operator"})
  void givesATokenOfTheAccountsRole(String account, String role) {
    JsonPath answer = signIn(account, PASSWORD).then().statusCode(200).extract().jsonPath();
    assertThat(answer.getString("role")).isEqualTo(role);
    assertThat(answer.getString("name")).isNotBlank();
    assertThat(OffsetDateTime.parse(answer.getString("expiresAt")))
        .isBetween(OffsetDateTime.now().plusHours(11), OffsetDateTime.now().plusHours(13));
  }

  @Test
  void tokenTellsWhichCitizen() {
    String token = signIn("citizen2", PASSWORD).jsonPath().getString("token");
    given()
        .auth()
        .oauth2(token)
        .get("/api/v1/test-caller")
        .then()
        .statusCode(200)
        .body(equalTo("C0000002"));
  }

  @Test
  void tokenOfAnotherRoleIsForbidden() {
    String token = signIn("analyst", PASSWORD).jsonPath().getString("token");
    given().auth().oauth2(token).get("/api/v1/test-caller").then().statusCode(403);
  }

  @Test
  void alteredTokenIsRefused() {
    String token = signIn("citizen2", PASSWORD).jsonPath().getString("token");
    String[] parts = token.split("\\.");
    String other = signIn("citizen3", PASSWORD).jsonPath().getString("token");
    String forged = parts[0] + "." + other.split("\\.")[1] + "." + parts[2];
    given().auth().oauth2(forged).get("/api/v1/test-caller").then().statusCode(401);
  }

  @ParameterizedTest
  @CsvSource({"citizen1, wrong", "nobody, test-password", "CITIZEN1, test-password"})
  void wrongCredentialsAreNotToldApart(String account, String password) {
    signIn(account, password)
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:feewise:problem:wrong-credentials"));
  }

  @Test
  void missingPasswordIsTheFieldAtFault() {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("account", "citizen1"))
        .post("/api/v1/sign-in")
        .then()
        .statusCode(400)
        .body("field", equalTo("password"));
  }

  @Test
  void tooManyFailuresCloseTheDoorForThatAccount() {
    String account = "guess-" + UUID.randomUUID();
    for (int attempt = 0; attempt < 10; attempt++) {
      signIn(account, "wrong").then().statusCode(401);
    }
    signIn(account, "wrong")
        .then()
        .statusCode(429)
        .header("Retry-After", notNullValue())
        .body("type", equalTo("urn:feewise:problem:too-many-attempts"));
    signIn("citizen1", PASSWORD).then().statusCode(200);
  }

  private static ValidatableResponse post(CookieFilter cookies, String to, boolean withCsrf) {
    String page =
        given().filter(cookies).get("/sign-in").then().statusCode(200).extract().asString();
    String csrf = page.replaceAll("(?s).*name=\"csrf-token\" value=\"([^\"]+)\".*", "$1");
    return given()
        .filter(cookies)
        .redirects()
        .follow(false)
        .contentType(ContentType.URLENC)
        .formParam("csrf-token", withCsrf ? csrf : "")
        .formParam("account", "citizen4")
        .formParam("password", PASSWORD)
        .formParam("to", to)
        .post("/sign-in")
        .then();
  }

  @Test
  void pageSignsInWithACookieThatScriptsCannotRead() {
    CookieFilter cookies = new CookieFilter();
    String cookie =
        post(cookies, "/bills", true)
            .statusCode(303)
            .header("Location", containsString("/bills"))
            .extract()
            .headers()
            .getValues("Set-Cookie")
            .stream()
            .filter(value -> value.startsWith("feewise="))
            .findFirst()
            .orElseThrow();
    assertThat(cookie).contains("HttpOnly").containsIgnoringCase("SameSite=Lax");
    given().filter(cookies).get("/api/v1/test-caller").then().body(equalTo("C0000004"));
  }

  @Test
  void formWithoutItsTokenIsRefused() {
    post(new CookieFilter(), "/", false).statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://evil.example", "//evil.example", "/\\evil.example", "javascript:x"})
  void neverLeadsElsewhere(String to) {
    post(new CookieFilter(), to, true).statusCode(303).header("Location", equalTo(home()));
  }

  private static String home() {
    return "http://127.0.0.1:" + io.restassured.RestAssured.port + "/";
  }

  @Test
  void pageAsksForSignInAndComesBack() {
    given()
        .accept("text/html")
        .redirects()
        .follow(false)
        .get("/test-page")
        .then()
        .statusCode(303)
        .header("Location", containsString("/sign-in?to=%2Ftest-page"));
  }

  /** A page for citizens. */
  @Path("/test-page")
  public static class Page {
    @GET
    @RolesAllowed(Role.Name.CITIZEN)
    @Produces(MediaType.TEXT_HTML)
    public String page() {
      return "";
    }
  }

  @Test
  void forgetsFailuresAfterTheWindow() {
    SettableClock clock = new SettableClock();
    SignInAttempts attempts = new SignInAttempts(clock, 2, Duration.ofMinutes(5));
    attempts.failed("a");
    attempts.failed("a");
    assertThat(attempts.closedFor("a")).contains(Duration.ofMinutes(5));
    assertThat(attempts.closedFor("b")).isEmpty();
    clock.forward(Duration.ofMinutes(5).plusSeconds(1));
    assertThat(attempts.closedFor("a")).isEmpty();
  }
}
