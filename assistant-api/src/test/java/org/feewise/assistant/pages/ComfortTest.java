package org.feewise.assistant.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ComfortTest {

  @ParameterizedTest
  @CsvSource({"on, 22", "18, 18", "30, 30", "7, 18", "999, 30", "off, off", "huge, off", "'', off"})
  void aSizeIsKeptWithinItsBounds(String to, String remembered) {
    given()
        .redirects()
        .follow(false)
        .get("/comfort?to=" + to + "&back=/bills")
        .then()
        .statusCode(303)
        .cookie("comfort", equalTo(remembered));
  }

  @ParameterizedTest
  @ValueSource(strings = {"//elsewhere.example", "https://elsewhere.example", "/\\elsewhere", ""})
  void noChoiceLeadsElsewhere(String back) {
    Response answer =
        given().redirects().follow(false).queryParam("back", back).get("/comfort?to=on");
    assertThat(URI.create(answer.header("Location")).getPath()).isEqualTo("/");
    assertThat(answer.header("Location")).doesNotContain("elsewhere");
  }

  @Test
  void eachStepIsFourPixelsAndTheEndsHaveNone() {
    Comfort usual = Comfort.of("on");
    assertThat(usual.larger()).isEqualTo(26);
    assertThat(usual.smaller()).isEqualTo(18);
    assertThat(Comfort.of("30").canGrow()).isFalse();
    assertThat(Comfort.of("18").canShrink()).isFalse();
  }

  @Test
  void aSignInPageAlreadyShowsIt() {
    String page =
        given().cookie("comfort", "26").header("Accept", "text/html").get("/sign-in").asString();
    assertThat(page).contains("class=\"comfort\"", "--size:26px");
    assertThat(given().cookie("comfort", "\"><script>").get("/sign-in").asString())
        .doesNotContain("comfort\" style");
  }
}
