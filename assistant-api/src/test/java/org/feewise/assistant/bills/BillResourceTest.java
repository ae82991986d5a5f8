package org.feewise.assistant.bills;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.feewise.assistant.embedded.EmbeddedServersResource;
import org.feewise.models.calendar.OfficialCalendar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BillResourceTest {
  private static final String MINE = "C0000007";
  private static final String OTHERS = "C0000008";

  @Inject DataSource database;
  @Inject Clock clock;

  private BillsOnFile file;
  private LocalDate today;
  private String overdue;
  private String others;

  @BeforeEach
  void putBillsOnFile() throws SQLException {
    today = LocalDate.now(clock);
    file = new BillsOnFile(database, "REST-");
    LocalDate due = OfficialCalendar.builtIn().rollForward(today.minusDays(40)).effectiveOn();
    overdue = file.open(MINE, "INCOME_TAX", 120_050, today.minusDays(60), due);
    file.open(MINE, "WATER", 4_914, today.minusDays(3), today.plusDays(20));
    file.paid(MINE, "WATER", 5_000, today.minusDays(90), today.minusDays(70), today.minusDays(80));
    others = file.open(OTHERS, "WATER", 7_777, today.minusDays(60), today.minusDays(40));
    file.pay(OTHERS, others, 100, today.minusDays(50));
  }

  @AfterEach
  void takeThemOut() throws SQLException {
    file.close();
  }

  static RequestSpecification as(String account) {
    return as(account, "en");
  }

  private static RequestSpecification as(String account, String language) {
    String token =
        given()
            .contentType("application/json")
            .body(Map.of("account", account, "password", EmbeddedServersResource.DEMO_PASSWORD))
            .post("/api/v1/sign-in")
            .jsonPath()
            .getString("token");
    return given().auth().oauth2(token).header("Accept-Language", language);
  }

  @Test
  void billsAreThePromisedFieldsWithMoneyAsText() {
    as("citizen7")
        .get("/api/v1/me/bills?status=OVERDUE")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("next", nullValue())
        .body("items[0].billNo", equalTo(overdue))
        .body("items[0].feeType", equalTo("INCOME_TAX"))
        .body("items[0].title", equalTo("title of " + overdue))
        .body("items[0].principal", equalTo("1200.50"))
        .body("items[0].status", equalTo("OVERDUE"))
        .body("items[0].dueOn", equalTo(items("OVERDUE").getString("items[0].effectiveDueOn")))
        .body("items[0].issuedOn", equalTo(today.minusDays(60).toString()));
    JsonPath bill = items("OVERDUE");
    assertThat(bill.getString("items[0].total"))
        .isEqualTo(
            new java.math.BigDecimal(bill.getString("items[0].principal"))
                .add(new java.math.BigDecimal(bill.getString("items[0].surcharge")))
                .toPlainString());
  }

  private static JsonPath items(String status) {
    return as("citizen7").get("/api/v1/me/bills?status=" + status).jsonPath();
  }

  @Test
  void severalStatusesAndFeeTypesMayBeAskedForAtOnce() {
    as("citizen7")
        .get("/api/v1/me/bills?status=UNPAID,OVERDUE&feeType=WATER&feeType=INCOME_TAX")
        .then()
        .statusCode(200)
        .body("items.status", contains("UNPAID", "OVERDUE"));
  }

  @Test
  void theSurchargeIsToldForADayToComeWithItsLaw() {
    as("citizen7")
        .get("/api/v1/me/bills/{no}/surcharge?asOf={day}", overdue, today.plusDays(10).toString())
        .then()
        .statusCode(200)
        .body("billNo", equalTo(overdue))
        .body("asOf", equalTo(today.plusDays(10).toString()))
        .body("law", containsString("Tax Collection Administration Law"))
        .body("explanation", not(hasSize(0)))
        .body("dayByDay.on", hasItem(today.plusDays(10).toString()));
  }

  @Test
  void baseRateDaysCapRoundingAndLawAreFieldsAndAddUp() {
    JsonPath told =
        as("citizen7").get("/api/v1/me/bills/{no}/surcharge", overdue).then().extract().jsonPath();
    int days = told.getInt("days");
    assertThat(told.getList("working.spans")).hasSize(1);
    assertThat(told.getString("working.spans[0].base")).isEqualTo("1200.50");
    assertThat(told.getDouble("working.spans[0].dailyRate")).isEqualTo(0.0005);
    assertThat(told.getInt("working.spans[0].days")).isEqualTo(days).isPositive();
    assertThat(told.getString("working.spans[0].waiver")).isNull();
    BigDecimal exact = new BigDecimal("1200.50").multiply(BigDecimal.valueOf(5L * days, 4));
    assertThat(new BigDecimal(told.getString("working.accrued"))).isEqualByComparingTo(exact);
    assertThat(told.getString("amount"))
        .isEqualTo(exact.setScale(2, RoundingMode.HALF_UP).toPlainString());
    assertThat(told.getBoolean("working.rounded"))
        .isEqualTo(exact.stripTrailingZeros().scale() > 2);
    assertThat(told.getString("working.rounding")).isEqualTo("HALF_UP");
    assertThat(told.getString("working.cap")).isNull();
    assertThat(told.getString("working.minimum")).isEqualTo("0.00");
    assertThat(told.getList("working.laws.article")).containsExactly("32", "75");
    assertThat(told.getList("working.unpublishedYears")).isEmpty();
    assertThat(told.getInt("dayByDay.size()")).isEqualTo(days);
    assertThat(told.getDouble("dayByDay[0].waived")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"en, before the bill was issued on", "zh-CN, 早于账单的开具日"})
  void aDayBeforeTheBillWasIssuedIsRefusedInTheCallersLanguage(String language, String reason) {
    LocalDate before = today.minusDays(61);
    as("citizen7", language)
        .get("/api/v1/me/bills/{no}/surcharge?asOf={day}", overdue, before.toString())
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:feewise:problem:day-before-issue"))
        .body("field", equalTo("asOf"))
        .body("detail", containsString(reason));
    as("citizen7")
        .get("/api/v1/me/bills/{no}/surcharge?asOf={day}", overdue, before.plusDays(1).toString())
        .then()
        .statusCode(200)
        .body("amount", equalTo("0.00"))
        .body("working.spans", hasSize(0));
  }

  @Test
  void paymentsAreTheCitizensOwn() {
    as("citizen7")
        .get("/api/v1/me/payments?feeType=WATER")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].total", equalTo("50.00"))
        .body("items[0].method", equalTo("ALIPAY"))
        .body("items[0].paidAt", containsString("+08:00"));
  }

  @Test
  void anothersBillIsNotFoundThroughAnyAddressOrArgument() {
    List<String> addresses =
        List.of(
            "/api/v1/me/bills/" + others,
            "/api/v1/me/bills/" + others + "/surcharge",
            "/api/v1/me/bills/" + others + "/surcharge?asOf=" + today,
            "/api/v1/me/bills/" + others + "/surcharge?citizenId=" + OTHERS);
    for (String address : addresses) {
      as("citizen7")
          .get(address)
          .then()
          .statusCode(404)
          .contentType("application/problem+json")
          .body("type", equalTo("urn:feewise:problem:no-such-bill"))
          .body("field", equalTo("billNo"));
    }
    List<String> lists = new ArrayList<>();
    for (String list : List.of("bills", "payments")) {
      lists.add(list);
      lists.add(list + "?citizenId=" + OTHERS);
      lists.add(list + "?billNo=" + others);
      lists.add(list + "?next=" + items("").getString("next"));
    }
    for (String list : lists) {
      String answer = as("citizen7").get("/api/v1/me/" + list).asString();
      assertThat(answer).as(list).doesNotContain(others);
    }
  }

  @Test
  void anAbsentBillIsAnsweredLikeAnothers() {
    String absent = as("citizen7").get("/api/v1/me/bills/NOSUCH").asString();
    String foreign = as("citizen7").get("/api/v1/me/bills/" + others).asString();
    assertThat(absent.replace("NOSUCH", others)).isEqualTo(foreign);
  }

  @ParameterizedTest
  @CsvSource({
    "bills?status=LATE, status",
    "bills?feeType=CAKE, feeType",
    "payments?feeType=CAKE, feeType",
    "bills?from=2026-13-01, from",
    "bills?from=2026-02-01&to=2026-01-01, to",
    "bills?next=abc, next",
    "payments?next=abc, next"
  })
  void aWrongParameterIsNamed(String address, String field) {
    as("citizen7")
        .get("/api/v1/me/" + address)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(field));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999-12-31", "0001-01-01", "soon"})
  void aDayOutOfReachIsRefused(String day) {
    as("citizen7")
        .get("/api/v1/me/bills/{no}/surcharge?asOf={day}", overdue, day)
        .then()
        .statusCode(400)
        .body("field", equalTo("asOf"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bills", "bills/X", "bills/X/surcharge", "payments"})
  void onlyACitizenIsAnswered(String address) {
    given().get("/api/v1/me/" + address).then().statusCode(401);
    as("analyst").get("/api/v1/me/" + address).then().statusCode(403);
  }
}
