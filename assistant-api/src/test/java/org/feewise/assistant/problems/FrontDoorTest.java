package org.feewise.assistant.problems;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.stream.Stream;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.identity.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FrontDoorTest {
  private static final String PREFERENCES = "/api/v1/me/reminder-preferences";

  @Test
  void itsHealthNamesTheDatabaseAndKafka() {
    given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body("checks.status", everyItem(equalTo("UP")))
        .body("checks.name.join(' ')", containsString("Database connections"))
        .body("checks.name.join(' ')", containsString("Reactive Messaging"));
  }

  @Test
  void itsMetricsCountRequestsByRouteAndNameNobody() {
    given().auth().oauth2(token(Role.Name.CITIZEN)).get("/api/v1/me/bills/NO-SUCH-BILL");
    given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("http_server_requests_seconds_count"))
        .body(containsString("/api/v1/me/bills/{billNo}"))
        .body(containsString("jvm_memory_used_bytes"))
        .body(not(containsString("NO-SUCH-BILL")));
  }

  static Stream<Arguments> wrongRequests() {
    String json = "application/json";
    return Stream.of(
        Arguments.of("unknown path", "GET", "/api/v1/me/nowhere", json, null, 404, "not-found"),
        Arguments.of("wrong method", "DELETE", PREFERENCES, json, null, 405, "method-not-allowed"),
        Arguments.of(
            "wrong content type",
            "PUT",
            PREFERENCES,
            "application/xml",
            "<a/>",
            415,
            "unsupported-media-type"),
        Arguments.of("malformed JSON", "PUT", PREFERENCES, json, "{\"a", 400, "malformed-json"),
        Arguments.of("not an object", "PUT", PREFERENCES, json, "[1]", 400, "bad-request"),
        Arguments.of("no body", "PUT", PREFERENCES, json, "", 400, "violated"),
        Arguments.of("unknown field", "PUT", PREFERENCES, json, "{\"a\":1}", 400, "unknown-field"),
        Arguments.of(
            "body too long",
            "PUT",
            PREFERENCES,
            json,
            "{\"a\":\"" + "x".repeat(1_100_000) + "\"}",
            413,
            "too-large"),
        Arguments.of(
            "zero in the path", "GET", "/api/v1/me/bills/a%00b", json, null, 400, "zero-character"),
        Arguments.of(
            "zero in a query",
            "GET",
            "/api/v1/me/bills?next=%00",
            json,
            null,
            400,
            "zero-character"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongRequests")
  void aWrongRequestIsAProblemInTheCallersLanguage(
      String what, String method, String path, String type, String body, int status, String name) {
    for (String language : new String[] {"zh-CN", "en"}) {
      RequestSpecification request =
          given()
              .urlEncodingEnabled(false)
              .auth()
              .oauth2(token(Role.Name.CITIZEN))
              .header("Accept-Language", language)
              .contentType(type);
      if (body != null) {
        request.body(body);
      }
      var answer = request.request(method, path).then().statusCode(status);
      answer.contentType(ProblemBody.MEDIA_TYPE).body("status", equalTo(status));
      answer.body("type", equalTo("urn:feewise:problem:" + name));
      String sentence = answer.extract().jsonPath().getString("detail");
      assertThat(sentence.codePoints().anyMatch(Character::isIdeographic))
          .as("%s in %s: %s", what, language, sentence)
          .isEqualTo(language.equals("zh-CN"));
      assertThat(sentence).doesNotContain("Exception", "org.", "com.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/bills", "/plans", "/reminders"})
  void aBrowserWithoutSignInIsLedToItAndBack(String page) {
    given()
        .accept("text/html")
        .redirects()
        .follow(false)
        .get(page)
        .then()
        .statusCode(303)
        .header("Location", containsString("/sign-in?to=" + page.replace("/", "%2F")));
  }

  @Test
  void aBrowserAtTheDoorOfProgramsIsNotLedAnywhere() {
    given()
        .accept("text/html,application/xhtml+xml,*/*;q=0.8")
        .redirects()
        .follow(false)
        .get("/api/v1/me/bills")
        .then()
        .statusCode(401)
        .contentType(ProblemBody.MEDIA_TYPE);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/me/bills,         citizen",
    "/api/v1/me/payments,      citizen",
    "/api/v1/me/payment-orders, citizen",
    "/api/v1/me/reminders,     citizen",
    "/api/v1/reminders/queue,  operator",
    "/api/v1/risk/scores,      operator"
  })
  void programsAreToldThatTheyMustSignInOrMayNot(String path, String role) {
    given().get(path).then().statusCode(401).contentType(ProblemBody.MEDIA_TYPE);
    for (String other : new String[] {"citizen", "analyst", "operator"}) {
      given()
          .auth()
          .oauth2(token(other))
          .get(path)
          .then()
          .statusCode(other.equals(role) ? 200 : 403);
    }
  }

  @Test
  void theOpenApiDocumentStatesWhoMayCall() {
    Map<String, Map<String, Map<String, Object>>> paths =
        given().accept("application/json").get("/q/openapi").jsonPath().getMap("paths");
    assertThat(paths)
        .containsKeys(
            "/api/v1/sign-in",
            "/api/v1/me/bills",
            "/api/v1/me/bills/{billNo}",
            "/api/v1/me/bills/{billNo}/surcharge",
            "/api/v1/me/payments",
            "/api/v1/me/payment-orders",
            "/api/v1/me/payment-orders/{orderNo}",
            "/api/v1/me/plans",
            "/api/v1/me/plans/{id}/accept",
            "/api/v1/me/reminders",
            PREFERENCES,
            "/api/v1/reminders/queue",
            "/api/v1/reminders/{id}/cancel",
            "/api/v1/risk/scores");
    paths.forEach(
        (path, calls) ->
            calls.forEach(
                (method, call) -> {
                  boolean open = path.equals("/api/v1/sign-in") || !path.startsWith("/api/");
                  if (!open && !path.startsWith("/api/v1/test-")) {
                    assertThat(call.get("security").toString())
                        .as("%s %s", method, path)
                        .contains("bearer");
                  }
                }));
    assertThat(
            given()
                .accept("application/json")
                .get("/q/openapi")
                .jsonPath()
                .getString("components.securitySchemes.bearer.scheme"))
        .isEqualTo("bearer");
  }

  private static String token(String role) {
    return role.equals(Role.Name.CITIZEN) ? TestTokens.citizen("C0000003") : TestTokens.of(role);
  }
}
