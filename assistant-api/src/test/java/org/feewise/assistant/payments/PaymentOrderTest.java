package org.feewise.assistant.payments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.feewise.assistant.TestClock;
import org.feewise.assistant.identity.TestTokens;
import org.feewise.assistant.proposals.Proposals;
import org.feewise.assistant.proposals.ProposedCall;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A payment is started by confirming a proposal, once, for exactly the amounts that were shown. */
@QuarkusTest
class PaymentOrderTest {
  private static final String PREFIX = "PAY2026-";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @Inject DataSource database;
  @Inject TestClock clock;
  @Inject Proposals proposals;
  @Inject Quotes quotes;
  @Inject PaymentOrders orders;

  private OrdersOnFile file;
  private String mine;
  private String theirs;
  private String tax;
  private String water;

  @BeforeEach
  void twoCitizensWithBills() throws SQLException {
    clock.standAt(TODAY.atTime(10, 0));
    file = new OrdersOnFile(database, PREFIX);
    mine = file.citizen();
    theirs = file.citizen();
    tax = file.lateTax(mine);
    water = file.inTime(mine, "WATER", 4_914);
  }

  @AfterEach
  void takeThemOut() throws SQLException {
    clock.run();
    file.close();
  }

  private static RequestSpecification as(String citizenId) {
    return given()
        .auth()
        .oauth2(TestTokens.citizen(citizenId))
        .header("Accept-Language", "zh-CN")
        .contentType("application/json");
  }

  private String proposed(String text) {
    JsonPath reply = as(mine).body(Map.of("text", text)).post("/api/v1/chat").jsonPath();
    assertThat(reply.getString("actions[0].kind")).as(reply.prettify()).isEqualTo("confirm");
    return reply.getString("actions[0].href").substring("/proposals/".length());
  }

  private JsonPath proposal(String id) {
    return as(mine).get("/api/v1/me/proposals/" + id).jsonPath();
  }

  private JsonPath confirm(String proposal, int status) {
    return as(mine)
        .post("/api/v1/me/proposals/" + proposal + "/confirm")
        .then()
        .statusCode(status)
        .extract()
        .jsonPath();
  }

  private void refused(String proposal, int status, String problem) {
    assertThat(confirm(proposal, status).getString("type"))
        .isEqualTo("urn:feewise:problem:" + problem);
    assertThat(proposal(proposal).getString("state")).isEqualTo("WAITING");
    as(mine).get("/api/v1/me/payment-orders").then().body("items", hasSize(0));
  }

  private JsonPath order(String orderNo) {
    return as(mine)
        .get("/api/v1/me/payment-orders/" + orderNo)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void theProposalSaysEachAmountAndThatNoMoneyIsTaken() {
    JsonPath shown = proposal(proposed("我要交个税和水费"));

    // 1200.00 at 0.05 % for 40 days is 24.00
    assertThat(shown.getString("call.call")).isEqualTo("start-payment");
    assertThat(shown.getString("call.on")).isEqualTo("2026-11-24");
    assertThat(shown.getList("call.bills.billNo")).containsExactly(tax, water);
    assertThat(shown.getList("call.bills.surcharge")).containsExactly("24.00", "0.00");
    assertThat(shown.getString("effect.says")).contains("2 笔", "1273.14 元", "不会扣款");
    assertThat(shown.getList("effect.lines", String.class))
        .containsExactly(
            "title of %s（账单号 %s）：本金 1200.00 元，滞纳金 24.00 元".formatted(tax, tax),
            "title of %s（账单号 %s）：本金 49.14 元，滞纳金 0.00 元".formatted(water, water),
            "手续费 0.00 元",
            "合计 1273.14 元",
            "付款方式：支付宝",
            "金额按 2026-11-24 计算。缴费单只在确认当天有效，到 24:00 为止。");
    as(mine).get("/api/v1/me/payment-orders").then().body("items", hasSize(0));
  }

  @Test
  void confirmedTwiceThereIsOneOrderValidUntilMidnight() throws SQLException {
    String proposal = proposed("用微信交个税");

    String number = confirm(proposal, 200).getString("outcome");

    assertThat(confirm(proposal, 200).getString("outcome")).isEqualTo(number);
    assertThat(number).matches("P20261124-[0-9A-HJKMNP-TV-Z]{8}");
    as(mine)
        .get("/api/v1/me/payment-orders")
        .then()
        .body("items.orderNo", equalTo(List.of(number)));
    JsonPath order = order(number);
    assertThat(order.getString("state")).isEqualTo("WAITING");
    assertThat(order.getString("method")).isEqualTo("WECHAT_PAY");
    assertThat(order.getString("total")).isEqualTo("1224.00");
    assertThat(order.getString("bills[0].billNo")).isEqualTo(tax);
    assertThat(order.getString("bills[0].principal")).isEqualTo("1200.00");
    assertThat(order.getString("bills[0].surcharge")).isEqualTo("24.00");
    assertThat(order.getString("validUntil")).isEqualTo("2026-11-24T16:00:00Z");
    assertThat(order.getBoolean("outdated")).isFalse();
    assertThat(file.bills().column("select settled_on from bill where bill_no = ?", tax))
        .containsExactly((String) null);
    assertThat(file.bills().column("select 1 from payment where bill_no = ?", tax)).isEmpty();
  }

  @Test
  void confirmedByManyAtOnceThereIsOneOrder() throws Exception {
    String proposal = proposed("交水费");
    try (ExecutorService people = Executors.newFixedThreadPool(8)) {
      List<Future<String>> outcomes =
          IntStream.range(0, 8)
              .mapToObj(any -> people.submit(() -> confirm(proposal, 200).getString("outcome")))
              .toList();
      for (Future<String> outcome : outcomes) {
        assertThat(outcome.get()).isEqualTo(outcomes.getFirst().get());
      }
    }
    as(mine).get("/api/v1/me/payment-orders").then().body("items", hasSize(1));
  }

  @Test
  void whoStartsTheSameMeanwhileWaitsAndGetsTheSameOrder() throws Exception {
    Quote quote = quotes.of(mine, List.of(water), null).orElseThrow();
    AtomicReference<Future<String>> second = new AtomicReference<>();
    try (ExecutorService another = Executors.newSingleThreadExecutor()) {
      String first =
          QuarkusTransaction.requiringNew()
              .call(
                  () -> {
                    String number = orders.start(mine, quote);
                    second.set(another.submit(() -> orders.start(mine, quote)));
                    await().until(() -> second.get().isDone() || isOneWaiting());
                    return number;
                  });
      assertThat(second.get().get()).isEqualTo(first);
    }
  }

  private boolean isOneWaiting() throws SQLException {
    return !file.bills()
        .column(
            """
            select pid from pg_stat_activity
            where wait_event_type = 'Lock' and query like '%for no key update%'""")
        .isEmpty();
  }

  @Test
  void theSameOrderIsNotMadeTwiceInADay() {
    String first = confirm(proposed("交水费"), 200).getString("outcome");
    assertThat(confirm(proposed("交水费"), 200).getString("outcome")).isEqualTo(first);
    assertThat(confirm(proposed("用微信交水费"), 200).getString("outcome")).isNotEqualTo(first);
    clock.forward(Duration.ofDays(1));
    assertThat(confirm(proposed("交水费"), 200).getString("outcome")).isNotEqualTo(first);
  }

  @Test
  void anAmountThatGrewOvernightIsNotPaidAsItWas() {
    String grows = proposed("交个税");
    String stays = proposed("交水费");
    clock.forward(Duration.ofHours(15));

    // 41 days: 24.60
    assertThat(proposal(grows).getString("effect.says")).contains(tax, "1224.00", "1224.60");
    refused(grows, 409, "amount-changed");
    String number = confirm(stays, 200).getString("outcome");
    assertThat(order(number).getString("on")).isEqualTo("2026-11-25");
    assertThat(order(number).getString("validUntil")).isEqualTo("2026-11-25T16:00:00Z");
  }

  @Test
  void aPartPaidMeanwhileChangesTheAmount() throws SQLException {
    String proposal = proposed("交水费");
    file.bills().pay(mine, water, 1_000, TODAY);
    assertThat(proposal(proposal).getString("effect.says")).contains("49.14", "39.14");
    refused(proposal, 409, "amount-changed");
  }

  @Test
  void whatWasPaidInPartOwesTheRestAndTheSurchargeOfBoth() throws SQLException {
    file.bills().pay(mine, tax, 20_000, LocalDate.of(2026, 11, 4));

    JsonPath shown = proposal(proposed("交个税"));

    // 20 days of 0.05 % of 1200.00 and 20 of 1000.00: 12.00 + 10.00
    assertThat(shown.getString("call.bills[0].principal")).isEqualTo("1000.00");
    assertThat(shown.getString("call.bills[0].surcharge")).isEqualTo("22.00");
    assertThat(shown.getString("effect.says")).contains("1022.00");
  }

  @Test
  void aBillPaidMeanwhileIsNotPaidAgain() throws SQLException {
    String proposal = proposed("交水费");
    file.settle(mine, water, 4_914, TODAY);
    assertThat(proposal(proposal).getString("effect.says")).contains(water, "已经缴清");
    refused(proposal, 409, "bill-settled");
  }

  @Test
  void anotherCitizensBillCannotBePaid() throws SQLException {
    String bill = file.inTime(theirs, "WATER", 7_000);
    OrderLine line =
        new OrderLine(bill, FeeType.WATER, "x", Money.ofYuan(70), Money.ZERO, Money.ZERO);
    String proposal =
        proposals.propose(
            mine, new ProposedCall.StartPayment(PaymentMethod.COUNTER, List.of(line), TODAY));
    refused(proposal, 404, "no-such-bill");
    as(theirs).get("/api/v1/me/payment-orders").then().body("items", hasSize(0));
  }

  @Test
  void whatAMethodDoesNotCarryIsRefusedAndOtherwiseNotChosen() throws SQLException {
    file.inTime(mine, "TUITION", 600_000);

    String named = proposed("用支付宝交学费");

    assertThat(proposal(named).getString("effect.says")).contains("5000.00", "6000.00", "换一种");
    page("/proposals/" + named).body(not(containsString("/confirm")));
    refused(named, 409, "over-payment-limit");
    assertThat(proposal(proposed("交学费")).getString("call.method")).isEqualTo("UNIONPAY");
  }

  @Test
  void anotherCitizensOrderDoesNotExist() {
    String number = confirm(proposed("交水费"), 200).getString("outcome");
    as(theirs)
        .get("/api/v1/me/payment-orders/" + number)
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:feewise:problem:no-such-order"));
    as(theirs).get("/api/v1/me/payment-orders").then().body("items", hasSize(0));
  }

  @Test
  void anOrderExpiresAtMidnight() {
    String number = confirm(proposed("交水费"), 200).getString("outcome");
    clock.standAt(TODAY.atTime(23, 59, 59));
    assertThat(order(number).getString("state")).isEqualTo("WAITING");
    clock.standAt(TODAY.plusDays(1).atStartOfDay());
    assertThat(order(number).getString("state")).isEqualTo("EXPIRED");
  }

  @Test
  void anOrderIsPaidWhenPaymentsHaveSettledEachBill() throws SQLException {
    String number = confirm(proposed("全部付清"), 200).getString("outcome");
    file.settle(mine, water, 4_914, TODAY);
    JsonPath half = order(number);
    assertThat(half.getString("state")).isEqualTo("WAITING");
    assertThat(half.getList("bills.settled")).containsExactly(false, true);
    assertThat(half.getBoolean("outdated")).isTrue();

    file.settle(mine, tax, 120_000, TODAY);
    assertThat(order(number).getString("state")).isEqualTo("PAID");
    assertThat(order(number).getBoolean("outdated")).isFalse();
    clock.forward(Duration.ofDays(2));
    assertThat(order(number).getString("state")).isEqualTo("PAID");
  }

  @Test
  void aBillThatWasStruckOffIsNotPaid() throws SQLException {
    file.bills().pay(mine, water, 1_000, TODAY.minusDays(1));
    String number = confirm(proposed("交水费"), 200).getString("outcome");
    file.bills().update("update bill set settled_on = ? where bill_no = ?", TODAY, water);
    assertThat(order(number).getString("state")).isEqualTo("WAITING");
    assertThat(order(number).getBoolean("outdated")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "交水费                        | WATER               | 49.14",
        "付账单 %s                     | WATER               | 49.14",
        "交49.14元水费                 | WATER               | 49.14",
        "把水费和电费一起交了          | WATER,ELECTRICITY   | 49.14,80.00",
        "把欠的都付清                  | INCOME_TAX,WATER,ELECTRICITY | 1224.00,49.14,80.00",
        "先把逾期的交了                | INCOME_TAX          | 1224.00",
        "交税                          | INCOME_TAX          | 1224.00",
        "用微信把水费和个税都交了      | INCOME_TAX,WATER    | 1224.00,49.14",
        "pay the overdue ones          | INCOME_TAX          | 1224.00",
        "I want to pay my water bill   | WATER               | 49.14",
        "Pay everything I owe in full  | INCOME_TAX,WATER,ELECTRICITY | 1224.00,49.14,80.00"
      })
  void aMessageSelectsTheBillsItNames(String text, String fees, String amounts)
      throws SQLException {
    file.inTime(mine, "ELECTRICITY", 8_000);

    JsonPath shown = proposal(proposed(text.formatted(water)));

    assertThat(shown.getList("call.bills.feeType")).containsExactly((Object[]) fees.split(","));
    List<Money> due =
        IntStream.range(0, shown.getList("call.bills").size())
            .mapToObj(
                bill ->
                    Money.parse(shown.getString("call.bills[" + bill + "].principal"))
                        .plus(Money.parse(shown.getString("call.bills[" + bill + "].surcharge"))))
            .toList();
    assertThat(due).map(Money::toString).containsExactly(amounts.split(","));
  }

  @ParameterizedTest
  @CsvSource({
    "我要缴费",
    "交燃气费",
    "交30元水费",
    "给我妈交水费",
    "交罚款",
    "给车交税",
    "充200电费",
    "预存500水费",
    "两样都交",
    "交第一个",
    "pay my parents' water bill",
    "top up electricity 200",
    "付账单PAY2026-999",
    "水费分两期交",
    "水费还欠多少",
    "Pay my gas bill",
    "Pay 30 yuan of my water bill"
  })
  void whatIsNotNamedExactlyIsNotProposed(String text) throws SQLException {
    file.inTime(mine, "ELECTRICITY", 8_000);
    JsonPath reply = as(mine).body(Map.of("text", text)).post("/api/v1/chat").jsonPath();
    for (Map<String, String> action : reply.<Map<String, String>>getList("actions")) {
      if (action.get("kind").equals("confirm")) {
        String id = action.get("href").substring("/proposals/".length());
        assertThat(proposal(id).getString("call.call")).isNotEqualTo("start-payment");
      }
    }
  }

  @Test
  void theOnlyOpenBillNeedsNoName() throws SQLException {
    file.settle(mine, tax, 120_000, TODAY.minusDays(1));
    assertThat(proposal(proposed("我要缴费")).getList("call.bills.billNo")).containsExactly(water);
    JsonPath reply = as(mine).body(Map.of("text", "交罚款")).post("/api/v1/chat").jsonPath();
    assertThat(reply.getList("actions.kind")).doesNotContain("confirm");
  }

  @Test
  void ofSeveralBillsOneAloneIsNotGuessed() throws SQLException {
    file.inTime(mine, "WATER", 5_000);
    JsonPath reply = as(mine).body(Map.of("text", "把这笔水费交了")).post("/api/v1/chat").jsonPath();
    assertThat(reply.getList("actions.kind")).doesNotContain("confirm");
    assertThat(proposal(proposed("交水费")).getList("call.bills")).hasSize(2);
  }

  @Test
  void thePagesShowTheSlipAndTheProposalLeadsThere() {
    String proposal = proposed("到柜台交个税");
    String number = confirm(proposal, 200).getString("outcome");
    page("/proposals/" + proposal).body(containsString("/payments/" + number));
    page("/proposals/" + proposed("交水费")).body(containsString("/confirm"));
    page("/payments").body(containsString(number)).body(containsString("1224.00"));
    page("/payments/" + number)
        .body(containsString(tax))
        .body(containsString("打印这张单"))
        .body(containsString("没有扣您的钱"));
    given()
        .cookie("feewise", TestTokens.citizen(theirs))
        .get("/payments/" + number)
        .then()
        .statusCode(404);
  }

  private io.restassured.response.ValidatableResponse page(String path) {
    return given()
        .cookie("feewise", TestTokens.citizen(mine))
        .header("Accept-Language", "zh-CN")
        .get(path)
        .then()
        .statusCode(200);
  }
}
