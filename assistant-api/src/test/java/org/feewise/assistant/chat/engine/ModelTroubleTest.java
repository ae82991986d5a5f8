package org.feewise.assistant.chat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.feewise.assistant.chat.evaluation.hostile.Household;
import org.feewise.assistant.chat.evaluation.hostile.ModelStandIn;
import org.feewise.assistant.chat.evaluation.hostile.ModelStandIn.Call;
import org.feewise.assistant.chat.evaluation.hostile.Script;
import org.feewise.assistant.chat.reply.Answer;
import org.feewise.assistant.chat.reply.Assistant;
import org.feewise.assistant.chat.reply.Listener;
import org.feewise.models.words.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class ModelTroubleTest {
  private static final String CITIZEN = "C0000008";
  private static final String QUESTION = "我一共欠多少钱";
  private static final String LONG_WORD = "水".repeat(1_000);

  @Inject DataSource database;
  @Inject Talks talks;

  private ModelStandIn model;
  private Household household;

  @BeforeEach
  void begin() throws IOException, SQLException {
    model = new ModelStandIn();
    household = new Household(database, CITIZEN, talks.ledger, Words.CHINESE);
    household.moveOut();
    household.moveIn();
  }

  @AfterEach
  void end() throws SQLException {
    model.close();
    household.moveOut();
  }

  static Stream<Named<Consumer<ModelStandIn>>> troubles() {
    return Stream.of(
        Named.of("half a call", model -> model.willBreakOff("bills")),
        Named.of("garbage", model -> model.willWrite("\u0000\u0001{{{<html>")),
        Named.of("garbage as events", model -> model.willWrite("data: {\"choices\":[{\"del\n\n")),
        Named.of("an event of a number", model -> model.willWrite("data: 7\n\n")),
        Named.of("a line without an end", model -> model.willWrite("x".repeat(5 << 20))),
        Named.of("a hundred megabytes", model -> model.willFlood(LONG_WORD, 35_000)),
        Named.of("thoughts without an end", model -> model.willSay("<think>" + LONG_WORD)),
        Named.of("dashes", model -> model.willSay("| " + "-".repeat(2_500) + "x")),
        Named.of("digits", model -> model.willSay("1 ".repeat(1_200))),
        Named.of("brackets", model -> model.willSay("[".repeat(2_500))),
        Named.of(
            "arguments that are a query",
            model -> {
              model.willCall(new Call("bills", "{\"billNo\":\"' or '1'='1\"}"));
              model.willSay("您欠 9999.00 元。");
            }),
        Named.of(
            "the id of another citizen",
            model -> {
              model.willCall(
                  new Call("bills", "{\"citizenId\":\"C0000003\",\"billNo\":\"C0000003-water\"}"));
              model.willSay("C0000003 欠 49.14 元。");
            }),
        Named.of(
            "a stand-in that nobody gave",
            model -> {
              model.willCall(new Call("bills", "{\"billNo\":\"BILL-9999\"}"));
              model.willSay("BILL-9999 欠 49.14 元。");
            }),
        Named.of(
            "surcharges of a day that nobody asked about",
            model -> {
              model.willCall(
                  new Call("bills", "{}"), new Call("surcharge", "{\"payOn\":\"2031-01-17\"}"));
              model.willSay(
                  request ->
                      "您共欠 1069.14 元，滞纳金 "
                          + request
                              .toString()
                              .replaceAll("(?s).*surcharge[^0-9]{1,8}([0-9.]+).*", "$1")
                          + " 元。");
            }),
        Named.of(
            "calls without end",
            model ->
                IntStream.range(0, 30)
                    .forEach(
                        i -> model.willCall(new Call("surcharge", "{}"), new Call("plan", "{}")))));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void whateverTheModelDoesTheHouseAnswers(Consumer<ModelStandIn> trouble) {
    trouble.accept(model);
    Answer answer = ask(talks.assistant(model.url(), "PT30S"));
    assertThat(answer.reply()).isEqualTo(house()).contains("1069.14");
    assertThat(answer.author()).isEqualTo(Answer.Author.HOUSE);
    assertThat(model.requests()).isNotEmpty();
  }

  /** Every turn is given up; then nothing of any of them is left on either side. */
  @Test
  void whatIsGivenUpLeavesNoThreadAndNoConnection() throws Exception {
    Assistant assistant =
        talks.assistant(
            Map.of(
                "url", model.url().toString(),
                "name", "stand-in",
                "patience", "PT0.5S",
                "rest", "PT0.001S"));
    int before = platformThreads();
    IntStream.range(0, 50).forEach(i -> model.willNeverEnd());
    try (ExecutorService citizens = Executors.newFixedThreadPool(10)) {
      List<Callable<String>> turns =
          IntStream.range(0, 50)
              .<Callable<String>>mapToObj(i -> () -> ask(assistant).reply())
              .toList();
      String right = house();
      for (var turn : citizens.invokeAll(turns)) {
        assertThat(turn.get()).isEqualTo(right);
      }
    }
    assertThat(model.requests()).hasSizeGreaterThan(3);
    await().atMost(Duration.ofSeconds(20)).until(() -> model.underWay() == 0);
    await().atMost(Duration.ofSeconds(20)).until(() -> platformThreads() <= before + 5);
  }

  private static int platformThreads() {
    return Thread.getAllStackTraces().size();
  }

  @Test
  void anEndpointThatKeepsFailingIsLeftAlone() {
    Assistant assistant = talks.assistant(model.url(), "PT20S");
    IntStream.range(0, 10).forEach(i -> model.willFail(500));
    IntStream.range(0, 10).forEach(i -> assertThat(ask(assistant).reply()).isEqualTo(house()));
    assertThat(model.requests()).hasSize(3);
  }

  @Test
  void afterItsRestItIsAskedAgain() {
    Assistant assistant =
        talks.assistant(
            Map.of(
                "url", model.url().toString(),
                "name", "stand-in",
                "patience", "PT20S",
                "rest", "PT0.05S"));
    IntStream.range(0, 3).forEach(i -> model.willFail(500));
    IntStream.range(0, 3).forEach(i -> ask(assistant));
    await()
        .until(
            () -> {
              model.forget();
              honest().play(model, household);
              return ask(assistant).author() == Answer.Author.MODEL;
            });
  }

  @Test
  void aModelOfOllamaIsHeardAsWell() {
    Assistant assistant =
        talks.assistant(
            Map.of(
                "provider", "ollama",
                "url", model.ollamaUrl().toString(),
                "name", "stand-in",
                "patience", "PT20S"));
    honest().play(model, household);
    Answer answer = ask(assistant);
    assertThat(answer.author()).isEqualTo(Answer.Author.MODEL);
    assertThat(answer.reply()).contains("1069.14");
    assertThat(model.requests()).hasSize(2);
    assertThat(model.requests().getFirst().get("tools")).hasSize(6);
    assertThat(model.requests().toString()).contains("<data>").doesNotContain(CITIZEN);
  }

  @ParameterizedTest
  @CsvSource({
    "bedrock, http://127.0.0.1/v1, m, PT1S, FEEWISE_MODEL_PROVIDER",
    "openai, 127.0.0.1:8000, m, PT1S, FEEWISE_MODEL_URL",
    "openai, ftp://host/v1, m, PT1S, FEEWISE_MODEL_URL",
    "openai, http://, m, PT1S, FEEWISE_MODEL_URL",
    "openai, http://me:secret@host/v1, m, PT1S, FEEWISE_MODEL_URL",
    "ollama, http://127.0.0.1, ' ', PT1S, FEEWISE_MODEL_NAME",
    "openai, http://127.0.0.1/v1, m, PT0S, FEEWISE_MODEL_PATIENCE"
  })
  void aSettingThatCannotBeUsedIsRefusedByItsKey(
      String provider, String url, String name, String patience, String key) {
    SettingsAtStart start =
        new SettingsAtStart(
            Talks.settings(
                Map.of("provider", provider, "url", url, "name", name, "patience", patience)));
    assertThatThrownBy(() -> start.check(null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(key)
        .hasMessageNotContaining("\n");
  }

  private static Script honest() {
    return Script.honest(Script.Origin.TUNED).getFirst();
  }

  private String house() {
    return ask(talks.assistant(null, "PT1S")).reply();
  }

  private Answer ask(Assistant assistant) {
    return talks.ask(assistant, CITIZEN, QUESTION, Words.CHINESE, List.of(), Listener.NONE);
  }
}
