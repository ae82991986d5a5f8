package org.feewise.assistant.problems;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProblemResponsesTest {
  /** A request body with a rule. */
  record Order(@Min(1) int instalments, LocalDate on) {}

  /** Fails in the ways a resource can fail. */
  @Path("/api/v1/test-problems")
  @PermitAll
  public static class Failing {
    @GET
    @Path("bug")
    public String bug() {
      throw new IllegalStateException("secret detail");
    }

    @GET
    @Path("on")
    public String on(@RestQuery LocalDate from) {
      return String.valueOf(from);
    }

    @GET
    @Path("count")
    public String count(@RestQuery Integer size) {
      return String.valueOf(size);
    }

    @GET
    @Path("secret")
    @RolesAllowed("analyst")
    public String secret() {
      return "";
    }

    @POST
    public String order(@NotNull @Valid Order order) {
      return String.valueOf(order.instalments());
    }
  }

  private static ValidatableResponse problem(
      ValidatableResponse response, int status, String name) {
    return response
        .statusCode(status)
        .contentType(ProblemBody.MEDIA_TYPE)
        .body("type", equalTo("urn:feewise:problem:" + name))
        .body("status", equalTo(status))
        .body("title", notNullValue())
        .body("detail", notNullValue());
  }

  private static ValidatableResponse get(String path) {
    return given().get("/api/v1/test-problems/" + path).then();
  }

  private static ValidatableResponse post(String body) {
    return given().contentType(ContentType.JSON).body(body).post("/api/v1/test-problems").then();
  }

  @Test
  void unforeseenFailureKeepsItsDetailsForTheLog() {
    problem(get("bug"), 500, "internal-error")
        .body("errorId", notNullValue())
        .body(not(containsString("secret detail")))
        .body(not(containsString("IllegalState")));
  }

  @Test
  void unknownAddress() {
    problem(get("nowhere"), 404, "not-found");
  }

  @Test
  void unsupportedMethod() {
    problem(given().delete("/api/v1/test-problems").then(), 405, "method-not-allowed");
  }

  @Test
  void unsupportedContentType() {
    problem(
        given().contentType(ContentType.XML).body("<a/>").post("/api/v1/test-problems").then(),
        415,
        "unsupported-media-type");
  }

  @Test
  void missingSignIn() {
    problem(get("secret"), 401, "unauthorized");
  }

  @Test
  void forgedToken() {
    problem(
        given().auth().oauth2("e30.e30.e30").get("/api/v1/test-problems/secret").then(),
        401,
        "unauthorized");
  }

  @Test
  void brokenDateParameter() {
    problem(get("on?from=2026-13-01"), 400, "invalid-parameter").body("field", equalTo("from"));
  }

  @Test
  void brokenNumberParameter() {
    problem(get("count?size=many"), 400, "invalid-parameter").body("field", equalTo("size"));
  }

  @Test
  void bodyThatIsNotJson() {
    problem(post("{\"instalments\":"), 400, "malformed-json");
  }

  @Test
  void bodyThatIsMissing() {
    problem(post(""), 400, "violated");
  }

  @Test
  void fieldOfTheWrongType() {
    problem(post("{\"on\":\"tomorrow\"}"), 400, "invalid-field").body("field", equalTo("on"));
  }

  @Test
  void fieldThatDoesNotExist() {
    problem(post("{\"installments\":3}"), 400, "unknown-field")
        .body("field", equalTo("installments"));
  }

  @Test
  void fieldAgainstTheRules() {
    problem(post("{\"instalments\":0}"), 400, "violated").body("field", equalTo("instalments"));
  }

  @Test
  void speaksTheLanguageOfTheCaller() {
    given()
        .header("Accept-Language", "en-GB,zh;q=0.5")
        .get("/api/v1/nowhere")
        .then()
        .body("title", equalTo("Not found"));
    given().get("/api/v1/nowhere").then().body("title", equalTo("没有找到"));
    given()
        .header("Accept-Language", "fr")
        .get("/api/v1/nowhere")
        .then()
        .body("title", equalTo("没有找到"));
    given().get("/api/v1/nowhere?lang=en").then().body("title", equalTo("Not found"));
  }

  @Test
  void browserGetsAPage() {
    given()
        .accept("text/html,*/*;q=0.8")
        .get("/nowhere")
        .then()
        .statusCode(404)
        .contentType(ContentType.HTML)
        .body(containsString("没有找到"));
  }
}
