package org.feewise.analytics.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.spark.sql.SparkSession;
import org.feewise.analytics.cli.SparkSessions;
import org.feewise.models.risk.BillMapping;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RiskEvaluationTest {
  private static SparkSession session;
  @TempDir Path folder;
  private final List<String> log = new ArrayList<>();

  @AfterAll
  static void stopSpark() throws IOException {
    if (session != null) {
      session.close();
    }
  }

  private static SparkSession spark() {
    session = SparkSessions.local(1);
    return session;
  }

  private Path csv(String text, Charset charset) throws IOException {
    return Files.write(folder.resolve("table.csv"), text.getBytes(charset));
  }

  private Map<String, Object> evaluate(Path csv, String mapping, Split split) throws IOException {
    return evaluate(csv, mapping, split, 0);
  }

  private Map<String, Object> evaluate(Path csv, String mapping, Split split, int draws)
      throws IOException {
    RiskEvaluation.Request request =
        new RiskEvaluation.Request(
            csv,
            BillMapping.parse(mapping),
            split,
            0.3,
            7,
            draws,
            Optional.of(folder.resolve("out")));
    return new RiskEvaluation(RiskEvaluationTest::spark, log::add).run(request);
  }

  private List<JsonNode> predictions() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("out"))) {
      lines.add(json.readTree(line));
    }
    return lines;
  }

  private static double baseline(Map<String, Object> metrics, String name, String measure) {
    Map<?, ?> baselines = (Map<?, ?>) metrics.get("baselines");
    return (Double) ((Map<?, ?>) baselines.get(name)).get(measure);
  }

  @Test
  void theNewestPartIsTestedAndEveryBadRowReported() throws IOException {
    List<String> lines = Invoices.lines(1500);
    lines.add(40, "1,cust-1,13/45/2024,1/1/2025,1/1/2025,1.00,Paper,1,0");
    lines.add(41, "2,cust-1,1/1/2024");
    lines.add(42, "3,cust-1,,2/1/2025,1/1/2025,1.00,Paper,1,0");
    Path csv = csv(Invoices.HEADER + "\n" + String.join("\n", lines), StandardCharsets.UTF_8);

    Map<String, Object> metrics = evaluate(csv, Invoices.MAPPING, Split.TEMPORAL);

    assertThat(metrics)
        .containsEntry("rows", 1503L)
        .containsEntry("rejected", 3L)
        .containsEntry("trainRows", 1050)
        .containsEntry("testRows", 450);
    assertThat((Double) metrics.get("auc"))
        .isGreaterThan(0.75)
        .isGreaterThan(baseline(metrics, "xgboost", "auc"));
    assertThat((Double) metrics.get("ece")).isLessThan(0.09);
    assertThat(log)
        .anyMatch(line -> line.contains("line 42") && line.contains("13/45/2024"))
        .anyMatch(line -> line.contains("line 43") && line.contains("3 cells under 9 columns"))
        .anyMatch(line -> line.contains("line 44") && line.contains("sent is blank"))
        .anyMatch(line -> line.equals("ignored: days: it is forbidden"))
        .anyMatch(line -> line.contains("used: paper as a category of 2 values"));
    assertThat(predictions()).hasSize(450).allMatch(line -> !lineOf(line, lines).isEmpty());
    for (JsonNode prediction : predictions()) {
      boolean late = !lineOf(prediction, lines).endsWith(",0");
      assertThat(prediction.get("late").asBoolean()).isEqualTo(late);
      assertThat(prediction.get("p").asDouble()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void aTunedXgboostLosesLessThanOneAsItComes() throws IOException {
    List<String> lines = Invoices.lines(1200);
    Path csv = csv(Invoices.HEADER + "\n" + String.join("\n", lines), StandardCharsets.UTF_8);

    Map<String, Object> metrics = evaluate(csv, Invoices.MAPPING, Split.TEMPORAL, 4);

    assertThat(baseline(metrics, "tunedXgboost", "logLoss"))
        .isLessThan(baseline(metrics, "xgboost", "logLoss"));
    assertThat(evaluate(csv, Invoices.MAPPING, Split.TEMPORAL).get("baselines").toString())
        .doesNotContain("tuned");
  }

  private static String lineOf(JsonNode prediction, List<String> lines) {
    return lines.get(prediction.get("row").asInt() - 1);
  }

  @Test
  void anyWritingOfTheSameTableGivesTheSameAnswer() throws IOException {
    List<String> lines = Invoices.lines(700);
    Path plain = csv(Invoices.HEADER + "\n" + String.join("\n", lines), StandardCharsets.UTF_8);
    Map<String, Object> expected = evaluate(plain, Invoices.MAPPING, Split.TEMPORAL);

    String quoted =
        "\uFEFF"
            + Invoices.HEADER.replace(',', ';')
            + "\r\n"
            + String.join("\r\n", lines)
                .replace(',', ';')
                .replace("Electronic", "\"Elec\n\"\"tronic\"\"\"")
            + "\r\n";
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
      assertThat(evaluate(csv(quoted, charset), Invoices.MAPPING, Split.TEMPORAL))
          .isEqualTo(expected);
    }
  }

  @Test
  void aTableWithoutPayersOrDatesIsSplitAtRandomByItsLabel() throws IOException {
    StringBuilder table = new StringBuilder("name;income;job;Default flag\n");
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 800; i++) {
      double income = random.nextDouble() * 10;
      boolean bad = random.nextDouble() < 1 / (1 + Math.exp(income - 5));
      table.append(
          "n%d;%s;%s;%s\n"
              .formatted(
                  i,
                  i % 9 == 0 ? "NaN" : Double.toString(income).replace('.', ','),
                  i % 5 == 0 ? "" : "job " + random.nextInt(4),
                  i == 3 ? "" : bad ? "2" : "1"));
    }
    String mapping =
        """
        label: {late: "`Default flag` = 2"}
        attributes: [name, income, job, Default flag]
        """;
    Map<String, Object> metrics =
        evaluate(csv(table.toString(), StandardCharsets.UTF_8), mapping, Split.TEMPORAL);

    assertThat(metrics).containsEntry("rejected", 1L).containsEntry("testRows", 240);
    assertThat((Double) metrics.get("auc")).isGreaterThan(0.8);
    assertThat(log)
        .contains("ignored: Default flag: the label reads it")
        .anyMatch(line -> line.startsWith("split: random"))
        .anyMatch(line -> line.startsWith("ignored: name: 800 different texts"));
    assertThat(baseline(metrics, "pastLateShare", "auc")).isEqualTo(0.5);
  }

  @Test
  void aLabelThatReadsDaysSeesThemAsDays() throws IOException {
    Path csv =
        csv(
            Invoices.HEADER + "\n" + String.join("\n", Invoices.lines(600)),
            StandardCharsets.UTF_8);
    Map<String, Object> byDates = evaluate(csv, Invoices.MAPPING, Split.RANDOM);
    Map<String, Object> byLabel =
        evaluate(
            csv,
            Invoices.MAPPING + "label: {late: \"datediff(settled, due) > 0\"}\n",
            Split.RANDOM);
    assertThat(byLabel).isEqualTo(byDates);
  }

  @Test
  void aColumnThatIsNotThereIsNamed() throws IOException {
    Path csv = csv("a,b\n1,2\n", StandardCharsets.UTF_8);
    assertThatThrownBy(() -> evaluate(csv, Invoices.MAPPING, Split.TEMPORAL))
        .hasMessageContaining("has no column no, customer, sent");
  }

  @Test
  void aLabelThatIsNoExpressionIsNamed() throws IOException {
    Path csv = csv("a,b\n1,2\n", StandardCharsets.UTF_8);
    assertThatThrownBy(() -> evaluate(csv, "label: 'a >'\nattributes: [b]", Split.RANDOM))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("label \"a >\"");
    assertThatThrownBy(() -> evaluate(csv, "label: 'c > 1'\nattributes: [b]", Split.RANDOM))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("`c`");
  }

  @Test
  void anEmptyFileOrTooFewRowsSaySo() throws IOException {
    assertThatThrownBy(
            () -> evaluate(csv("", StandardCharsets.UTF_8), Invoices.MAPPING, Split.RANDOM))
        .hasMessageContaining("is empty");
    assertThatThrownBy(
            () ->
                evaluate(
                    csv("a,b\n1,2\n2,1\n", StandardCharsets.UTF_8),
                    "label: 'a > 1'\nattributes: [b]",
                    Split.RANDOM))
        .hasMessageContaining("too little to learn from");
  }

  @Test
  void aMappingThatSaysNothingAboutLatenessIsRefused() throws IOException {
    Path csv = csv("a,b\n1,2\n", StandardCharsets.UTF_8);
    assertThatThrownBy(() -> evaluate(csv, "attributes: [b]", Split.RANDOM))
        .hasMessageContaining("nothing says what was late");
  }
}
