package org.feewise.assistant.command;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.specification.RequestSpecification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Properties;
import org.feewise.assistant.bills.BillsOnFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Kills the service between two messages: the conversation is there again and goes on. */
class ConversationSurvivesKillIT {
  private static final Map<String, String> WITHOUT_A_CITY = Map.of("FEEWISE_CITY", "none");
  private static final String CITIZEN = "C0000001";
  private static final String KEY = "before-the-kill";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
  private static final LocalDate DUE = TODAY.plusDays(20);

  @TempDir Path folder;

  private String token;
  private int port;

  private Program serve(Path data) throws Exception {
    port = Program.freePort();
    Program program = Program.run(data, WITHOUT_A_CITY, "start", "--port", Integer.toString(port));
    program.awaitReady(port);
    String password = program.printed().replaceAll("(?s).*Demo password: (\\S+).*", "$1");
    token =
        given()
            .port(port)
            .contentType("application/json")
            .body(Map.of("account", "citizen1", "password", password))
            .post("/api/v1/sign-in")
            .then()
            .statusCode(200)
            .extract()
            .path("token");
    return program;
  }

  private RequestSpecification asCitizen() {
    return given().port(port).auth().oauth2(token).contentType("application/json");
  }

  private String ask(Map<String, String> message) {
    return asCitizen()
        .header("Idempotency-Key", KEY)
        .body(message)
        .post("/api/v1/chat")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  @Test
  void goesOnWhereItWas() throws Exception {
    Path data = folder.resolve("data");
    Map<String, String> question = Map.of("text", "水费多少");
    String first;
    try (Program program = serve(data)) {
      openAWaterBill(data);
      first = ask(question);
      assertThat(first).contains("49.14");
      program.kill();
    }
    try (Program again = serve(data)) {
      assertThat(ask(question)).isEqualTo(first);
      String id = first.replaceAll("(?s).*\"conversationId\":\"([^\"]+)\".*", "$1");
      assertThat(page()).contains("水费多少", "49.14", id);
      asCitizen()
          .body(Map.of("text", "什么时候截止", "conversationId", id))
          .post("/api/v1/chat")
          .then()
          .statusCode(200)
          .body("understood.slots.feeType", equalTo("WATER"))
          .body("reply", containsString("水费"));
      assertThat(page().split("data-number=")).as("two turns").hasSize(3);
      assertThat(again.isAlive()).isTrue();
    }
  }

  private String page() {
    return given().port(port).cookie("feewise", token).accept("text/html").get("/").asString();
  }

  private static void openAWaterBill(Path data) throws Exception {
    Properties at = new Properties();
    try (var file = Files.newBufferedReader(data.resolve("run").resolve("addresses.env"))) {
      at.load(file);
    }
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(at.getProperty("FEEWISE_DATABASE_URL"));
    database.setUser(at.getProperty("FEEWISE_DATABASE_USER"));
    database.setPassword(at.getProperty("FEEWISE_DATABASE_PASSWORD"));
    open(new BillsOnFile(database, "KILL-"));
  }

  private static void open(BillsOnFile file) throws SQLException {
    file.update(
        "insert into citizen (citizen_id, source) values (?, 'test') on conflict do nothing",
        CITIZEN);
    file.open(CITIZEN, "WATER", 4_914, TODAY.minusDays(3), DUE);
  }
}
