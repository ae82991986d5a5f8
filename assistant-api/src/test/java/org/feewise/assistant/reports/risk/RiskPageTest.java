package org.feewise.assistant.reports.risk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.feewise.assistant.embedded.EmbeddedServersResource;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.identity.TestTokens;
import org.feewise.models.words.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class RiskPageTest {
  @Inject DataSource database;
  private RiskRunOnFile file;

  @BeforeEach
  void putARunOnFile() throws SQLException {
    file =
        new RiskRunOnFile(database, "CHAMPION_STAYS", true)
            .drift("score", 0.021, null, 0.25)
            .drift("payer_late_share", 0.314, 0.2, 0.4)
            .drift("payer_bills", 2.5, 1.5, null)
            .month("1992-11", true, 0.201, 0.222)
            .month("1992-12", false, 0.211, 0.233)
            .group("district", "东湖区", 0.123)
            .group("district", "<b>区", 0.1)
            .group("district", "OTHER", 0.09)
            .group("disabled", "yes", 0.234);
  }

  @AfterEach
  void takeItOut() throws SQLException {
    file.close();
  }

  private static String html(String language) {
    return given()
        .cookie("feewise", TestTokens.of(Role.Name.ANALYST))
        .cookie("lang", language)
        .accept("text/html")
        .get("/reports/risk")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private static RequestSpecification analyst() {
    return given().auth().oauth2(TestTokens.of(Role.Name.ANALYST));
  }

  @Test
  void tellsWhichModelSinceWhenHowGoodAndWhoWon() {
    assertThat(html("zh-CN"))
        .contains("risk-1993-01-01-abc", "1993-01-01", "12,345", "1992-12-01", "1993-01-02 03:04")
        .contains("评分已发布", "2,468", "新模型没有明确胜出", "1,357", "0.432", "0.8123".substring(0, 5))
        .contains("只看过往迟缴率 0.746;逻辑回归 0.779", "完全校准的模型因偶然也会有 0.023");
    assertThat(html("en"))
        .contains("Scores were published for 2,468 open bills, as of 1993-01-02")
        .contains(
            "The new model did not clearly win", "a gain of 0.001 a bill (95% interval -0.000");
  }

  @Test
  void tellsWhatMovedAndWhetherThatIsTooMuch() {
    assertThat(html("zh-CN")).contains("缴费人过往迟缴率", "0.314", "变化大,但属平常", "本来就变", "稳定");
    assertThat(html("en"))
        .contains("Payer&#39;s past late share", "moved much, as usual", "no bound", "stable");
  }

  @Test
  void tellsMonthsAndGroupsWithTheirIntervals() {
    assertThat(html("en"))
        .contains("1992-12", "due since", "held back", "21.1%", "23.3%", "2.2% (-3.0% to 5.0%)")
        .contains("12.3% (11.3% to 13.3%)", "With a disability", "Others (small groups together)")
        .contains("456 of 78 payers", "0.031 (chance 0.042)");
    assertThat(html("zh-CN")).contains("区县、年龄、收入和残疾情况从不作为特征读入", "有残疾", "并不等于歧视");
  }

  @Test
  void aStopIsLoudAndSaysWhatToDo() throws SQLException {
    try (RiskRunOnFile stopped = new RiskRunOnFile(database, "CHAMPION_STAYS", false)) {
      stopped.alarm("FEATURE", "amount_log").alarm("SHARE", "");
      assertThat(html("zh-CN")).contains("没有发布评分", "特征“金额”的分布变了:PSI 为 0.912", "--publish-anyway");
      assertThat(html("en"))
          .contains("notice bad", "No score was published", "“Amount” is spread otherwise")
          .contains("not published");
    }
  }

  @Test
  void escapesWhatComesFromTheDatabase() {
    assertThat(html("zh-CN")).contains("&lt;b&gt;区").doesNotContain("<b>区");
  }

  @Test
  void loadsTheChartsFromThisServiceAndNoScriptInline() {
    String html = html("en");
    assertThat(html).doesNotContainPattern("<script(?![^>]*src=)").doesNotContain("onclick");
    Matcher script = Pattern.compile("<script src=\"([^\"]+)\"").matcher(html);
    assertThat(script.results().map(found -> found.group(1)).toList())
        .hasSize(2)
        .allSatisfy(address -> given().get(address).then().statusCode(200));
    Matcher file = Pattern.compile("href=\"(/reports/risk/[^\"]+)\" download").matcher(html);
    assertThat(file.results().map(found -> found.group(1)).toList())
        .hasSize(5)
        .allSatisfy(
            address ->
                given()
                    .cookie("feewise", TestTokens.of(Role.Name.ANALYST))
                    .get(address)
                    .then()
                    .statusCode(200)
                    .header("Content-Disposition", startsWith("attachment")));
  }

  @ParameterizedTest
  @EnumSource(RiskReport.class)
  void everyReportIsAnsweredAndListedInBothLanguages(RiskReport report) {
    for (String language : new String[] {"zh-CN", "en"}) {
      analyst()
          .get("/api/v1/reports/" + report.path() + "?lang=" + language)
          .then()
          .statusCode(200)
          .body("name", equalTo(report.path()))
          .body("asOf", equalTo("1993-01-02T03:04:05+08:00"))
          .body("columns.size()", equalTo(report.columns().size()));
    }
    analyst().get("/api/v1/reports").then().body("items.name", hasItem(report.path()));
  }

  @Test
  void figuresOfGroupsAreThoseOfTheRun() {
    analyst()
        .get("/api/v1/reports/risk-fairness?lang=en")
        .then()
        .body("rows.group_title", hasItems("东湖区", "With a disability"))
        .body("rows.find { it.group_name == '东湖区' }.false_positive", equalTo(0.123f))
        .body("rows.find { it.group_name == '东湖区' }.bills", equalTo(456));
    analyst()
        .get("/api/v1/reports/risk-drift")
        .then()
        .body("rows[0].name", equalTo("score"))
        .body("rows.find { it.name == 'payer_bills' }.bound", nullValue());
    analyst()
        .accept("text/csv")
        .get("/api/v1/reports/risk-calibration")
        .then()
        .statusCode(200)
        .body(containsString("1992-12,false,321,123,0.211,0.233"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/reports/risk", "/reports/risk/risk-runs.csv", "/api/v1/reports/risk-runs"})
  void isForTheAnalystOnly(String address) {
    for (String token :
        new String[] {TestTokens.citizen("C0000001"), TestTokens.of(Role.Name.OPERATOR)}) {
      given().auth().oauth2(token).get(address).then().statusCode(403);
    }
  }

  @Test
  void anUnknownFileIsNotFound() {
    analyst().get("/reports/risk/citizens.csv").then().statusCode(404);
  }

  @Test
  void everyReasonAndAlarmHasItsWords() {
    for (Locale locale : Words.languages()) {
      Words words = Words.of(RiskWords.class, "risk", locale);
      assertThat(java.util.Arrays.stream(org.feewise.models.risk.watch.Succession.Reason.values()))
          .allMatch(reason -> words.has("reason." + reason));
      assertThat(java.util.Arrays.stream(org.feewise.models.risk.watch.Alarm.Kind.values()))
          .allMatch(kind -> words.has("alarm." + kind));
      assertThat(org.feewise.models.risk.features.HouseFeatures.SCHEMA.numbers())
          .allMatch(feature -> words.has("feature." + feature));
    }
  }
}
