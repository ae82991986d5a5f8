package org.feewise.assistant.chat.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.feewise.assistant.chat.understanding.IntentReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures understanding on cases written apart from the utterances it learnt from. */
class DialogueTest {
  private static final Dialogue DIALOGUE = new Dialogue(new IntentReader());

  @ParameterizedTest
  @CsvSource({
    "cases.zh, 0.97, 0.96",
    "cases.en, 0.97, 0.96",
    "voices.zh, 0.96, 0.95",
    "voices.en, 0.95, 0.93",
    "strangers.zh, 0.97, 0.95",
    "strangers.en, 0.95, 0.93"
  })
  void casesNobodyTrainedOnAreUnderstood(String cases, double intentFloor, double exactFloor)
      throws IOException {
    List<ScoredTurn> turns = ScoredTurn.in(cases, DIALOGUE);
    String mistakes =
        turns.stream()
            .filter(turn -> !turn.isExact())
            .map(ScoredTurn::toString)
            .collect(Collectors.joining("\n"));
    assertThat(share(turns, ScoredTurn::isIntentRight))
        .as(mistakes)
        .isGreaterThanOrEqualTo(intentFloor);
    assertThat(share(turns, ScoredTurn::isExact)).as(mistakes).isGreaterThanOrEqualTo(exactFloor);
  }

  private static double share(List<ScoredTurn> turns, Predicate<ScoredTurn> right) {
    return (double) turns.stream().filter(right).count() / turns.size();
  }
}
