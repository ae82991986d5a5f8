package org.feewise.assistant.plans;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.feewise.assistant.bills.BillsOnFile;
import org.feewise.assistant.identity.TestTokens;
import org.feewise.models.calendar.OfficialCalendar;
import org.feewise.models.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan says about living by it, and what is told where none fits. */
@QuarkusTest
class LivablePlanTest {
  private static final String MINE = "C0000007";

  @Inject DataSource database;
  @Inject Clock clock;

  private final PlanCalls calls = PlanCalls.of(MINE);
  private BillsOnFile file;
  private LocalDate today;
  private LocalDate due;

  @BeforeEach
  void noBillsYet() throws SQLException {
    today = LocalDate.now(clock);
    due = OfficialCalendar.builtIn().rollForward(today.plusDays(5)).effectiveOn();
    file = new BillsOnFile(database, "LIFE-");
  }

  @AfterEach
  void takeThemOut() throws SQLException {
    file.close();
    file.update("delete from payment_plan where citizen_id = ?", MINE);
    file.update("delete from conversation where citizen_id = ?", MINE);
  }

  @Test
  void aPlanSaysWhatMissingADayCostsHowFarItMaySlipAndWhatItIsBetterThan() throws SQLException {
    tax(120_000);
    LocalDate second = due.plusDays(25);

    JsonPath plan =
        calls.plans(
            """
            {"methods": ["ALIPAY"], "payDates": [
              {"on": "%s", "capacity": "800.00"}, {"on": "%s", "capacity": "410.00"}]}"""
                .formatted(today, second));

    // 800.00 on the second day instead: 800 x 0.0005 x 25 days = 10.00
    Map<String, Object> missed = plan.getMap("plans[0].payments[0].ifMissed[1]");
    assertThat(missed).containsEntry("paidOn", second.toString());
    assertThat(missed).containsEntry("surcharge", "10.00").containsEntry("extraCost", "10.00");
    assertThat((String) missed.get("law")).contains("Tax Collection");
    // 400.00 a week later: 400 x 0.0005 x 7 days = 1.40
    assertThat(plan.getString("plans[0].payments[1].ifMissed[0].extraCost")).isEqualTo("1.40");
    assertThat(plan.getString("plans[0].payments[1].principal")).isEqualTo("400.00");
    assertThat(plan.getString("plans[0].payments[0].law")).contains("Tax Collection");

    // 5.00 of 410.00 are left over; the first day is spent to the fen
    assertThat(plan.getList("plans[0].slack.mayShrink")).containsExactly("0.00", "5.00");
    assertThat(plan.getInt("plans[0].slack[0].freeDays"))
        .isEqualTo((int) java.time.temporal.ChronoUnit.DAYS.between(today, due));
    assertThat(plan.getString("plans[0].slack[0].nextDayCosts")).isEqualTo("0.40");
    assertThat(plan.getInt("plans[0].slack[1].freeDays")).isZero();
    assertThat(plan.getString("plans[0].slack[1].nextDayCosts")).isEqualTo("0.20");
    assertThat(plan.getInt("plans[0].slack[1].lastsDays")).isEqualTo(25);
    assertThat(plan.getString("plans[0].slack[1].breaks")).isEqualTo("CAPACITY");

    // today 1,200.00 and no surcharge, 5.00 less than the plan, but only 800.00 are there;
    // waiting costs 1,200 x 0.0005 x 25 = 15.00, which is 10.00 more
    assertThat(plan.getList("plans[0].comparisons.with"))
        .containsExactly("PAY_ALL_NOW", "WAIT_UNTIL_LAST_DATE");
    assertThat(plan.getList("plans[0].comparisons.difference")).containsExactly("-5.00", "10.00");
    assertThat(plan.getList("plans[0].comparisons.possible")).containsExactly(false, false);
    assertThat(plan.getString("plans[0].comparisons[0].says")).contains("1200.00", "not there");
  }

  @Test
  void aFineInPartsIsAProposalWithItsConditionInThePlan() throws SQLException {
    file.open(MINE, "ADMIN_FINE", 100_000, today.minusDays(5), due);
    String body =
        """
        {"payDates": [{"on": "%s", "capacity": "600.00"}, {"on": "%s", "capacity": "600.00"}]}"""
            .formatted(today, due.plusDays(2));

    calls
        .post("", body)
        .body("plans[0].proposal", equalTo(true))
        .body(
            "plans[0].bills[0].laws.url",
            hasItem("https://www.gov.cn/xinwen/2021-01/23/content_5582030.htm"))
        .body("plans[0].bills[0].conditions[0].kind", equalTo("INSTALMENTS_NEED_APPROVAL"))
        .body("plans[0].bills[0].conditions[0].law", containsString("66"))
        .body("plans[0].bills[0].conditions[0].decidedBy", containsString("authority"))
        .body("plans[0].bills[0].conditions[0].how", notNullValue())
        .body("plans[0].bills[0].conditions[0].form", notNullValue());
    calls
        .inChinese()
        .post("", body)
        .body("plans[0].bills[0].conditions[0].says", containsString("批准前本计划只是建议"));
  }

  @Test
  void anExamFeeIsPaidAtOnceAndSaysSo() throws SQLException {
    file.open(MINE, "EXAM_FEE", 10_000, today.minusDays(5), due);
    calls
        .post("", "{}")
        .body("plans[0].proposal", equalTo(false))
        .body("plans[0].bills[0].conditions.kind", hasItem("NOT_IN_PARTS"));
  }

  @Test
  void whereNothingFitsHelpComesFirstAndThenTheBestPart() throws SQLException {
    file.open(MINE, "TRAFFIC_FINE", 300_000, today.minusDays(5), due);
    String water = file.open(MINE, "WATER", 5_000, today.minusDays(5), due);

    String answer =
        calls
            .post(
                "", "{\"payDates\": [{\"on\": \"%s\", \"capacity\": \"100.00\"}]}".formatted(today))
            .statusCode(200)
            .extract()
            .asString();

    JsonPath plans = new JsonPath(answer);
    assertThat(answer.indexOf("\"help\"")).isLessThan(answer.indexOf("\"plans\""));
    assertThat(plans.getList("help.kind"))
        .containsExactly("RELIEF", "DEFERRAL", "INSTALMENTS", "PERSON");
    assertThat(plans.getString("help[1].law")).contains("66");
    assertThat(plans.getString("help[1].form")).contains("ask the deciding authority");
    assertThat(plans.getString("help[1].effect")).contains("no surcharge");
    assertThat(plans.getString("help[3].how")).contains("12345");
    assertThat(plans.getList("plans[0].payments.billNo")).containsOnly(water);
  }

  @Test
  void whoseNeedsTakeTheIncomeIsNotAskedForMoney() throws SQLException {
    tax(50_000);
    calls
        .post("", "{\"income\": \"3000.00\", \"needs\": \"3200.00\"}")
        .statusCode(200)
        .body("help.kind", hasItem("PERSON"))
        .body("plans[0].feasible", equalTo(false))
        .body("plans[0].payments", hasSize(0))
        .body("plans[0].bills[0].missing", equalTo("500.00"));
  }

  @Test
  void noPlanTakesMoreThanHalfOfWhatRemainsInAnyMonth() throws SQLException {
    Random random = new Random(11);
    String[] fees = {"INCOME_TAX", "WATER", "EXAM_FEE", "TRAFFIC_FINE", "MEDICAL_INSURANCE"};
    for (int bill = 0; bill < 6; bill++) {
      file.open(
          MINE,
          fees[bill % fees.length],
          5_000 + random.nextInt(60_000),
          today.minusDays(40),
          today.plusDays(random.nextInt(-20, 60)));
    }
    int paying = 0;
    for (int wish = 0; wish < 5; wish++) {
      long income = random.nextLong(200_000, 500_000);
      long needs = random.nextLong(income - 60_000, income + 10_000);
      Money half = Money.ofFen(Math.max(0, income - needs) / 2);
      String dates =
          wish % 2 == 0
              ? ""
              : ", \"payDates\": [\"%s\", \"%s\", \"%s\"]"
                  .formatted(today, today.plusDays(1), today.plusDays(random.nextInt(2, 60)));

      List<Map<String, Object>> plans =
          calls
              .plans(
                  "{\"income\": \"%s\", \"needs\": \"%s\", \"monthlyBudget\": \"900.00\"%s}"
                      .formatted(Money.ofFen(income), Money.ofFen(needs), dates))
              .getList("plans");

      for (Map<String, Object> plan : plans) {
        paying += ((List<?>) plan.get("payments")).size();
        assertThat(months(plan).values())
            .allSatisfy(sum -> assertThat(sum).isLessThanOrEqualTo(half));
      }
    }
    assertThat(paying).isGreaterThan(8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "{\"income\": \"3000.00\"} > needs",
        "{\"needs\": \"3000.00\"} > income",
        "{\"income\": \"-1.00\", \"needs\": \"0.00\"} > income",
        "{\"income\": \"1.00\", \"needs\": \"-0.01\"} > needs",
        "{\"income\": \"99999999999.00\", \"needs\": \"0.00\"} > income",
        "{\"monthlyBudget\": \"0.00\"} > monthlyBudget",
        "{\"monthlyBudget\": \"100000000.01\"} > monthlyBudget",
        "{\"monthlyBudget\": \"0.001\"} > monthlyBudget",
        "{\"billNos\": [null]} > billNos[0]",
        "{\"methods\": [null]} > methods[0]",
        "{\"payDates\": [null]} > payDates[0]",
        "{\"payDates\": [{\"on\": \"2100-01-01\", \"capacity\": \"-5.00\"}]} > payDates[0].capacity"
      })
  void badInputIsNamedByItsFieldInTheCallersLanguage(String body, String field)
      throws SQLException {
    tax(50_000);
    String english = problem(calls, body, field);
    String chinese = problem(calls.inChinese(), body, field);
    assertThat(english).isNotBlank().doesNotContainPattern("\\p{IsHan}");
    assertThat(chinese).containsPattern("\\p{IsHan}");
  }

  @Test
  void tenThousandOfAnythingIsRefusedOrBoundedAtOnce() throws SQLException {
    tax(50_000);
    String days = String.join(",", Collections.nCopies(10_000, "\"2100-01-01\""));
    calls
        .post("", "{\"payDates\": [" + days + "]}")
        .statusCode(400)
        .body("field", equalTo("payDates"));
    String numbers = String.join(",", Collections.nCopies(10_000, "\"NOBODYS\""));
    calls.post("", "{\"billNos\": [" + numbers + "]}").statusCode(404);
  }

  @Test
  void planningManyBillsEndsWithPlans() throws SQLException {
    for (int bill = 0; bill < 60; bill++) {
      file.open(MINE, "WATER", 5_000 + 37L * bill, today.minusDays(40), today.plusDays(bill));
    }
    calls
        .post(
            "", "{\"monthlyBudget\": \"400.00\", \"income\": \"5000.00\", \"needs\": \"4300.00\"}")
        .statusCode(200)
        .body("plans.size()", greaterThan(0));
  }

  @Test
  void theChatTellsWhatToAskForBeforeThePlan() throws SQLException {
    file.open(MINE, "ADMIN_FINE", 300_000, today.minusDays(5), due);

    String reply =
        given()
            .auth()
            .oauth2(TestTokens.citizen(MINE))
            .contentType("application/json")
            .body("{\"text\": \"行政罚款每月只能缴10元，帮我分期安排\", \"locale\": \"zh-CN\"}")
            .post("/api/v1/chat")
            .then()
            .statusCode(200)
            .extract()
            .path("reply");

    assertThat(reply).contains("先看能不能少缴或者晚缴", "暂缓", "第66条");
  }

  private static String problem(PlanCalls calls, String body, String field) {
    return calls
        .post("", body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(field))
        .extract()
        .path("detail");
  }

  private static Map<YearMonth, Money> months(Map<String, Object> plan) {
    Map<YearMonth, Money> months = new HashMap<>();
    for (Object each : (List<?>) plan.get("payments")) {
      Map<?, ?> line = (Map<?, ?>) each;
      months.merge(
          YearMonth.from(LocalDate.parse((String) line.get("on"))),
          Money.parse((String) line.get("amount")).plus(Money.parse((String) line.get("fee"))),
          Money::plus);
    }
    return months;
  }

  private String tax(long fen) throws SQLException {
    return file.open(MINE, "INCOME_TAX", fen, today.minusDays(60), due);
  }
}
