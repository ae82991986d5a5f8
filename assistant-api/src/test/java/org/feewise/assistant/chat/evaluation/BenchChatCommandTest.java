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

@QuarkusTest
class BenchChatCommandTest {
  private static final String CASES =
      """
      {"id":"a","locale":"zh-CN","today":"2026-11-10","turns":[{"say":"电费多少钱"},{"say":"水费呢"}]}
      {"id":"b","locale":"en","today":"2026-11-10","turns":[{"say":"how much do I owe for gas"}]}
      """;

  @Inject BenchChatCommand command;
  @Inject DataSource database;
  @TempDir Path folder;

  private final ByteArrayOutputStream measures = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

  @BeforeEach
  @AfterEach
  void takeOutTheDemoCitizens() throws SQLException {
    try (BillsOnFile file = new BillsOnFile(database, "demo-")) {
      file.update("delete from citizen where source = 'evaluation'");
    }
  }

  @Test
  void oneLineTellsTurnsBesideEmbeddingsInEachLanguage() throws IOException {
    assertThat(run(file(CASES), "--warm-up", "0", "--rounds", "2")).isZero();
    assertThat(measures.toString(StandardCharsets.UTF_8)).hasLineCount(1);
    JsonNode told = new ObjectMapper().readTree(measures.toByteArray());
    assertThat(told.get("turns").asInt()).isEqualTo(6);
    assertThat(told.at("/languages/zh-CN/turns").asInt()).isEqualTo(4);
    assertThat(told.at("/languages/en/turns").asInt()).isEqualTo(2);
    assertThat(told.get("firstTurnMs").asDouble()).isPositive();
    assertThat(told.get("ratio").asDouble()).isPositive();
    assertThat(told.get("p95Ms").asDouble()).isGreaterThanOrEqualTo(told.get("p50Ms").asDouble());
  }

  @Test
  void behindModelsOfEveryKindOneLineTellsWhatIsStoppedAndHowLongItTakes() throws IOException {
    assertThat(run("--model")).isZero();
    assertThat(measures.toString(StandardCharsets.UTF_8)).hasLineCount(1);
    JsonNode told = new ObjectMapper().readTree(measures.toByteArray());
    assertThat(told.at("/attacksStopped/offline/share").asDouble()).isEqualTo(1);
    assertThat(told.at("/attacksStopped/model/tried").asInt()).isGreaterThan(150);
    assertThat(told.at("/attacksStopped/model/share").asDouble()).isEqualTo(1);
    assertThat(told.at("/tasksDone/offline/share").asDouble()).isEqualTo(1);
    assertThat(told.at("/tasksDone/model/share").asDouble()).isEqualTo(1);
    assertThat(told.at("/latencyMs/slow/turns").asInt()).isEqualTo(32);
    assertThat(told.at("/latencyMs/dead/p50").asDouble()).isPositive();
  }

  @Test
  void aFileThatIsAbsentMalformedOrEmptyEndsWithTwoAndSaysWhy() throws IOException {
    assertThat(run(folder.resolve("absent.jsonl").toString())).isEqualTo(2);
    assertThat(run(file("{\"id\":"))).isEqualTo(2);
    assertThat(run(file(""))).isEqualTo(2);
    assertThat(run(file(CASES), "--rounds", "0")).isEqualTo(2);
    assertThat(measures.size()).isZero();
    assertThat(complaints.toString(StandardCharsets.UTF_8))
        .contains("absent.jsonl", "line 1: not JSON", "no case in", "--rounds at least 1");
  }

  @Test
  void speedsAreTakenAtTheNearestRank() {
    Speeds speeds = new Speeds();
    for (int i = 1; i <= 20; i++) {
      speeds.add(i * 6_000_000L, i * 2_000_000L);
    }
    assertThat(speeds.measures())
        .containsEntry("p50Ms", 60.0)
        .containsEntry("p95Ms", 114.0)
        .containsEntry("embeddingP50Ms", 20.0)
        .containsEntry("ratio", 3.0)
        .containsEntry("turnsPerSecond", 15.873);
  }

  private int run(String... arguments) {
    return command.run(
        List.of(arguments),
        new PrintStream(measures, true, StandardCharsets.UTF_8),
        new PrintStream(complaints, true, StandardCharsets.UTF_8));
  }

  private String file(String lines) throws IOException {
    return Files.writeString(folder.resolve("cases.jsonl"), lines).toString();
  }
}
