package org.feewise.assistant.plans;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.feewise.assistant.bills.BillsOnFile;
import org.feewise.assistant.embedded.EmbeddedServersResource;
import org.feewise.models.calendar.OfficialCalendar;
import org.feewise.models.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PlanResourceTest {
  private static final String MINE = "C0000005";
  private static final String OTHERS = "C0000006";

  @Inject DataSource database;
  @Inject Clock clock;

  private BillsOnFile file;
  private LocalDate today;

  @BeforeEach
  void noBillsYet() throws SQLException {
    today = LocalDate.now(clock);
    file = new BillsOnFile(database, "PLAN-");
  }

  @AfterEach
  void takeThemOut() throws SQLException {
    file.close();
    file.update("delete from reminder where citizen_id in (?, ?)", MINE, OTHERS);
    file.update("delete from reminder_preference where citizen_id in (?, ?)", MINE, OTHERS);
    file.update("delete from payment_plan where citizen_id in (?, ?)", MINE, OTHERS);
  }

  @Test
  void theCheapestPlanCostsWhatPencilAndPaperSay() throws SQLException {
    LocalDate due = workingDay(today.plusDays(5));
    String billNo = tax(120_000, due);

    JsonPath plans =
        post("""
                {"billNos": ["%s"], "methods": ["ALIPAY"], "payDates": [
                  {"on": "%s", "capacity": "800.00"}, {"on": "%s", "capacity": "800.00"}]}"""
                .formatted(billNo, today, due.plusDays(25)))
            .statusCode(200)
            .extract()
            .jsonPath();

    // 800.00 before the due date; 400.00 x 0.0005 x 25 days = 5.00
    Map<String, Object> cheapest = ofKind(plans, "CHEAPEST");
    assertThat(cheapest).containsEntry("feasible", true).containsEntry("extraCost", "5.00");
    assertThat(cheapest).containsEntry("total", "1205.00").containsEntry("optimal", true);
    assertThat(plans.getList("plans[0].payments.amount")).containsExactly("800.00", "405.00");
    assertThat(plans.getList("plans[0].payments.method")).containsOnly("ALIPAY");
    assertThat(plans.getString("plans[0].payments[1].reason")).contains("25").contains("5.00");
    assertThat(plans.getString("plans[0].bills[0].law")).contains("Tax Collection");
  }

  @Test
  void eachPlanPaysEverythingAndIsBestInItsOwnWay() throws SQLException {
    tax(90_000, workingDay(today.plusDays(3)));
    tax(50_000, workingDay(today.plusDays(40)));
    file.open(MINE, "TUITION", 150_000, today.minusDays(5), workingDay(today.plusDays(10)));

    JsonPath plans = post("{\"monthlyBudget\": \"1000.00\"}").statusCode(200).extract().jsonPath();

    List<Map<String, Object>> all = plans.getList("plans");
    assertThat(all).hasSizeBetween(1, 3).allSatisfy(plan -> paysEverything(plan, "2900.00"));
    assertThat(amount(ofKind(plans, "CHEAPEST"), "extraCost")).isEqualTo(least(all, "extraCost"));
    assertThat(amount(ofKind(plans, "LIGHTEST_MONTH"), "heaviestMonth"))
        .isEqualTo(least(all, "heaviestMonth"));
    assertThat(ofKind(plans, "SOONEST_DONE").get("doneOn"))
        .isEqualTo(
            all.stream().map(plan -> (String) plan.get("doneOn")).min(String::compareTo).get());
  }

  @Test
  void withoutAWordEveryOpenBillIsPlanned() throws SQLException {
    String first = tax(90_000, workingDay(today.minusDays(30)));
    String second = tax(50_000, workingDay(today.plusDays(40)));

    JsonPath plans = post("{}").statusCode(200).extract().jsonPath();
    assertThat(plans.getList("plans[0].bills.billNo")).containsExactlyInAnyOrder(first, second);
    assertThat(plans.getList("plans[0].payments.on"))
        .containsOnly(plans.getString("plans[0].doneOn"));
  }

  @Test
  void whatCannotBePaidIsNamed() throws SQLException {
    String billNo = tax(300_000, workingDay(today.plusDays(5)));

    post("{\"payDates\": [{\"on\": \"%s\", \"capacity\": \"100.00\"}]}".formatted(today))
        .statusCode(200)
        .body("plans", hasSize(1))
        .body("plans[0].feasible", equalTo(false))
        .body("plans[0].bills[0].billNo", equalTo(billNo))
        .body("plans[0].bills[0].missing", equalTo("3000.00"))
        .body("plans[0].notes[0]", containsString("3000.00"));
  }

  @Test
  void aPlanOverAFineInPartsSaysThatItIsAProposal() throws SQLException {
    LocalDate due = workingDay(today.plusDays(5));
    file.open(MINE, "ADMIN_FINE", 100_000, today.minusDays(5), due);

    post("""
            {"payDates": [{"on": "%s", "capacity": "600.00"}, {"on": "%s", "capacity": "600.00"}]}"""
            .formatted(today, due.plusDays(2)))
        .statusCode(200)
        .body("plans[0].feasible", equalTo(true))
        .body("plans[0].notes[0]", containsString("proposal"))
        .body("plans[0].notes[0]", containsString("66"));
  }

  @Test
  void whatAPartPaidLateHasCostIsPlannedForAsTheBillSaysIt() throws SQLException {
    LocalDate due = workingDay(today.minusDays(40));
    String billNo = tax(120_000, due);
    file.pay(MINE, billNo, 40_000, due.plusDays(10));
    LocalDate payday = due.plusDays(50);

    JsonPath plans =
        post("{\"payDates\": [\"%s\"], \"methods\": [\"ALIPAY\"]}".formatted(payday))
            .statusCode(200)
            .extract()
            .jsonPath();

    // 400.00 x 0.0005 x 10 days = 2.00; 800.00 x 0.0005 x 50 days = 20.00
    assertThat(plans.getString("plans[0].bills[0].surcharge")).isEqualTo("22.00");
    assertThat(plans.getString("plans[0].payments[0].amount")).isEqualTo("822.00");
    assertThat(plans.getString("plans[0].bills[0].reason")).contains("have cost 2.00 CNY");
    given()
        .auth()
        .oauth2(token("citizen5"))
        .get("/api/v1/me/bills/" + billNo + "/surcharge?asOf=" + payday)
        .then()
        .statusCode(200)
        .body("amount", equalTo("22.00"));
  }

  @Test
  void nothingOpenNeedsNoPlan() {
    post("{}").statusCode(200).body("plans", hasSize(0));
  }

  @Test
  void anothersBillAndAPaidOneAreRefused() throws SQLException {
    String others = file.open(OTHERS, "WATER", 5_000, today.minusDays(9), today.plusDays(9));
    String paid = file.paid(MINE, "WATER", 5_000, today.minusDays(9), today, today.minusDays(1));

    post("{\"billNos\": [\"%s\"]}".formatted(others))
        .statusCode(404)
        .body("type", equalTo("urn:feewise:problem:no-such-bill"))
        .body("field", equalTo("billNos"));
    post("{\"billNos\": [\"%s\"]}".formatted(paid)).statusCode(409);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "{\"monthlyBudget\": \"-5.00\"} > monthlyBudget",
        "{\"monthlyBudget\": \"a lot\"} > monthlyBudget",
        "{\"maxInstalments\": 0} > maxInstalments",
        "{\"payDates\": [\"2020-01-01\"]} > payDates[0].on",
        "{\"payDates\": [\"soon\"]} > payDates[0]",
        "{\"payDates\": [\"2100-01-01\", \"2100-01-01\"]} > payDates[1].on",
        "{\"methods\": [\"SHELLS\"]} > methods[0]",
        "{\"methods\": [\"ALIPAY\", \"ALIPAY\"]} > methods[1]",
        "{\"colour\": 1} > colour"
      })
  void aWishThatMakesNoSenseIsNamedByItsField(String body, String field) throws SQLException {
    tax(90_000, today.plusDays(3));

    post(body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(field));
  }

  @Test
  void anAcceptedPlanSetsOneReminderForEachPaymentToCome() throws SQLException {
    LocalDate due = workingDay(today.plusDays(11));
    String billNo = tax(120_000, due);
    // 900.00 in time in one payment on the ninth day, the rest late
    String wish =
        """
        {"payDates": [{"on": "%s", "capacity": "500.00"}, {"on": "%s", "capacity": "400.00"},
          {"on": "%s", "capacity": "400.00"}]}"""
            .formatted(today, today.plusDays(9), today.plusDays(40));
    String id = post(wish).extract().path("plans[0].id");

    accept("citizen6", id).statusCode(404).body("field", equalTo("id"));
    String acceptedAt =
        accept("citizen5", id).statusCode(200).body("id", equalTo(id)).extract().path("acceptedAt");
    assertThat(acceptedAt).isNotNull();
    accept("citizen5", id).statusCode(200).body("acceptedAt", equalTo(acceptedAt));
    assertThat(queued())
        .containsExactly(
            billNo + " " + today.plusDays(9).minusDays(3) + " 09:00 PLANNED_PAYMENT APP",
            billNo + " " + today.plusDays(40).minusDays(3) + " 09:00 PLANNED_PAYMENT APP");

    String other = post("{\"payDates\": [\"%s\"]}".formatted(today)).extract().path("plans[0].id");
    accept("citizen5", other).statusCode(200).body("acceptedAt", notNullValue());
    assertThat(queued()).isEmpty();
  }

  @Test
  void whoOptedOutIsNotReminded() throws SQLException {
    tax(120_000, workingDay(today.plusDays(20)));
    file.update("insert into reminder_preference (citizen_id, opted_out) values (?, true)", MINE);
    String id =
        post("{\"payDates\": [\"%s\"]}".formatted(today.plusDays(9))).extract().path("plans[0].id");

    accept("citizen5", id).statusCode(200);
    assertThat(queued()).isEmpty();
  }

  @Test
  void thePagesShowWhatIsOwedAndThreePlansThatCanBeAccepted() throws SQLException {
    String billNo = tax(120_000, workingDay(today.minusDays(30)));
    CookieFilter cookies = new CookieFilter();
    RequestSpecification browser =
        given().filter(cookies).cookie("feewise", token("citizen5")).header("Accept", "text/html");

    String bills = browser.get("/bills?lang=en").then().statusCode(200).extract().asString();
    assertThat(bills).contains("id=\"" + billNo + "\"", "Overdue", "Tax Collection");

    String form = browser.get("/plans?lang=en").then().statusCode(200).extract().asString();
    String csrf = form.replaceAll("(?s).*name=\"csrf-token\" value=\"([^\"]+)\".*", "$1");
    String answer =
        browser
            .formParam("csrf-token", csrf)
            .formParam("budget", "700")
            .post("/plans?lang=en")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(answer).contains("Cheapest", "Lightest month", "Why so", "/accept");
  }

  private String tax(long fen, LocalDate due) throws SQLException {
    return file.open(MINE, "INCOME_TAX", fen, today.minusDays(60), due);
  }

  private static LocalDate workingDay(LocalDate day) {
    return OfficialCalendar.builtIn().rollForward(day).effectiveOn();
  }

  private static String token(String account) {
    return given()
        .contentType("application/json")
        .body(Map.of("account", account, "password", EmbeddedServersResource.DEMO_PASSWORD))
        .post("/api/v1/sign-in")
        .jsonPath()
        .getString("token");
  }

  private static RequestSpecification as(String account) {
    return given().auth().oauth2(token(account)).header("Accept-Language", "en");
  }

  private static ValidatableResponse post(String body) {
    return as("citizen5")
        .contentType("application/json")
        .body(body)
        .post("/api/v1/me/plans")
        .then();
  }

  private static ValidatableResponse accept(String account, String id) {
    return as(account)
        .contentType("application/json")
        .post("/api/v1/me/plans/{id}/accept", id)
        .then();
  }

  private List<String> queued() throws SQLException {
    return file.column(
        """
        select bill_no || ' ' || to_char(send_after at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')
          || ' ' || reason || ' ' || channel
        from reminder where citizen_id = ? and status = 'QUEUED' order by send_after""",
        MINE);
  }

  private static Map<String, Object> ofKind(JsonPath plans, String kind) {
    return plans.<Map<String, Object>>getList("plans").stream()
        .filter(plan -> ((List<?>) plan.get("kinds")).contains(kind))
        .findFirst()
        .orElseThrow();
  }

  private static Money amount(Map<String, Object> plan, String field) {
    return Money.parse((String) plan.get(field));
  }

  private static Money least(List<Map<String, Object>> plans, String field) {
    return plans.stream().map(plan -> amount(plan, field)).min(Money::compareTo).orElseThrow();
  }

  /** What is paid is the bills and the extra cost, to the fen. */
  private static void paysEverything(Map<String, Object> plan, String principal) {
    assertThat(plan).containsEntry("feasible", true);
    List<Map<String, String>> payments = cast(plan.get("payments"));
    Money sum =
        payments.stream()
            .map(payment -> Money.parse(payment.get("amount")))
            .reduce(Money.ZERO, Money::plus);
    assertThat(sum).isEqualTo(Money.parse(principal).plus(amount(plan, "extraCost")));
  }

  @SuppressWarnings("unchecked")
  private static <T> T cast(Object value) {
    return (T) value;
  }
}
