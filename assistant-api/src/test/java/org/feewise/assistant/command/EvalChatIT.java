package org.feewise.assistant.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalChatIT {
  @TempDir Path folder;

  @Test
  void scoresOnServersOfItsOwnWhateverDatabaseIsConfigured() throws Exception {
    Path data = folder.resolve("data");
    Path cases =
        Files.writeString(
            folder.resolve("cases.jsonl"),
            """
            {"id":"a","locale":"en","today":"2026-11-24","turns":[{"say":"how much is my water bill","intent":"bill.query","slots":{"feeType":"WATER"}}]}
            """);
    Map<String, String> production =
        Map.of("FEEWISE_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/production");
    try (Program program = Program.run(data, production, "eval", "chat", cases.toString())) {
      assertThat(program.exitStatus()).as(program::printed).isZero();
      assertThat(program.printed())
          .contains("{\"cases\":1,\"turns\":1,\"intentAccuracy\":1.0,")
          .contains("\"rejected\":0}");
    }
    assertThat(data).doesNotExist();
  }
}
