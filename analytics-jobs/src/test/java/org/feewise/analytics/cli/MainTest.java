package org.feewise.analytics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

  @BeforeAll
  static void speakEnglish() {
    Locale.setDefault(Locale.ENGLISH);
  }

  @ParameterizedTest
  @CsvSource({
    "'', name one of these after the command",
    "eval, name one of these after the command",
    "evil, 'there is no \"evil\" here; there are: city, eval, bench, analyze, live'",
    "bench, 'name one of these after the command: plans, score, train, analyze, chat'",
    "bench nothing-such, 'there is no \"nothing-such\" here; there are: plans, score, train, analyze, chat'",
    "eval nothing-such, 'there is no \"nothing-such\" here; there are: risk, surcharge, plans, chat'",
  })
  void aCommandNotUnderstoodIsOneSentenceAndStatusTwo(String line, String sentence) {
    Outcome outcome = run(line.isEmpty() ? new String[0] : line.split(" "));

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains(sentence).contains("--help").hasLineCount(1);
    assertThat(outcome.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bench plans --problems 0|0 problems of 6 bills",
        "bench chat|the service runs this one: ./feewise eval chat, ./feewise bench chat",
        "bench score --trees 0|0 trees grown on 10000 rows",
        "bench train --test-rows 9|judged on 9",
        "eval chat|the service runs this one: ./feewise eval chat, ./feewise bench chat",
        "analyze --database-url mysql:x --kafka-bootstrap x --model-dir x|does not begin with",
      })
  void whatMakesNoSenseIsOneSentenceAndStatusTwo(String line, String sentence) {
    Outcome outcome = run(line.split(" "));

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains(sentence).hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "bench plans --problems 2 --bills 3 --dates 3, SCIP, ratio",
    "bench score --trees 5 --training-rows 500 --rows 1000 --rounds 1, Smile predict,"
        + " depth leaves xgboostLeaves scoresPerSecond singleScoresPerSecond smileScoresPerSecond"
        + " xgboostMatrixMadeScoresPerSecond xgboostMatrixAtHandScoresPerSecond"
        + " xgboostInPlaceScoresPerSecond explanationsPerSecond ratio singleRatio ratioToXgboost",
    "bench train --trees 5 --rows 500 --test-rows 500 --rounds 1, XGBoost4j,"
        + " threads seconds xgboostSeconds auc xgboostAuc ratio",
  })
  void aMeasurementEndsInOneLineWithTheRatioToItsPeer(String line, String peer, String figures)
      throws IOException {
    Outcome outcome = run(line.split(" "));

    assertThat(outcome.status()).as(outcome.err()).isZero();
    assertThat(outcome.out()).hasLineCount(1);
    JsonNode metrics = new ObjectMapper().readTree(outcome.out());
    assertThat(metrics.path("peer").asText()).contains(peer);
    for (String figure : figures.split(" ")) {
      assertThat(metrics.path(figure).asDouble()).as(figure).isPositive().isFinite();
    }
    assertThat(metrics.path("largestDifferenceToSmile").asDouble()).isLessThanOrEqualTo(1e-12);
    assertThat(metrics.path("auc").asDouble(0.7)).isBetween(0.6, 1.0);
    assertThat(metrics.path("xgboostAuc").asDouble(0.7)).isBetween(0.6, 1.0);
  }

  @Test
  void aDatabaseThatRefusesIsOneSentenceAndStatusOne(@TempDir Path folder) {
    Outcome outcome =
        run(
            "analyze",
            "--master",
            "local[1]",
            "--database-url",
            "jdbc:postgresql://127.0.0.1:1/feewise",
            "--kafka-bootstrap",
            "127.0.0.1:1",
            "--model-dir",
            folder.toString());

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err())
        .contains("analyze: the database jdbc:postgresql://127.0.0.1:1/feewise as feewise")
        .contains("refused", "Nothing was changed")
        .hasLineCount(1);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void helpGoesToStandardOutput() {
    Outcome outcome = run("--help");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("eval", "bench", "--watch-parent");
    assertThat(outcome.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "surcharge|{\"cases\":0,\"exact\":0,\"rejected\":1}",
        "plans|\"rejected\":1}",
      })
  void aFileOfCasesEndsInOneLineOfMetrics(String kind, String metrics, @TempDir Path folder)
      throws IOException {
    Path cases = Files.writeString(folder.resolve("cases.jsonl"), "not a case");
    Outcome outcome = run("eval", kind, cases.toString());

    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains(metrics).hasLineCount(1);
    assertThat(outcome.err()).startsWith("line 1: not JSON");
    assertThat(run("eval", kind, folder.resolve("absent").toString()).status()).isEqualTo(2);
  }

  @Test
  void aCityIsWrittenWithProgressOnStandardErrorOnly(@TempDir Path folder) {
    Outcome outcome =
        run(
            "city",
            "--citizens",
            "12",
            "--months",
            "2",
            "--until",
            "2026-11-24",
            "--format",
            "csv",
            "--master",
            "local[1]",
            "--out",
            folder.toString());

    assertThat(outcome.status()).as(outcome.err()).isZero();
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("generating citizens", "generating bills");
    assertThat(folder.resolve("bills")).isDirectoryContaining("glob:**.csv");
    assertThat(folder.resolve("truths.json")).isNotEmptyFile();
  }

  @Test
  void anImpossibleCityIsRefusedInOneSentence(@TempDir Path folder) {
    Outcome outcome = run("city", "--citizens", "0", "--out", folder.toString());

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("citizens 0 is not within 1 to 9999999");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void aJobEndsWhenItsParentLetsGoOfItsStandardInput() throws IOException, InterruptedException {
    Process job =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                WaitingJob.class.getName())
            .redirectErrorStream(true)
            .start();
    try (var said = job.inputReader()) {
      assertThat(said.readLine()).isEqualTo("waiting");
      job.getOutputStream().close();
      assertThat(job.waitFor()).isEqualTo(3);
    } finally {
      job.destroyForcibly();
    }
  }

  /** A job that would run for an hour. */
  static final class WaitingJob {
    public static void main(String[] arguments) throws InterruptedException {
      ParentWatch.start(System.in);
      System.out.println("waiting");
      Thread.sleep(3_600_000);
    }
  }

  private record Outcome(int status, String out, String err) {}

  private static Outcome run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream toOut = new ByteArrayOutputStream();
    ByteArrayOutputStream toErr = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(toOut, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(toErr, true, StandardCharsets.UTF_8));
      int status = Main.run(arguments);
      return new Outcome(
          status, toOut.toString(StandardCharsets.UTF_8), toErr.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
