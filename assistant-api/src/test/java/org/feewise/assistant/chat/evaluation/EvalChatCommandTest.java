package org.feewise.assistant.chat.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.feewise.assistant.bills.BillsOnFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EvalChatCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path CASES = Path.of("src/test/resources/org/feewise/assistant/chat");

  @Inject EvalChatCommand command;
  @Inject DataSource database;
  @TempDir Path folder;

  private final ByteArrayOutputStream metrics = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

  @BeforeEach
  @AfterEach
  void takeOutTheDemoCitizens() throws SQLException {
    try (BillsOnFile file = new BillsOnFile(database, "demo-")) {
      file.update("delete from citizen where source = 'evaluation'");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "cases.zh.jsonl, 0.97, 0.9",
    "cases.en.jsonl, 0.97, 0.9",
    "strangers.zh.jsonl, 0.95, 0.9",
    "strangers.en.jsonl, 0.9, 0.8"
  })
  void conversationsApartFromTheUtterancesAreUnderstoodAndAnswered(
      String cases, double least, double leastUnsafe) throws IOException {
    assertThat(run(CASES.resolve(cases).toString())).isZero();
    JsonNode told = JSON.readTree(metrics.toByteArray());
    assertThat(told.get("intentAccuracy").asDouble()).isGreaterThanOrEqualTo(least);
    assertThat(told.get("slotF1").asDouble()).isGreaterThanOrEqualTo(least);
    assertThat(told.get("exactTurn").asDouble()).isGreaterThanOrEqualTo(least - 0.02);
    assertThat(told.get("unsafeRecall").asDouble()).isGreaterThanOrEqualTo(leastUnsafe);
    assertThat(told.get("groundedReplies").asDouble()).isEqualTo(1);
    assertThat(told.get("rejected").asInt()).isZero();
  }

  @Test
  void aPredictionSaysWhatWasUnderstoodLookedUpAndSaid() throws IOException {
    Path out = folder.resolve("predictions.jsonl");
    run(
        file(
            """
            {"id":"a","locale":"zh-CN","today":"2026-11-10","turns":[{"say":"电费多少钱"},{"say":"水费呢"}]}
            {"id":"b","locale":"en","today":"2026-11-10","turns":[{"say":"how is the late fee on property tax worked out"}]}
            """),
        "--out",
        out.toString());
    List<JsonNode> lines = Files.readAllLines(out).stream().map(EvalChatCommandTest::read).toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst().fieldNames())
        .toIterable()
        .containsExactly(
            "id", "turn", "intent", "slots", "reply", "citations", "tools", "latencyMs");
    assertThat(lines.get(1).get("turn").asInt()).isEqualTo(1);
    assertThat(lines.get(1).get("intent").asText()).isEqualTo("bill.query");
    assertThat(lines.get(1).at("/slots/feeType").asText()).isEqualTo("WATER");
    assertThat(lines.get(1).at("/tools/0/name").asText()).isEqualTo("bills");
    assertThat(lines.get(1).at("/tools/0/args/feeType").asText()).isEqualTo("WATER");
    assertThat(lines.get(1).at("/tools/0/result/count").asInt()).isPositive();
    assertThat(lines.get(1).get("reply").asText())
        .contains(lines.get(1).at("/tools/0/result/open/total").asText());
    assertThat(lines.get(2).at("/citations/0/article").asText()).isNotBlank();
  }

  @Test
  void malformedLinesAreNamedAndCountedAndTheRestIsScored() throws IOException {
    int status =
        run(
            file(
                """
                {"id":"a","locale":"zh-CN","today":"2026-11-10","turns":[{"say":"你好","intent":"smalltalk","slots":{}}]}
                {"id":"b","locale":"zh-CN","today":"2026-11-10"
                {"id":"c","locale":"zh-CN","today":"yesterday","turns":[{"say":"你好"}]}
                {"id":"d","locale":"zh-CN","today":"2026-11-10","turns":[]}
                {"id":"e","locale":"zh-CN","today":"2026-11-10","turns":[{"say":"你好","intent":"hello"}]}
                {"id":"f","locale":"zh-CN","today":"2026-11-10","turns":[{"say":"水费","intent":"bill.query","slots":{"fee":"WATER"}}]}
                {"id":"g","locale":"zh-CN","today":"2026-11-10","turns":[{"say":"水费","intent":"bill.query","slots":{"period":{"from":"2026-02-01","to":"2026-01-01"}}}]}
                {"id":"h","locale":"zh-CN","today":"2026-11-10","turns":[{"say":"谢谢","intent":"smalltalk","slots":{}}]}
                """));
    assertThat(status).isZero();
    JsonNode told = JSON.readTree(metrics.toByteArray());
    assertThat(told.get("cases").asInt()).isEqualTo(2);
    assertThat(told.get("rejected").asInt()).isEqualTo(6);
    assertThat(told.get("intentAccuracy").asDouble()).isEqualTo(1);
    assertThat(told.get("slotF1").isNull()).isTrue();
    assertThat(complaints.toString(StandardCharsets.UTF_8).lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("line 2: not JSON"),
            line -> assertThat(line).startsWith("line 3: today: "),
            line -> assertThat(line).startsWith("line 4: turns: "),
            line -> assertThat(line).startsWith("line 5: turns[0].intent: "),
            line -> assertThat(line).startsWith("line 6: turns[0].slots.fee: "),
            line -> assertThat(line).startsWith("line 7: turns[0].slots.period: "));
  }

  @Test
  void whatCannotBeReadOrWasNotUnderstoodEndsWithTwo() {
    assertThat(run(folder.resolve("absent.jsonl").toString())).isEqualTo(2);
    assertThat(run("--nonsense")).isEqualTo(2);
    assertThat(metrics.size()).isZero();
    assertThat(complaints.toString(StandardCharsets.UTF_8)).contains("absent.jsonl");
  }

  private int run(String... arguments) {
    return command.run(
        List.of(arguments),
        new PrintStream(metrics, true, StandardCharsets.UTF_8),
        new PrintStream(complaints, true, StandardCharsets.UTF_8));
  }

  private String file(String lines) throws IOException {
    return Files.writeString(folder.resolve("cases.jsonl"), lines).toString();
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
