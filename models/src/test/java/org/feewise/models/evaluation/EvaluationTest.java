package org.feewise.models.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feewise.models.money.Money;
import org.feewise.models.money.PaymentMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream metrics = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

  @Test
  void everyCaseGetsItsPredictionLineAndTheRunOneMetricsLine() throws IOException {
    Path out = folder.resolve("made/on/the/way/out.jsonl");
    int status = run("{\"amount\":\"1.50\"}\n\n{\"amount\":\"2.00\"}", Optional.of(out));
    assertThat(status).isEqualTo(Evaluation.SCORED);
    assertThat(out).hasContent("{\"doubled\":\"3.00\"}\n{\"doubled\":\"4.00\"}");
    assertThat(metrics.toString(StandardCharsets.UTF_8))
        .isEqualTo("{\"cases\":2,\"worst\":null,\"rejected\":0}" + System.lineSeparator());
    assertThat(complaints.size()).isZero();
  }

  @Test
  void aMalformedLineIsNamedCountedAndDoesNotStopTheRun() throws IOException {
    run(
        "{\"amount\":\"1\"}\n{\"amount\"\n{\"amount\":\"1.005\"}\n{}\n[1]\n{\"amount\":\"2\"} x\n"
            + "{\"amount\":\"1\",\"amount\":\"2\"}\n{\"amount\":\"7\"}",
        Optional.empty());
    assertThat(complaints.toString(StandardCharsets.UTF_8).lines().map(EvaluationTest::opening))
        .containsExactly(
            "line 2: not JSON",
            "line 3: amount",
            "line 4: amount",
            "line 5: is not a JSON object",
            "line 6: not JSON",
            "line 7: not JSON");
    assertThat(metrics.toString(StandardCharsets.UTF_8)).contains("\"cases\":2", "\"rejected\":6");
  }

  @Test
  void wrongBytesSpoilTheirLineOnly() throws IOException {
    Path cases = folder.resolve("cases.jsonl");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("\uFEFF{\"amount\":\"1\"}\r\n".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(new byte[] {'{', (byte) 0xff, '\n'});
    bytes.writeBytes("{\"amount\":\"2\"}".getBytes(StandardCharsets.UTF_8));
    Files.write(cases, bytes.toByteArray());
    assertThat(run(cases, Optional.empty())).isEqualTo(Evaluation.SCORED);
    assertThat(metrics.toString(StandardCharsets.UTF_8)).contains("\"cases\":2", "\"rejected\":1");
    assertThat(complaints.toString(StandardCharsets.UTF_8)).startsWith("line 2: is not UTF-8");
  }

  @Test
  void aFailureOfTheProductIsNotTakenForASuccess() throws IOException {
    run("{\"amount\":\"-1\"}\n{\"amount\":\"1\"}", Optional.empty());
    assertThat(complaints.toString(StandardCharsets.UTF_8))
        .startsWith("line 1: the product failed on this case");
    assertThat(metrics.toString(StandardCharsets.UTF_8)).contains("\"cases\":1", "\"rejected\":1");
  }

  @Test
  void whatCannotBeReadOrWrittenIsStatusTwoAndPrintsNoMetrics() throws IOException {
    assertThat(run(folder.resolve("absent.jsonl"), Optional.empty()))
        .isEqualTo(Evaluation.UNREADABLE);
    assertThat(run(folder, Optional.empty())).isEqualTo(Evaluation.UNREADABLE);
    assertThat(run("{\"amount\":\"1\"}", Optional.of(folder))).isEqualTo(Evaluation.UNREADABLE);
    assertThat(metrics.size()).isZero();
    assertThat(complaints.toString(StandardCharsets.UTF_8)).contains("there is no such file");
  }

  @Test
  void predictionsNotCompletedLeaveTheOlderFileAsItWas() throws IOException {
    Path out = Files.writeString(folder.resolve("out.jsonl"), "older");
    try (PredictionFile predictions = PredictionFile.open(out)) {
      predictions.write(Map.of("id", "1"));
    }
    assertThat(out).hasContent("older");
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"x\":{\"on\":\"2026-02-30\"}} | x.on: \"2026-02-30\" is not a date",
        "{\"x\":{\"on\":20261123}} | x.on: 20261123 is not a text",
        "{\"x\":{}} | x.on: is missing",
        "{\"x\":{\"on\":null}} | x.on: is missing",
        "{\"x\":[]} | x: is not a JSON object",
        "{\"x\":{\"on\":\"2026-01-01\",\"method\":\"CASH\"}} | x.method: \"CASH\" is not one of",
        "{\"x\":{\"on\":\"2026-01-01\",\"rate\":\"much\"}} | x.rate: \"much\" is not a decimal",
        "{\"x\":{\"on\":\"2026-01-01\",\"days\":[\"2026-01-01\",3]}} | x.days[1]: 3 is not",
      })
  void aRefusalNamesTheFieldByItsPath(String line, String complaint) throws IOException {
    runWith(new Dates(), Files.writeString(folder.resolve("cases.jsonl"), line), Optional.empty());
    assertThat(complaints.toString(StandardCharsets.UTF_8)).startsWith("line 1: " + complaint);
  }

  private int run(String lines, Optional<Path> out) throws IOException {
    return run(Files.writeString(folder.resolve("cases.jsonl"), lines), out);
  }

  private int run(Path cases, Optional<Path> out) {
    return runWith(new Doubling(), cases, out);
  }

  private int runWith(Scoring<?> scoring, Path cases, Optional<Path> out) {
    return new Evaluation(
            new PrintStream(metrics, true, StandardCharsets.UTF_8),
            new PrintStream(complaints, true, StandardCharsets.UTF_8))
        .run(cases, out, scoring);
  }

  private static String opening(String complaint) {
    return complaint.replaceAll("^(line \\d+: [^:\"]+?)( \\(|:).*", "$1");
  }

  private static final class Doubling implements Scoring<Money> {
    private int cases;

    @Override
    public Money read(CaseFields line) {
      return line.money("amount");
    }

    @Override
    public List<?> score(Money scored) {
      if (scored.isNegative()) {
        throw new IllegalStateException("cannot double " + scored);
      }
      cases++;
      return List.of(Map.of("doubled", scored.plus(scored)));
    }

    @Override
    public Map<String, Object> metrics() {
      Map<String, Object> metrics = new LinkedHashMap<>();
      metrics.put("cases", cases);
      metrics.put("worst", Double.NaN);
      return metrics;
    }
  }

  private static final class Dates implements Scoring<CaseFields> {
    @Override
    public CaseFields read(CaseFields line) {
      return line.object("x");
    }

    @Override
    public List<?> score(CaseFields scored) {
      scored.date("on");
      scored.optionalChoice("method", PaymentMethod.class);
      scored.optionalDecimal("rate");
      return scored.dates("days");
    }

    @Override
    public Map<String, Object> metrics() {
      return Map.of();
    }
  }
}
