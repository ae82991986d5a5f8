package org.feewise.assistant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.feewise.assistant.ApiOperations.Operation;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.identity.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text that PostgreSQL cannot keep goes no further than the door, which names its field. */
@QuarkusTest
class ZeroCharacterTest {
  private static final String ZERO = "%00";
  private static final String TYPE = "urn:feewise:problem:zero-character";

  @Test
  void everyParameterOfEveryCallIsNamed() {
    List<Operation> calls =
        ApiOperations.all().stream()
            .filter(call -> call.path().startsWith("/api/v1/") && !call.parameters().isEmpty())
            .toList();
    assertThat(calls).hasSizeGreaterThan(5);
    for (Operation call : calls) {
      for (String parameter : call.parameters()) {
        assertThat(answers(call, parameter))
            .as("%s %s", call, parameter)
            .isNotEmpty()
            .allSatisfy(
                answer -> {
                  assertThat(answer.statusCode()).isEqualTo(400);
                  assertThat(answer.jsonPath().getString("type")).isEqualTo(TYPE);
                  assertThat(answer.jsonPath().getString("field")).isEqualTo(parameter);
                });
      }
    }
  }

  /** From everybody whom the call does not turn away. */
  private static List<Response> answers(Operation call, String parameter) {
    return Stream.of(
            TestTokens.citizen("C-ZERO"),
            TestTokens.of(Role.Name.ANALYST),
            TestTokens.of(Role.Name.OPERATOR),
            TestTokens.of(Role.Name.SYSTEM))
        .map(token -> call(token, call, parameter))
        .filter(answer -> answer.statusCode() != 403)
        .toList();
  }

  private static Response call(String token, Operation call, String parameter) {
    String address = call.path();
    for (String name : call.pathParameters()) {
      address = address.replace("{" + name + "}", name.equals(parameter) ? "x" + ZERO : "x");
    }
    RequestSpecification request = signedIn(token).urlEncodingEnabled(false);
    if (call.queryParameters().contains(parameter)) {
      request.queryParam(parameter, "x" + ZERO);
    }
    if (call.hasBody()) {
      request.body("{}");
    }
    return request.request(call.method(), address);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/api/v1/me/plans | {'billNos': ['A', 'B%s']} | billNos[1]",
        "/api/v1/me/plans/what-if | {'pay': [{'billNo': '%s'}]} | pay[0].billNo",
        "/api/v1/chat | {'text': 'water%s'} | text",
        "/api/v1/chat | {'text': 'water', 'conversationId': '%s'} | conversationId",
        "/api/v1/sign-in | {'account': 'a%s', 'password': 'b'} | account",
      })
  void everyTextOfABodyIsNamed(String path, String body, String field) {
    signedIn(TestTokens.citizen("C-ZERO"))
        .body(body.replace('\'', '"').formatted("\\u0000"))
        .post(path)
        .then()
        .statusCode(400)
        .body("type", equalTo(TYPE))
        .body("field", equalTo(field))
        .body("detail", containsString(field));
  }

  @Test
  void aZeroCharacterInANameIsRefusedToo() {
    signedIn(TestTokens.citizen("C-ZERO"))
        .urlEncodingEnabled(false)
        .get("/api/v1/me/bills?fee" + ZERO + "Type=WATER")
        .then()
        .statusCode(400)
        .body("type", equalTo(TYPE))
        .body("field", equalTo("feeType"));
  }

  @Test
  void aFormIsAnsweredWithAPageThatNamesTheField() {
    RequestSpecification browser =
        given()
            .filter(new CookieFilter())
            .cookie("feewise", TestTokens.citizen("C-ZERO"))
            .header("Accept-Language", "en")
            .accept("text/html");
    String token =
        browser
            .get("/plans")
            .asString()
            .replaceAll("(?s).*name=\"csrf-token\" value=\"([^\"]+)\".*", "$1");

    browser
        .formParams(Map.of("csrf-token", token, "budget", "600\0"))
        .post("/plans")
        .then()
        .statusCode(400)
        .contentType("text/html")
        .body(containsString("budget"))
        .body(containsString("U+0000"));
  }

  @Test
  void aPageTokenThatHidesOneIsNoPageOfAnyList() {
    String token =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("2026-11-24 B\0".getBytes(StandardCharsets.UTF_8));

    signedIn(TestTokens.citizen("C-ZERO"))
        .get("/api/v1/me/bills?next=" + token)
        .then()
        .statusCode(400)
        .body("field", equalTo("next"));
  }

  private static RequestSpecification signedIn(String token) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json; charset=utf-8")
        .header("Accept-Language", "en");
  }
}
