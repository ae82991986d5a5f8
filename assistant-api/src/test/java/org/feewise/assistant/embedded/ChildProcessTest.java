package org.feewise.assistant.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
  @TempDir Path folder;

  @Test
  void tellsLinesAndStatusAndSeesItsEnvironment() throws Exception {
    List<String> lines = new ArrayList<>();
    Path record = folder.resolve("child");
    try (ChildProcess child =
        ChildProcess.start(
            List.of("sh", "-c", "echo one; echo $TWO >&2; exit 3"), Map.of("TWO", "two"), record)) {
      assertThat(child.await(lines::add)).isEqualTo(3);
    }
    assertThat(lines).containsExactly("one", "two");
    assertThat(record).doesNotExist();
  }

  @Test
  void endsTheRecordedProcessOfAKilledRun() throws Exception {
    Path record = folder.resolve("child");
    ChildProcess.start(List.of("sleep", "600"), Map.of(), record);
    ProcessHandle left =
        ProcessHandle.of(Long.parseLong(Files.readString(record).split(" ")[0])).orElseThrow();
    ChildProcess.endRecorded(record);
    left.onExit().get(10, TimeUnit.SECONDS);
    assertThat(record).doesNotExist();
  }

  @Test
  void sparesAProcessThatMerelyGotTheSameId() throws IOException {
    Path record = folder.resolve("child");
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try {
      Files.writeString(record, stranger.pid() + " 2001-01-01T00:00:00Z\n");
      ChildProcess.endRecorded(record);
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }
}
