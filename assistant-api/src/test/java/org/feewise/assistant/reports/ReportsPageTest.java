package org.feewise.assistant.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.feewise.assistant.embedded.EmbeddedServersResource;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.identity.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class ReportsPageTest {
  private static final String YEAR = "/reports?from=1991-01&to=1991-12&feeType=&district=&by=";

  @Inject DataSource database;

  private TrendOnFile file;

  @BeforeEach
  void putRowsOnFile() throws SQLException {
    file =
        new TrendOnFile(database)
            .row("WATER", 1, "东湖区", new long[] {1234, 1000, 134, 100}, new long[] {9, 8, 1})
            .row("GAS", 2, "<b>区", new long[] {20, 20, 0, 0}, new long[] {123_456_789, 5, 0});
  }

  @AfterEach
  void takeThemOut() throws SQLException {
    file.close();
  }

  private static ValidatableResponse page(String address, String language) {
    return given()
        .cookie("feewise", TestTokens.of(Role.Name.ANALYST))
        .cookie("lang", language)
        .accept("text/html")
        .get(address)
        .then();
  }

  private static String html(String address, String language) {
    return page(address, language).statusCode(200).extract().asString();
  }

  @Test
  void showsTheFiguresAsATableInBothLanguages() {
    assertThat(html(YEAR + "month", "zh-CN"))
        .contains("缴费趋势", "到期月份", "应收 (元)", "1,234", "1,234,567.89", "81.0%", "1993-01-02 03:04")
        .contains("lang=\"zh-CN\"", "按时率");
    assertThat(html(YEAR + "feeType", "en"))
        .contains("Payment trend", "Billed (CNY)", "1,234,567.89", "Overdue amount")
        .contains("lang=\"en\"", "Water", "81.0%");
  }

  @Test
  void keepsTheFiltersInTheFormAndInTheLinksToFiles() {
    String html =
        html("/reports?from=1991-01&to=1991-01&feeType=WATER&district=东湖区&by=month", "en");
    assertThat(html)
        .contains("value=\"WATER\" selected", "value=\"东湖区\" selected", "value=\"month\" selected")
        .contains("id=\"from\" name=\"from\" type=\"month\" value=\"1991-01\"");
    Matcher link =
        Pattern.compile("href=\"(/reports/payment-trend\\.\\w+\\?[^\"]+)\"").matcher(html);
    assertThat(link.results().map(found -> found.group(1)).toList())
        .hasSize(2)
        .allSatisfy(
            address ->
                given()
                    .urlEncodingEnabled(false)
                    .cookie("feewise", TestTokens.of(Role.Name.ANALYST))
                    .get(address.replace("&amp;", "&"))
                    .then()
                    .statusCode(200)
                    .header("Content-Disposition", startsWith("attachment")));
  }

  @Test
  void opensOnTheYearBeforeTheAnalysis() {
    assertThat(html("/reports", "en"))
        .contains("name=\"from\" type=\"month\" value=\"1992-02\"")
        .contains("name=\"to\" type=\"month\" value=\"1993-01\"")
        .contains("No bills match");
  }

  @Test
  void saysWhatIsWrongWithAFilterAndKeepsWhatWasTyped() {
    page("/reports?from=1991-05&to=1991-01", "en")
        .statusCode(400)
        .body(containsString("The last month 1991-01 is before the first month 1991-05"))
        .body(containsString("value=\"1991-05\""));
  }

  @Test
  void escapesWhatComesFromTheDatabase() {
    assertThat(html(YEAR + "district", "zh-CN")).contains("&lt;b&gt;区").doesNotContain("<b>区");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void saysSoBeforeTheAnalysisRan(String language) throws SQLException {
    file.close();
    assertThat(html("/reports", language))
        .containsAnyOf("还没有报表", "No report yet")
        .doesNotContain("<script", "<table");
  }

  @Test
  void loadsTheChartFromThisServiceAndNoScriptInline() {
    String html = html(YEAR + "month", "en");
    assertThat(html).doesNotContainPattern("<script(?![^>]*src=)").doesNotContain("onclick");
    Matcher script = Pattern.compile("<script src=\"([^\"]+)\"").matcher(html);
    assertThat(script.results().map(found -> found.group(1)).toList())
        .hasSize(2)
        .allSatisfy(address -> given().get(address).then().statusCode(200));
  }

  @Test
  void isForTheAnalystOnly() {
    given()
        .cookie("feewise", TestTokens.citizen("C0000001"))
        .accept("text/html")
        .get("/reports")
        .then()
        .statusCode(403);
    given()
        .redirects()
        .follow(false)
        .accept("text/html")
        .get("/reports")
        .then()
        .statusCode(303)
        .header("Location", containsString("/sign-in?to=%2Freports"));
  }
}
