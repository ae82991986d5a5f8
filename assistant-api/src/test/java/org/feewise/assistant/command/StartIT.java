package org.feewise.assistant.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartIT {
  /**
   * Without a city, and with a language model that nobody serves: the service is ready all the
   * same.
   */
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "FEEWISE_CITY",
          "none",
          "FEEWISE_MODEL_URL",
          "http://127.0.0.1:1/v1",
          "FEEWISE_MODEL_NAME",
          "unheard");

  /** Time on the clock would measure what else runs on the machine. */
  private static final Duration TWENTY_SECONDS_OF_TWO_CORES = Duration.ofSeconds(40);

  @TempDir Path folder;

  private Program start(Path data, int port) {
    return Program.run(data, ENVIRONMENT, "start", "--port", Integer.toString(port));
  }

  private static void assertRefused(Program program, String... words) throws Exception {
    assertThat(program.exitStatus()).as(program::printed).isEqualTo(1);
    assertThat(program.printed()).contains(words).doesNotContain("Exception", "\tat ");
  }

  @Test
  void refusesAPortInUse() throws Exception {
    try (ServerSocket taken = new ServerSocket(0);
        Program program = start(folder.resolve("data"), taken.getLocalPort())) {
      assertRefused(program, "Port " + taken.getLocalPort() + " is in use");
    }
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void refusesAForeignFolder() throws Exception {
    Path photos = Files.createDirectory(folder.resolve("photos"));
    Files.writeString(photos.resolve("cat.txt"), "cat");
    try (Program program = start(photos, Program.freePort())) {
      assertRefused(program, photos.toString(), "not FeeWise's");
    }
    assertThat(photos.toFile().list()).containsExactly("cat.txt");
  }

  @Test
  void saysWhichCommandItDoesNotKnow() throws Exception {
    try (Program program = Program.run(folder.resolve("data"), Map.of(), "strat")) {
      assertThat(program.exitStatus()).isEqualTo(2);
      assertThat(program.printed()).contains("'strat'", "./feewise help");
    }
  }

  @Test
  void servesStopsCleanlyAndIsBackInUnderTwentySeconds() throws Exception {
    Path data = folder.resolve("data");
    int port = Program.freePort();
    try (Program first = start(data, port)) {
      first.awaitReady(port);
      assertThat(first.printed()).contains("http://localhost:" + port, "citizen1", "Demo password");
      try (Program second = start(data, Program.freePort())) {
        assertRefused(second, data.toString(), "in use by another FeeWise");
      }
      first.terminate();
      assertThat(first.exitStatus()).isEqualTo(143);
      assertNothingRunsOn(data);
    }
    try (Program again = start(data, port)) {
      again.awaitReady(port);
      assertThat(again.computed()).isLessThan(TWENTY_SECONDS_OF_TWO_CORES);
    }
  }

  private static void assertNothingRunsOn(Path data) throws IOException {
    assertThat(
            ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(data.toString())))
        .isEmpty();
    assertThat(data.resolve("run").resolve("addresses.env")).doesNotExist();
  }
}
