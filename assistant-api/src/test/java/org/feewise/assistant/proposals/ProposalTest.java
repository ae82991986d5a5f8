package org.feewise.assistant.proposals;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
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
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.feewise.assistant.TestClock;
import org.feewise.assistant.bills.BillsOnFile;
import org.feewise.assistant.identity.Role;
import org.feewise.assistant.identity.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the chat proposes is done when its citizen confirms it, once, and not before. */
@QuarkusTest
class ProposalTest {
  private static final String PREFIX = "PROPOSED-";

  @Inject DataSource database;
  @Inject TestClock clock;

  private BillsOnFile file;
  private String mine;
  private String theirs;

  @BeforeEach
  void twoCitizens() throws SQLException {
    file = new BillsOnFile(database, PREFIX);
    mine = newCitizen();
    theirs = newCitizen();
    LocalDate today = LocalDate.now(clock);
    file.open(mine, "WATER", 60_000, today.minusDays(3), today.plusDays(20));
  }

  @AfterEach
  void takeThemOut() throws SQLException {
    clock.run();
    file.close();
    for (String table :
        List.of(
            "proposal",
            "payment_order",
            "service_case",
            "reminder",
            "reminder_preference",
            "payment_plan",
            "conversation",
            "citizen")) {
      file.update("delete from " + table + " where starts_with(citizen_id, ?)", PREFIX);
    }
  }

  private String newCitizen() throws SQLException {
    String id = PREFIX + UUID.randomUUID();
    file.update("insert into citizen (citizen_id, source) values (?, 'test')", id);
    return id;
  }

  private static RequestSpecification as(String citizenId) {
    return given()
        .auth()
        .oauth2(TestTokens.citizen(citizenId))
        .header("Accept-Language", "zh-CN")
        .contentType("application/json");
  }

  private static RequestSpecification asOperator() {
    return given().auth().oauth2(TestTokens.of(Role.Name.OPERATOR)).contentType("application/json");
  }

  /** What a message leads to. */
  private String proposed(String text) {
    JsonPath reply =
        as(mine).body(Map.of("text", text)).post("/api/v1/chat").then().extract().jsonPath();
    assertThat(reply.getString("actions[0].kind")).as(reply.prettify()).isEqualTo("confirm");
    return reply.getString("actions[0].href").substring("/proposals/".length());
  }

  private JsonPath decide(String proposal, String decision, int status) {
    return as(mine)
        .post("/api/v1/me/proposals/" + proposal + "/" + decision)
        .then()
        .statusCode(status)
        .extract()
        .jsonPath();
  }

  @Test
  void aPersonIsAskedOnlyAfterConfirmationAndAnswers() {
    String proposal = proposed("帮我转人工");
    as(mine).get("/api/v1/me/cases").then().body("items", hasSize(0));
    as(mine)
        .get("/api/v1/me/proposals/" + proposal)
        .then()
        .body("state", equalTo("WAITING"))
        .body("call.call", equalTo("open-case"))
        .body("call.kind", equalTo("HANDOFF"))
        .body("effect.lines", hasItem(containsString("帮我转人工")));

    String number = decide(proposal, "confirm", 200).getString("outcome");

    assertThat(number).matches("[0-9]{8}-[0-9A-HJKMNP-TV-Z]{8}");
    as(mine).get("/api/v1/me/cases").then().body("items.caseId", equalTo(List.of(number)));
    as(theirs).get("/api/v1/me/cases").then().body("items", hasSize(0));
    asOperator()
        .get("/api/v1/cases")
        .then()
        .body("items.caseId", hasItem(number))
        .body("items.details.said", hasItem("帮我转人工"));
    asOperator()
        .body(Map.of("answer", " "))
        .post("/api/v1/cases/" + number + "/close")
        .then()
        .statusCode(400)
        .body("field", equalTo("answer"));
    asOperator()
        .body(Map.of("answer", "明天上午给您回电话。"))
        .post("/api/v1/cases/" + number + "/close")
        .then()
        .statusCode(200);
    asOperator()
        .body(Map.of("answer", "再答一次"))
        .post("/api/v1/cases/" + number + "/close")
        .then()
        .statusCode(409);
    asOperator().get("/api/v1/cases").then().body("items.caseId", not(hasItem(number)));
    as(mine).get("/api/v1/me/cases").then().body("items[0].answer", equalTo("明天上午给您回电话。"));
    as(mine).get("/api/v1/cases").then().statusCode(403);
  }

  @Test
  void aDisputeTakesTheConversationAlongAndIsUnreadableAtRest() throws SQLException {
    String conversation =
        as(mine)
            .body(Map.of("text", "水费还欠多少"))
            .post("/api/v1/chat")
            .jsonPath()
            .getString("conversationId");
    JsonPath reply =
        as(mine)
            .body(Map.of("text", "这笔水费收错了，我要申诉", "conversationId", conversation))
            .post("/api/v1/chat")
            .jsonPath();
    String proposal = reply.getString("actions[0].href").substring("/proposals/".length());

    String number = decide(proposal, "confirm", 200).getString("outcome");

    JsonPath open = asOperator().get("/api/v1/cases").jsonPath();
    Map<String, Object> found = open.getMap("items.find { it.caseId == '" + number + "' }");
    assertThat(found.get("kind")).isEqualTo("DISPUTE");
    assertThat(found.get("details").toString()).contains("WATER", "水费还欠多少", "600.00");
    String bytes =
        file.column(
                "select encode(details_cipher, 'hex') from service_case where case_id = ?", number)
            .getFirst();
    assertThat(bytes)
        .doesNotContain(HexFormat.of().formatHex("水费".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void confirmedByManyAtOnceItIsDoneOnce() throws Exception {
    String proposal = proposed("帮我转人工");
    try (ExecutorService people = Executors.newFixedThreadPool(8)) {
      List<Future<String>> outcomes =
          IntStream.range(0, 8)
              .mapToObj(
                  any -> people.submit(() -> decide(proposal, "confirm", 200).getString("outcome")))
              .toList();
      for (Future<String> outcome : outcomes) {
        assertThat(outcome.get()).isEqualTo(outcomes.getFirst().get());
      }
    }
    as(mine).get("/api/v1/me/cases").then().body("items", hasSize(1));
    decide(proposal, "decline", 409);
  }

  @Test
  void remindersChangeWhenConfirmed() {
    String set = proposed("到期前5天用短信提醒我");
    preferences("APP", 3, false);
    decide(set, "confirm", 200);
    preferences("SMS", 5, false);

    String stop = proposed("不要再给我发任何提醒了");
    preferences("SMS", 5, false);
    decide(stop, "confirm", 200);
    preferences("SMS", 5, true);
  }

  @Test
  void eachOfTwoWishesIsConfirmedByItself() {
    JsonPath reply =
        as(mine)
            .body(Map.of("text", "水费分两期怎么付最省,顺便到期前5天用短信提醒我"))
            .post("/api/v1/chat")
            .then()
            .extract()
            .jsonPath();
    List<String> pages = reply.getList("actions.findAll { it.kind == 'confirm' }.href");
    assertThat(pages).as(reply.prettify()).hasSize(2);
    preferences("APP", 3, false);
    decide(pages.get(1).substring("/proposals/".length()), "confirm", 200);
    preferences("SMS", 5, false);
    as(mine).get("/api/v1/me/plans/current").then().statusCode(404);
  }

  private void preferences(String first, int daysBefore, boolean optedOut) {
    as(mine)
        .get("/api/v1/me/reminder-preferences")
        .then()
        .body("channels[0]", equalTo(first))
        .body("daysBefore", equalTo(daysBefore))
        .body("optedOut", equalTo(optedOut));
  }

  @Test
  void aPlanOfTheChatIsAcceptedAsItWasTold() {
    String proposal = proposed("水费分两期怎么付最省");
    as(mine).get("/api/v1/me/plans/current").then().statusCode(404);
    String planId = decide(proposal, "confirm", 200).getString("outcome");
    as(mine).get("/api/v1/me/plans/current").then().body("plan.id", equalTo(planId));
  }

  @Test
  void whatIsDeclinedOrExpiredIsNeverDone() {
    String declined = proposed("帮我转人工");
    decide(declined, "decline", 200);
    decide(declined, "confirm", 409);

    clock.standAt(LocalDate.now(clock).atTime(9, 0));
    String late = proposed("帮我转人工");
    clock.forward(Duration.ofHours(25));
    decide(late, "confirm", 409);
    as(mine).get("/api/v1/me/cases").then().body("items", hasSize(0));
  }

  @Test
  void anotherCitizensProposalDoesNotExist() {
    String proposal = proposed("帮我转人工");
    for (String call : List.of("", "/confirm", "/decline")) {
      String path = "/api/v1/me/proposals/" + proposal + call;
      (call.isEmpty() ? as(theirs).get(path) : as(theirs).post(path))
          .then()
          .statusCode(404)
          .body("type", equalTo("urn:feewise:problem:no-such-proposal"));
    }
    as(mine).get("/api/v1/me/proposals/" + proposal).then().body("outcome", nullValue());
  }

  @Test
  void aQuestionProposesNothing() {
    as(mine)
        .body(Map.of("text", "水费还欠多少"))
        .post("/api/v1/chat")
        .then()
        .body("actions.kind", not(hasItem("confirm")));
  }
}
