package org.feewise.models.fees;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurchargeEvaluationTest {
  private static final String GOOD =
      "{\"id\":\"a\",\"feeType\":\"INCOME_TAX\",\"payer\":\"RESIDENT\",\"principal\":\"1000.00\","
          + "\"dueOn\":\"2026-06-30\",\"paidOn\":\"2026-07-10\",\"expect\":%s}";

  @TempDir Path folder;
  private final ByteArrayOutputStream metrics = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

  @Test
  void onlyTheRightDaysAndTheRightAmountAreExact() throws IOException {
    score(
        String.join(
            "\n",
            GOOD.formatted("{\"lateDays\":10,\"surcharge\":\"5.00\"}"),
            GOOD.formatted("{\"lateDays\":10,\"surcharge\":\"5.01\"}"),
            GOOD.formatted("{\"lateDays\":11,\"surcharge\":\"5.00\"}"),
            GOOD.formatted("null")));
    assertThat(metrics.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo("{\"cases\":4,\"exact\":1,\"rejected\":0}");
  }

  @Test
  void aPredictionHasTheFieldsOfTheContract() throws IOException {
    Path out = folder.resolve("out.jsonl");
    SurchargeEvaluation.run(
        Files.writeString(folder.resolve("in.jsonl"), GOOD.formatted("null")),
        Optional.of(out),
        new PrintStream(metrics, true, StandardCharsets.UTF_8),
        new PrintStream(complaints, true, StandardCharsets.UTF_8));
    JsonNode prediction = new ObjectMapper().readTree(Files.readString(out));
    assertThat(prediction.fieldNames())
        .toIterable()
        .containsExactly("id", "lateDays", "surcharge", "capped", "legalBasis", "explanation");
    assertThat(prediction.get("lateDays").isIntegralNumber()).isTrue();
    assertThat(prediction.get("surcharge").textValue()).isEqualTo("5.00");
    assertThat(prediction.get("legalBasis").textValue()).contains("税收征收管理法");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"principal\":\"1000.00\"|\"principal\":\"-1.00\"|principal: -1.00 is not between",
        "\"principal\":\"1000.00\"|\"principal\":\"1.001\"|principal: amount \"1.001\"",
        "\"principal\":\"1000.00\",||principal: is missing",
        "\"id\":\"a\",||id: is missing",
        "INCOME_TAX|ROAD_TAX|feeType: \"ROAD_TAX\" is not one of",
        "RESIDENT|ALIEN|payer: \"ALIEN\" is not one of",
        "2026-07-10|2026-07-32|paidOn: \"2026-07-32\" is not a date",
        "2026-06-30|1999-06-30|dueOn: 1999-06-30 is before 2012-01-01",
        "\"dueOn\":\"2026-06-30\",||dueOn: is missing",
        "\"expect\":null|\"expect\":{\"lateDays\":\"x\"}|expect.lateDays: \"x\" is not a whole",
        "\"expect\":null|\"holidays\":\"2026-07-01\"|holidays: is not a list",
      })
  void aCaseThatMakesNoSenseIsRejectedByLineFieldAndReason(
      String part, String instead, String complaint) throws IOException {
    String line = GOOD.formatted("null").replace(part, instead == null ? "" : instead);
    score(GOOD.formatted("null") + "\n" + line);
    assertThat(complaints.toString(StandardCharsets.UTF_8)).startsWith("line 2: " + complaint);
    assertThat(metrics.toString(StandardCharsets.UTF_8)).contains("\"cases\":1", "\"rejected\":1");
  }

  @Test
  void payingBeforeTheDeadlineIsInTimeNotWrong() throws IOException {
    score(
        GOOD.formatted("{\"lateDays\":0,\"surcharge\":\"0.00\"}")
            .replace("2026-07-10", "2026-05-10"));
    assertThat(metrics.toString(StandardCharsets.UTF_8)).contains("\"exact\":1");
  }

  private void score(String lines) throws IOException {
    SurchargeEvaluation.run(
        Files.writeString(folder.resolve("in.jsonl"), lines),
        Optional.empty(),
        new PrintStream(metrics, true, StandardCharsets.UTF_8),
        new PrintStream(complaints, true, StandardCharsets.UTF_8));
  }
}
