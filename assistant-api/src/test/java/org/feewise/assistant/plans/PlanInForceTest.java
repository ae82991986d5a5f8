package org.feewise.assistant.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.feewise.assistant.TestClock;
import org.feewise.assistant.bills.BillsOnFile;
import org.feewise.assistant.plans.accepted.PlanWatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An accepted plan while life goes on. */
@QuarkusTest
class PlanInForceTest {
  private static final String MINE = "C0000008";
  private static final String OTHERS = "C0000009";

  @Inject DataSource database;
  @Inject TestClock clock;
  @Inject PlanWatch watch;

  private final PlanCalls calls = PlanCalls.of(MINE);
  private BillsOnFile file;
  private LocalDate today;
  private String billNo;
  private String planId;

  /** 800.00 in time; 400.00 ten days late, which costs 400 x 0.0005 x 10 = 2.00. */
  @BeforeEach
  void aPlanOfTwoPaymentsIsAccepted() throws SQLException {
    today = LocalDate.now(clock);
    clock.standAt(today.atTime(12, 0));
    file = new BillsOnFile(database, "FORCE-");
    billNo = file.open(MINE, "INCOME_TAX", 120_000, today.minusDays(60), today.plusDays(30));
    planId =
        calls
            .plans(
                """
                {"income": "6000.00", "needs": "4400.00", "methods": ["ALIPAY"], "payDates": [
                  {"on": "%s", "capacity": "800.00"}, {"on": "%s", "capacity": "800.00"}]}"""
                    .formatted(today.plusDays(2), today.plusDays(40)))
            .getString("plans[0].id");
    calls.post("/" + planId + "/accept", "").statusCode(200);
  }

  @AfterEach
  void takeThemOut() throws SQLException {
    clock.run();
    file.close();
    file.update("delete from reminder where citizen_id = ?", MINE);
    file.update("delete from payment_plan where citizen_id = ?", MINE);
  }

  @Test
  void itShowsWhatIsDoneAndWhatIsNext() throws SQLException {
    calls
        .get("/current")
        .statusCode(200)
        .body("plan.id", equalTo(planId))
        .body("status", equalTo("DUE"))
        .body("donePercent", equalTo(0))
        .body("payments.state", contains("DUE", "DUE"));

    file.pay(MINE, billNo, 80_000, today);
    calls
        .get("/current")
        .body("payments.state", contains("DONE", "DUE"))
        .body("donePercent", equalTo(66))
        .body("done", equalTo("800.00"))
        .body("next.on", equalTo(today.plusDays(40).toString()))
        .body("next.amount", equalTo("402.00"));

    file.pay(MINE, billNo, 40_000, today.plusDays(1));
    file.update("update bill set settled_on = ? where bill_no = ?", today.plusDays(1), billNo);
    calls
        .get("/current")
        .body("status", equalTo("DONE"))
        .body("donePercent", equalTo(100))
        .body("next", nullValue());
  }

  @Test
  void whoAcceptedNothingHasNoCurrentPlan() {
    PlanCalls.of(OTHERS)
        .get("/current")
        .statusCode(404)
        .body("type", equalTo("urn:feewise:problem:no-plan-in-force"));
  }

  @Test
  void aMissedPaymentIsPlannedAgainOnceAndTheCitizenReminded() throws SQLException {
    clock.standAt(today.plusDays(3).atTime(8, 0));
    assertThat(watch.look()).isEqualTo(1);
    assertThat(watch.look()).isZero();

    JsonPath current = calls.get("/current").extract().jsonPath();
    assertThat(current.getString("status")).isEqualTo("MISSED");
    assertThat(current.getList("payments.state")).containsExactly("MISSED", "DUE");
    assertThat(current.getList("proposals")).hasSizeBetween(1, 3);
    assertThat(current.getBoolean("proposals[0].feasible")).isTrue();
    assertThat(current.getList("proposals[0].bills.billNo")).containsExactly(billNo);
    assertThat(reminders("missed-%")).hasSize(1);

    String next = current.getString("proposals[0].id");
    calls.post("/" + next + "/accept", "").statusCode(200);
    calls
        .get("/current")
        .body("plan.id", equalTo(next))
        .body("status", not(equalTo("MISSED")))
        .body("proposals", hasSize(0));
    assertThat(reminders("plan-" + planId + "%")).isEmpty();
    assertThat(watch.look()).isZero();
  }

  @Test
  void aPaymentThatWasMadeIsNotMissed() throws SQLException {
    file.pay(MINE, billNo, 80_000, today.plusDays(2));
    clock.standAt(today.plusDays(3).atTime(8, 0));

    assertThat(watch.look()).isZero();
    assertThat(reminders("missed-%")).isEmpty();
  }

  @Test
  void lessIncomeMakesANewPlanWithinHalfOfWhatRemains() throws SQLException {
    file.pay(MINE, billNo, 25_000, today);
    String body = "{\"income\": \"5400.00\"}"; // half of 5,400 - 4,400 is 500.00

    JsonPath replanned =
        calls.post("/" + planId + "/replan", body).statusCode(200).extract().jsonPath();

    assertThat(replanned.getString("plans[0].bills[0].principal")).isEqualTo("950.00");
    assertThat(replanned.getList("plans[0].payDates.capacity")).containsExactly("800.00", "800.00");
    // 450 x 0.0005 x 10 days = 2.25
    assertThat(replanned.getList("plans[0].payments.amount")).containsExactly("500.00", "452.25");
    PlanCalls.of(OTHERS).post("/" + planId + "/replan", body).statusCode(404);
    calls
        .post("/" + planId + "/replan", "{\"income\": \"-1.00\"}")
        .statusCode(400)
        .body("field", equalTo("income"));
  }

  @Test
  void proposalsThatNobodyAcceptedAreForgottenAfterThirtyDays() throws SQLException {
    file.pay(MINE, billNo, 80_000, today);
    calls.post("", "{}").statusCode(200);
    String proposals =
        "select plan_id from payment_plan where citizen_id = ? and accepted_at is null";
    assertThat(file.column(proposals, MINE)).isNotEmpty();

    clock.standAt(today.plusDays(31).atTime(12, 0));
    watch.look();

    assertThat(file.column(proposals, MINE)).isEmpty();
    calls.get("/current").statusCode(200).body("plan.id", equalTo(planId));
  }

  @Test
  void whatACitizenEarnsIsNotReadableInTheDatabase() throws SQLException {
    assertThat(
            file.column(
                "select plan::text || encode(wish_cipher, 'escape') from payment_plan"
                    + " where citizen_id = ?",
                MINE))
        .isNotEmpty()
        .noneMatch(row -> row.contains("6000.00") || row.contains("4400.00"));
  }

  @Test
  void anotherDayIsWorkedOutAsItIsAndAtItsBest() {
    String soon = "{\"move\": {\"from\": \"%s\", \"to\": \"%s\"}}";
    calls
        .post("/what-if", soon.formatted(today.plusDays(2), today.plusDays(7)))
        .statusCode(200)
        .body("planId", equalTo(planId))
        .body("asIs.feasible", equalTo(true))
        .body("asIs.differenceYuan", equalTo("0.00"))
        .body("asIs.differenceDays", equalTo(0));

    // 400.00 ten days later still: 400 x 0.0005 x 10 = 2.00 more
    calls
        .post("/what-if", soon.formatted(today.plusDays(40), today.plusDays(50)))
        .statusCode(200)
        .body("plan.extraCost", equalTo("2.00"))
        .body("asIs.differenceYuan", equalTo("2.00"))
        .body("asIs.differenceDays", equalTo(10))
        .body("asIs.payments[1].amount", equalTo("404.00"))
        .body("best.feasible", equalTo(true))
        .body("best.differenceYuan", equalTo("2.00"));
  }

  @Test
  void aFixedListOfPaymentsIsJudgedByTheRulesOfThePlan() {
    String first =
        "{\"billNo\": \"%s\", \"on\": \"%s\", \"method\": \"ALIPAY\", \"amount\": \"%s\"}";
    String rest = "{\"billNo\": \"%s\", \"on\": \"%s\", \"method\": \"ALIPAY\"}";
    calls
        .post(
            "/what-if",
            "{\"pay\": [%s, %s]}"
                .formatted(
                    first.formatted(billNo, today.plusDays(2), "500.00"),
                    rest.formatted(billNo, today.plusDays(40))))
        .statusCode(200)
        .body("asIs.feasible", equalTo(true))
        .body("asIs.payments.amount", contains("500.00", "703.50"))
        .body("asIs.differenceYuan", equalTo("1.50"));
    calls
        .post(
            "/what-if",
            "{\"pay\": [%s]}".formatted(first.formatted(billNo, today.plusDays(2), "900.00")))
        .body("asIs.feasible", equalTo(false))
        .body("asIs.missing", equalTo("300.00"))
        .body("asIs.breaks.rule", contains("CAPACITY", "MONTHLY_LIMIT"))
        .body("best.feasible", equalTo(true));
  }

  @Test
  void anotherMethodOrFewerInstalmentsBreakTheRuleThatIsNamed() {
    calls
        .post("/what-if", "{\"methods\": [\"UNIONPAY\"]}")
        .statusCode(200)
        .body("asIs.breaks.rule", contains("UNKNOWN_METHOD", "UNKNOWN_METHOD"))
        .body("asIs.extraCost", nullValue())
        .body("best.feasible", equalTo(true));
    calls
        .post("/what-if", "{\"maxInstalments\": 1}")
        .statusCode(200)
        .body("asIs.breaks.rule", contains("TOO_MANY_PAYMENTS"))
        .body("best.feasible", equalTo(false))
        .body("best.missing", equalTo("1200.00"));
  }

  @Test
  void aDepartureThatMakesNoSenseIsNamedByItsField() {
    refused("{\"move\": {\"from\": \"2020-01-01\", \"to\": \"2100-01-01\"}}", "move.from");
    refused(
        "{\"move\": {\"from\": \"" + today.plusDays(2) + "\", \"to\": \"2020-01-01\"}}", "move.to");
    refused("{\"pay\": [{\"billNo\": \"X\"}]}", "pay[0].billNo");
    refused(
        "{\"pay\": [{\"billNo\": \"%s\", \"method\": \"ALIPAY\", \"amount\": \"-1.00\"}]}"
            .formatted(billNo),
        "pay[0].amount");
    refused("{\"monthlyBudget\": \"0.00\"}", "monthlyBudget");
    refused("{\"methods\": [\"SHELLS\"]}", "methods[0]");
    PlanCalls.of(OTHERS)
        .post("/what-if", "{\"planId\": \"%s\"}".formatted(planId))
        .statusCode(404)
        .body("field", equalTo("planId"));
  }

  private void refused(String body, String field) {
    calls.post("/what-if", body).statusCode(400).body("field", equalTo(field));
  }

  private List<String> reminders(String ids) throws SQLException {
    return file.column(
        "select reminder_id from reminder where citizen_id = ? and status = 'QUEUED'"
            + " and reminder_id like ? and reason = 'PLANNED_PAYMENT'",
        MINE,
        ids);
  }
}
