package org.feewise.assistant.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.feewise.assistant.bills.BillsOnFile;
import org.feewise.assistant.embedded.EmbeddedServersResource;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.identity.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class OperationsPageTest {
  private static final String PAYER = "C0000006";
  private static final String REMINDER = "operations-test";

  @Inject DataSource database;

  private BillsOnFile file;
  private String billNo;

  @BeforeEach
  void putAScoreAndAReminderOnFile() throws SQLException {
    file = new BillsOnFile(database, "OPS-");
    billNo =
        file.open(PAYER, "DEED_TAX", 123_450, LocalDate.of(2026, 1, 5), LocalDate.of(2026, 2, 5));
    file.update(
        """
        insert into risk_score (bill_no, citizen_id, scored_at, model_version, probability_late, band,
          expected_days_late, reasons, event_id)
        values (?, ?, timestamptz '2026-01-06 08:30+08', 'test', 0.734, 'HIGH', 4,
          '[{"feature": "payer_late_share", "value": "0.621", "contribution": 1.2},
            {"feature": "payer_streak", "value": "-3", "contribution": -0.4},
            {"feature": "amount_log", "value": "7.119", "contribution": 0.1}]', 'operations-test')""",
        billNo,
        PAYER);
    file.update(
        """
        insert into reminder (reminder_id, citizen_id, bill_no, channel, reason, status, send_after,
          source)
        values (?, ?, ?, 'EMAIL', 'DUE_SOON', 'QUEUED', timestamptz '1991-02-02 09:00+08', 'test')""",
        REMINDER,
        PAYER,
        billNo);
  }

  @AfterEach
  void takeThemOut() throws SQLException {
    file.close();
  }

  private static RequestSpecification operator(String language) {
    return given()
        .cookie("feewise", TestTokens.of(Role.Name.OPERATOR))
        .cookie("lang", language)
        .accept("text/html");
  }

  private static String html(String address, String language) {
    return operator(language).get(address).then().statusCode(200).extract().asString();
  }

  @Test
  void showsWhatWillBeSentWhenAndWhy() {
    assertThat(html("/operations", "zh-CN"))
        .contains("待发送的提醒", "临近截止", "邮件", "最早 1991-02-02 09:00", "账单 " + billNo);
    assertThat(html("/operations", "en"))
        .contains("Reminders waiting", "due soon", "not before 1991-02-02 09:00", PAYER);
  }

  @Test
  void showsScoresWithTheirReasonsInWords() {
    assertThat(html("/operations?feeType=DEED_TAX&band=HIGH", "en"))
        .contains("73% likely to be late", "due 2026-02-05", "1234.50 CNY", ">high<")
        .contains("About 62% of earlier bills were late (↑ raises the risk)")
        .contains("Bills on time in a row: 3 (↓ lowers the risk)")
        .contains("The amount is about 1230 CNY", "Scored 2026-01-06 08:30");
    assertThat(html("/operations?feeType=DEED_TAX", "zh-CN"))
        .contains("契税", "逾期概率 73%", "此前约 62% 的账单逾期(↑ 提高风险)", "已连续 3 次按时(↓ 降低风险)");
  }

  @Test
  void filtersScores() {
    String card = "<article class=\"card\" id=\"" + billNo + "\">";
    assertThat(html("/operations?feeType=DEED_TAX", "en")).contains(card);
    assertThat(html("/operations?feeType=DEED_TAX&band=LOW", "en")).doesNotContain(card);
    assertThat(html("/operations?feeType=GAS&band=", "en")).doesNotContain(card);
  }

  @ParameterizedTest
  @CsvSource({"band=WILD", "feeType=CAKE", "next=x", "queue=-1"})
  void refusesFiltersThatMakeNoSense(String query) {
    operator("en").get("/operations?" + query).then().statusCode(400);
  }

  @Test
  void cancelsAReminderThroughItsForm() throws SQLException {
    CookieFilter cookies = new CookieFilter();
    String page = operator("en").filter(cookies).get("/operations").then().extract().asString();
    String action = "/operations/reminders/" + REMINDER + "/cancel";
    assertThat(page).contains("action=\"" + action + "\"");
    String csrf = page.replaceAll("(?s).*name=\"csrf-token\" value=\"([^\"]+)\".*", "$1");
    cancel(cookies, action, csrf)
        .statusCode(303)
        .header("Location", containsString("/operations?cancelled=yes"));
    assertThat(file.column("select status from reminder where reminder_id = ?", REMINDER))
        .containsExactly("CANCELLED");
    assertThat(html("/operations?cancelled=yes", "en"))
        .contains("The reminder is cancelled.")
        .doesNotContain(action);
    cancel(cookies, action, csrf).statusCode(409).body(containsString("no longer waiting"));
  }

  private static ValidatableResponse cancel(CookieFilter cookies, String action, String csrf) {
    return operator("en")
        .filter(cookies)
        .redirects()
        .follow(false)
        .contentType(ContentType.URLENC)
        .formParam("csrf-token", csrf)
        .post(action)
        .then();
  }

  @Test
  void cancelsNothingWithoutTheFormsToken() throws SQLException {
    cancel(new CookieFilter(), "/operations/reminders/" + REMINDER + "/cancel", "").statusCode(400);
    assertThat(file.column("select status from reminder where reminder_id = ?", REMINDER))
        .containsExactly("QUEUED");
  }

  @Test
  void isForTheOperatorOnly() {
    for (String token :
        new String[] {TestTokens.citizen(PAYER), TestTokens.of(Role.Name.ANALYST)}) {
      given()
          .cookie("feewise", token)
          .accept("text/html")
          .get("/operations")
          .then()
          .statusCode(403);
    }
    given().accept("text/html").redirects().follow(false).get("/operations").then().statusCode(303);
  }
}
