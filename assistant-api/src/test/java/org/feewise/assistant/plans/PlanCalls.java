package org.feewise.assistant.plans;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.feewise.assistant.identity.TestTokens;

/** Calls of the plans' room in a citizen's name. */
public record PlanCalls(String citizenId, String language) {

  public static PlanCalls of(String citizenId) {
    return new PlanCalls(citizenId, "en");
  }

  PlanCalls inChinese() {
    return new PlanCalls(citizenId, "zh-CN");
  }

  public ValidatableResponse post(String path, String body) {
    return request().body(body).post("/api/v1/me/plans" + path).then();
  }

  ValidatableResponse get(String path) {
    return request().get("/api/v1/me/plans" + path).then();
  }

  public JsonPath plans(String body) {
    return post("", body).statusCode(200).extract().jsonPath();
  }

  private RequestSpecification request() {
    return given()
        .auth()
        .oauth2(TestTokens.citizen(citizenId))
        .header("Accept-Language", language)
        .contentType("application/json");
  }
}
