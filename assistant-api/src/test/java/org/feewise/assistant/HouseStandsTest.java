package org.feewise.assistant;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.feewise.assistant.embedded.EmbeddedServersResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class HouseStandsTest {
  @Test
  void readyOnRealServers() {
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
  }

  @Test
  void publishesItsOpenApi() {
    given().accept("application/json").get("/q/openapi").then().statusCode(200);
  }
}
