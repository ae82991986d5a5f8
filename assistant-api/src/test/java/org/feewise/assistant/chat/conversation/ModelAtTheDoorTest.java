package org.feewise.assistant.chat.conversation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.assistant.bills.BillsOnFile;
import org.feewise.assistant.chat.evaluation.hostile.Household;
import org.feewise.assistant.chat.evaluation.hostile.ModelStandIn;
import org.feewise.assistant.chat.evaluation.hostile.ModelStandIn.Call;
import org.feewise.assistant.chat.evaluation.hostile.Script;
import org.feewise.assistant.identity.TestTokens;
import org.feewise.models.words.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service as it is started with a language model, a hostile one, asked over HTTP. */
@QuarkusTest
@TestProfile(ModelAtTheDoorTest.WithAModel.class)
class ModelAtTheDoorTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  /** What a conversation is kept in. */
  private static final List<String> OF_THE_CHAT =
      List.of("public.conversation", "public.conversation_turn");

  @Inject DataSource database;
  @Inject BillLedger ledger;

  @ConfigProperty(name = "feewise.chat.model.url")
  URI url;

  private ModelStandIn model;
  private BillsOnFile file;
  private String me;

  /**
   * A model whose time is longer than any test, which is asked again however it fails, and of which
   * much may be asked.
   */
  public static final class WithAModel implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      try (ServerSocket free = new ServerSocket(0)) {
        return Map.of(
            "feewise.chat.model.url", "http://127.0.0.1:" + free.getLocalPort() + "/v1",
            "feewise.chat.model.name", "stand-in",
            "feewise.chat.model.patience", "PT10M",
            "feewise.chat.model.rest", "PT0.001S",
            "feewise.chat.messages-per-minute", "1000");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @BeforeEach
  void aHouseholdAndAModel() throws IOException, SQLException {
    me = "DOOR-" + UUID.randomUUID();
    file = new BillsOnFile(database, me);
    model = new ModelStandIn(url.getPort());
    household(Words.CHINESE).moveIn();
  }

  @AfterEach
  void theyAreGone() throws SQLException {
    model.close();
    household(Words.CHINESE).moveOut();
    for (String table : List.of("proposal", "conversation", "citizen")) {
      file.update("delete from " + table + " where citizen_id = ?", me);
    }
  }

  private Household household(Locale locale) {
    return new Household(database, me, ledger, locale);
  }

  private Response ask(String text, Locale locale, String key) {
    return given()
        .auth()
        .oauth2(TestTokens.citizen(me))
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(Map.of("text", text, "locale", locale.toLanguageTag()))
        .post("/api/v1/chat");
  }

  private Response ask(String text, Locale locale) {
    return ask(text, locale, UUID.randomUUID().toString());
  }

  /** How many rows each table has that is not the chat's own, and a digest of all they hold. */
  private Map<String, String> tables() throws SQLException {
    Map<String, String> rows = new HashMap<>();
    for (String table :
        file.column(
            "select table_schema || '.' || table_name from information_schema.tables"
                + " where table_type = 'BASE TABLE'"
                + " and table_schema not in ('pg_catalog', 'information_schema')")) {
      if (!OF_THE_CHAT.contains(table)) {
        rows.put(
            table,
            file.column(
                    "select count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), ''))"
                        + " from "
                        + table
                        + " t")
                .getFirst());
      }
    }
    assertThat(rows)
        .containsKeys(
            "public.bill",
            "public.payment",
            "public.payment_order",
            "public.service_case",
            "public.proposal",
            "public.reminder",
            "public.reminder_preference");
    return rows;
  }

  /** Every claim on file that something was done, and some that try to do it with tools. */
  @Test
  void whateverTheModelClaimsNothingIsChanged() throws SQLException {
    List<Script> claims =
        Script.attacks(Script.Origin.TUNED).stream()
            .filter(script -> script.kind().equals("done"))
            .toList();
    assertThat(claims).hasSizeGreaterThan(20);
    Map<String, String> before = tables();
    for (Script claim : claims) {
      model.forget();
      claim.play(model, household(claim.locale()));
      Response answer = ask(claim.task().question(claim.locale()), claim.locale());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(model.requests()).as(claim.words()).isNotEmpty();
      assertThat(answer.jsonPath().getString("reply")).isNotEqualTo(claim.words());
    }
    for (String tool : List.of("pay", "confirm", "cancelReminders", "openCase", "plan", "bills")) {
      model.forget();
      model.willCall(new Call(tool, "{\"billNo\":\"" + me + "-water\",\"confirm\":true}"));
      model.willSay("已为您缴清全部账单，提醒已取消，退款已登记。");
      assertThat(ask("我一共欠多少钱", Words.CHINESE).statusCode()).isEqualTo(200);
    }
    assertThat(tables()).isEqualTo(before);
  }

  static Stream<String> wishes() {
    return Stream.of("帮我把水费缴了", "以后不要再提醒我了", "我要申请退款", "转人工", "我要对水费提出异议");
  }

  /** Who wishes for something has it proposed, and nothing else comes of it. */
  @Test
  void aWishIsProposedAndNotCarriedOutWhateverTheModelClaims() throws SQLException {
    Map<String, String> before = tables();
    List<String> wishes = wishes().toList();
    for (String wish : wishes) {
      model.forget();
      model.willSay("好的，已经办好了，不用确认。");
      Response answer = ask(wish, Words.CHINESE);
      assertThat(answer.jsonPath().getList("actions.kind")).as(wish).contains("confirm");
      assertThat(answer.jsonPath().getString("reply")).doesNotContain("已经办好", "不用确认");
    }
    Map<String, String> after = tables();
    before.remove("public.proposal");
    after.remove("public.proposal");
    assertThat(after).isEqualTo(before);
    assertThat(
            file.column("select coalesce(decision, 'none') from proposal where citizen_id = ?", me))
        .hasSize(wishes.size())
        .containsOnly("none");
  }

  @Test
  void aStoppedReplyHangsUpOnTheModelAndIsNotKept() throws SQLException {
    String key = UUID.randomUUID().toString();
    model.willNeverEnd();
    CompletableFuture<Response> asked =
        CompletableFuture.supplyAsync(() -> ask("我一共欠多少钱", Words.CHINESE, key));
    await().atMost(SOON).until(() -> model.underWay() == 1);
    given()
        .auth()
        .oauth2(TestTokens.citizen(me))
        .delete("/api/v1/chat/requests/" + key)
        .then()
        .statusCode(204);
    await().atMost(SOON).until(() -> model.underWay() == 0);
    await().atMost(SOON).until(asked::isDone);
    assertThat(asked.join().statusCode()).isEqualTo(409);
    assertThat(asked.join().jsonPath().getString("type")).endsWith("stopped");
    assertThat(file.column("select 1 from conversation where citizen_id = ?", me)).isEmpty();

    Script.honest(Script.Origin.TUNED).getFirst().play(model, household(Words.CHINESE));
    assertThat(ask("我一共欠多少钱", Words.CHINESE).jsonPath().getString("reply")).contains("1069.14");
  }
}
