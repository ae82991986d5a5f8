package org.feewise.assistant.chat.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One turn of a case, as it was annotated and as it was understood.
 *
 * @param conversation the case it belongs to
 */
record ScoredTurn(String conversation, JsonNode gold, Understood understood) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER = Path.of("src/test/resources/org/feewise/assistant/chat");

  /**
   * The turns of a case file that ships, such as {@code "cases.zh"}, each after those before it.
   */
  static List<ScoredTurn> in(String cases, Dialogue dialogue) throws IOException {
    List<ScoredTurn> turns = new ArrayList<>();
    for (String line : Files.readAllLines(FOLDER.resolve(cases + ".jsonl"))) {
      JsonNode talk = JSON.readTree(line);
      LocalDate today = LocalDate.parse(talk.get("today").asText());
      Topic topic = Topic.NONE;
      for (JsonNode turn : talk.get("turns")) {
        Understood understood = dialogue.understand(turn.get("say").asText(), topic, today);
        topic = understood.after();
        turns.add(new ScoredTurn(talk.get("id").asText(), turn, understood));
      }
    }
    return turns;
  }

  String intent() {
    return gold.get("intent").asText();
  }

  String read() {
    return understood.intent().wireName();
  }

  boolean isIntentRight() {
    return read().equals(intent());
  }

  boolean isExact() {
    return isIntentRight() && slots().equals(gold.get("slots"));
  }

  private JsonNode slots() {
    return JSON.valueToTree(understood.slots());
  }

  @Override
  public String toString() {
    return "%s %s -> %s %s %.0f%% %s"
        .formatted(
            conversation,
            gold,
            read(),
            slots(),
            100 * understood.confidence(),
            understood.runnerUp());
  }
}
