package org.feewise.assistant.chat.conversation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.feewise.assistant.bills.BillsOnFile;
import org.feewise.assistant.identity.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages sent again, said anew and stopped. */
@QuarkusTest
class TurnsAgainTest {
  private static final String PREFIX = "AGAIN-";

  @Inject DataSource database;
  @Inject Clock clock;

  private BillsOnFile file;
  private String mine;

  @BeforeEach
  void twoOpenBills() throws SQLException {
    LocalDate today = LocalDate.now(clock);
    file = new BillsOnFile(database, PREFIX);
    mine = citizen();
    file.open(mine, "WATER", 4_914, today.minusDays(3), today.plusDays(20));
    file.open(mine, "ELECTRICITY", 8_000, today.minusDays(3), today.plusDays(10));
  }

  private String citizen() throws SQLException {
    String id = PREFIX + UUID.randomUUID();
    file.update("insert into citizen (citizen_id, source) values (?, 'test')", id);
    return id;
  }

  @AfterEach
  void takeThemOut() throws SQLException {
    file.close();
    for (String table : List.of("proposal", "conversation", "citizen")) {
      file.update("delete from " + table + " where starts_with(citizen_id, ?)", PREFIX);
    }
  }

  private static Response send(String citizenId, String key, Map<String, Object> message) {
    var request =
        given().auth().oauth2(TestTokens.citizen(citizenId)).contentType("application/json");
    return (key == null ? request : request.header("Idempotency-Key", key))
        .body(message)
        .post("/api/v1/chat");
  }

  private Response send(String text, String key) {
    return send(mine, key, Map.of("text", text));
  }

  private String ask(String text, String conversationId, Integer replaces) {
    Map<String, Object> message = new HashMap<>(Map.of("text", text));
    message.put("conversationId", conversationId);
    message.put("replaces", replaces);
    JsonPath answer = send(mine, null, message).then().statusCode(200).extract().jsonPath();
    return answer.getString("conversationId");
  }

  private int stop(String citizenId, String key) {
    return given()
        .auth()
        .oauth2(TestTokens.citizen(citizenId))
        .delete("/api/v1/chat/requests/" + key)
        .statusCode();
  }

  private List<String> turns(String citizenId) throws SQLException {
    return file.column(
        "select turn from conversation_turn join conversation using (conversation_id)"
            + " where citizen_id = ? order by conversation_id, turn",
        citizenId);
  }

  @Test
  void aRequestSentAgainIsAnsweredOnce() throws SQLException {
    String key = UUID.randomUUID().toString();
    String first = send("水费多少", key).then().statusCode(200).extract().asString();
    String again = send("水费多少", key).then().statusCode(200).extract().asString();
    assertThat(again).isEqualTo(first).contains("49.14");
    assertThat(turns(mine)).containsExactly("0");
  }

  @Test
  void aRequestSentTenTimesAtOnceIsAnsweredOnce()
      throws SQLException, InterruptedException, ExecutionException {
    String key = UUID.randomUUID().toString();
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(10)) {
      List<Future<Integer>> sent = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        sent.add(callers.submit(() -> send("水费多少", key).statusCode()));
      }
      for (Future<Integer> each : sent) {
        statuses.add(each.get());
      }
    }
    assertThat(statuses).contains(200).allMatch(status -> status == 200 || status == 409);
    assertThat(turns(mine)).containsExactly("0");
  }

  @Test
  void aKeyBelongsToOneMessageOfOneCitizen() throws SQLException {
    String key = UUID.randomUUID().toString();
    send("水费多少", key).then().statusCode(200);
    Response other = send("电费多少", key);
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.jsonPath().getString("field")).isEqualTo("Idempotency-Key");

    String neighbour = citizen();
    Response theirs = send(neighbour, key, Map.of("text", "水费多少"));
    assertThat(theirs.statusCode()).isEqualTo(200);
    assertThat(theirs.asString()).doesNotContain("49.14");
    assertThat(stop(neighbour, key)).isEqualTo(204);
    assertThat(turns(mine)).containsExactly("0");
    assertThat(turns(neighbour)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "with a blank"})
  void aKeyOutOfBoundsIsRefusedByName(String key) {
    Response refused = send("水费多少", key);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("field")).isEqualTo("Idempotency-Key");
  }

  @Test
  void aTurnSaidAnewReplacesItAndWhatFollowed() throws SQLException {
    String id = ask("水费多少", null, null);
    ask("电费呢", id, null);
    ask("为什么有滞纳金", id, null);
    ask("什么时候截止", id, 1);
    assertThat(turns(mine)).containsExactly("0", "1");
  }

  @Test
  void aTurnSaidAnewGoesOnFromWhatWasBeforeIt() {
    String id = ask("水费多少", null, null);
    ask("那电费呢", id, null);
    Map<String, Object> anew = Map.of("text", "什么时候截止", "conversationId", id, "replaces", 1);
    JsonPath answer = send(mine, null, anew).jsonPath();
    assertThat(answer.getString("understood.slots.feeType")).isEqualTo("WATER");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1, 99})
  void aTurnThatIsNotThereCannotBeSaidAnew(int turn) {
    String id = ask("水费多少", null, null);
    Map<String, Object> anew = Map.of("text", "电费呢", "conversationId", id, "replaces", turn);
    Response refused = send(mine, null, anew);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("field")).isEqualTo("replaces");
  }

  @Test
  void whatIsStoppedIsNotKept() throws SQLException {
    String before = UUID.randomUUID().toString();
    stop(mine, before);
    Response stopped = send("水费多少", before);
    assertThat(stopped.statusCode()).isEqualTo(409);
    assertThat(stopped.jsonPath().getString("type")).endsWith("stopped");

    String key = UUID.randomUUID().toString();
    send("水费多少", key).then().statusCode(200);
    assertThat(stop(mine, key)).isEqualTo(204);
    assertThat(turns(mine)).isEmpty();
  }

  @Test
  void whatWasSaidBeforeAStoppedTurnStays() throws SQLException {
    String id = ask("水费多少", null, null);
    String key = UUID.randomUUID().toString();
    send(mine, key, Map.of("text", "电费呢", "conversationId", id)).then().statusCode(200);
    stop(mine, key);
    assertThat(turns(mine)).containsExactly("0");
    Map<String, Object> next = Map.of("text", "什么时候截止", "conversationId", id);
    assertThat(send(mine, null, next).jsonPath().getString("understood.slots.feeType"))
        .isEqualTo("WATER");
  }
}
