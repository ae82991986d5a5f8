package org.feewise.assistant.chat.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.feewise.assistant.chat.understanding.IntentReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures understanding on cases written apart from the utterances it learnt from. */
class DialogueTest {
  private static final Dialogue DIALOGUE = new Dialogue(new IntentReader());
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Score(int turns, int intents, int exact, List<String> mistakes) {}

  @ParameterizedTest
  @CsvSource({
    "cases.zh, 0.97, 0.96",
    "cases.en, 0.97, 0.96",
    "voices.zh, 0.96, 0.95",
    "voices.en, 0.95, 0.93"
  })
  void casesNobodyTrainedOnAreUnderstood(String cases, double intentFloor, double exactFloor)
      throws IOException {
    Score score = score(caseFile(cases));
    String mistakes = String.join("\n", score.mistakes);
    assertThat((double) score.intents / score.turns)
        .as(mistakes)
        .isGreaterThanOrEqualTo(intentFloor);
    assertThat((double) score.exact / score.turns).as(mistakes).isGreaterThanOrEqualTo(exactFloor);
  }

  private static Path caseFile(String cases) {
    String file =
        System.getProperty(
            "feewise.cases", "src/test/resources/org/feewise/assistant/chat/" + cases + ".jsonl");
    return Path.of(file);
  }

  private static Score score(Path cases) throws IOException {
    int turns = 0;
    int intents = 0;
    int exact = 0;
    List<String> mistakes = new ArrayList<>();
    for (String line : Files.readAllLines(cases)) {
      JsonNode talk = JSON.readTree(line);
      LocalDate today = LocalDate.parse(talk.get("today").asText());
      Topic topic = Topic.NONE;
      for (JsonNode turn : talk.get("turns")) {
        Understood understood = DIALOGUE.understand(turn.get("say").asText(), topic, today);
        topic = understood.topic();
        boolean intentRight = understood.intent().wireName().equals(turn.get("intent").asText());
        boolean slotsRight = JSON.valueToTree(understood.slots()).equals(turn.get("slots"));
        turns++;
        intents += intentRight ? 1 : 0;
        exact += intentRight && slotsRight ? 1 : 0;
        if (!intentRight || !slotsRight) {
          mistakes.add(
              talk.get("id").asText()
                  + " "
                  + turn
                  + " -> "
                  + understood.intent().wireName()
                  + " "
                  + JSON.valueToTree(understood.slots())
                  + " "
                  + Math.round(understood.confidence() * 100)
                  + "% "
                  + understood.runnerUp());
        }
      }
    }
    return new Score(turns, intents, exact, mistakes);
  }
}
