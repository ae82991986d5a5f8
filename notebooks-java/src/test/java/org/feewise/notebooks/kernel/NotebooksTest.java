package org.feewise.notebooks.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Executes the notebooks with Jupyter itself. */
class NotebooksTest {
  @TempDir Path folder;

  @Test
  @Timeout(value = 8, unit = TimeUnit.MINUTES)
  void everyCellOfTheLatenessNotebookRunsAndShowsWhatTheLawAndTheCitySay()
      throws IOException, InterruptedException {
    requireJupyter();

    List<JsonNode> cells = execute(Path.of("notebooks", "lateness.ipynb"));

    assertThat(cells).allMatch(cell -> cell.path("execution_count").isInt());
    assertThat(outputs(cells).map(output -> output.path("output_type").asText()))
        .doesNotContain("error");
    // 10,000 yuan x 0.05 % x 40 days
    assertThat(shown(cells, "law", "text/plain")).isEqualTo("200.00");
    assertThat(shown(cells, "curves", "image/svg+xml")).contains("<polyline", "traffic fine");
    assertThat(shown(cells, "seasons", "image/svg+xml")).contains("<polyline");
    assertThat(shown(cells, "latest", "text/plain")).endsWith("-02");
  }

  @Test
  @Timeout(value = 8, unit = TimeUnit.MINUTES)
  void theLateBillsNotebookGoesFromATableToAModelThatKeepsItsPercentagesAndBeatsPastLateness()
      throws IOException, InterruptedException {
    requireJupyter();

    List<JsonNode> cells = execute(Path.of("notebooks", "late-bills.ipynb"));

    assertThat(cells).allMatch(cell -> cell.path("execution_count").isInt());
    assertThat(outputs(cells).map(output -> output.path("output_type").asText()))
        .doesNotContain("error");
    assertThat(shown(cells, "mapping", "text/plain")).contains(" 0 rows rejected");
    for (String chart : List.of("ranking", "calibration")) {
      assertThat(shown(cells, chart, "image/svg+xml")).contains("<polyline");
    }
    assertThat(shown(cells, "features", "image/svg+xml")).contains("<rect");
    assertThat(shown(cells, "ranking-said", "text/plain"))
        .containsPattern("past late share \\(AUC 0\\.\\d{3}\\) the model is ahead beyond chance");
    assertThat(shown(cells, "calibration-said", "text/plain"))
        .containsPattern("^(8|9|10) of the ten parts lie within the band");
    assertThat(shown(cells, "bill", "text/plain")).contains("\n- ", "multiplies the odds by");
  }

  private List<JsonNode> execute(Path notebook) throws IOException, InterruptedException {
    KernelSpec.install(folder, System.getProperty("java.class.path"));
    Path log = folder.resolve("nbconvert.log");
    ProcessBuilder jupyter =
        new ProcessBuilder(
                "jupyter",
                "nbconvert",
                "--to",
                "notebook",
                "--execute",
                "--ExecutePreprocessor.timeout=400",
                "--ExecutePreprocessor.startup_timeout=120",
                "--output-dir",
                folder.toString(),
                "--output",
                "executed",
                notebook.toAbsolutePath().toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    jupyter.environment().put("JUPYTER_PATH", folder.toString());
    jupyter.environment().put("JUPYTER_RUNTIME_DIR", folder.resolve("runtime").toString());
    Process running = jupyter.start();
    try {
      assertThat(running.waitFor()).as(() -> readQuietly(log)).isZero();
    } finally {
      running.descendants().forEach(ProcessHandle::destroy);
      running.destroy();
    }
    JsonNode executed = new ObjectMapper().readTree(folder.resolve("executed.ipynb").toFile());
    return stream(executed.path("cells"))
        .filter(cell -> cell.path("cell_type").asText().equals("code"))
        .toList();
  }

  private static Stream<JsonNode> outputs(List<JsonNode> cells) {
    return cells.stream().flatMap(cell -> stream(cell.path("outputs")));
  }

  private static String shown(List<JsonNode> cells, String id, String type) {
    return outputs(cells.stream().filter(cell -> cell.path("id").asText().equals(id)).toList())
        .map(output -> text(output.path("data").path(type)))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Jupyter writes a text as one string or as a list of lines. */
  private static String text(JsonNode node) {
    return node.isArray()
        ? String.join("", stream(node).map(JsonNode::asText).toList())
        : node.asText();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static void requireJupyter() {
    boolean found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "jupyter-nbconvert")));
    if (!found && !"true".equals(System.getenv("CI"))) {
      System.out.println("SKIPPED: notebooks are not executed, jupyter-nbconvert is not installed");
    }
    Assumptions.assumeTrue(found || "true".equals(System.getenv("CI")), "no jupyter-nbconvert");
  }

  private static String readQuietly(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
