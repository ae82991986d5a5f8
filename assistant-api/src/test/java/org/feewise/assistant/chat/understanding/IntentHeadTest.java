package org.feewise.assistant.chat.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.feewise.assistant.chat.policy.PolicyWishes;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntentHeadTest {
  @ParameterizedTest
  @EnumSource
  void theShippedHeadWasTrainedOnTheShippedUtterances(Language language) {
    assertThat(IntentHead.of(language).fingerprint())
        .as("retrain with -Dtest=IntentHeadTest -Dfeewise.train-intents=true")
        .isEqualTo(utterances(language).fingerprint());
  }

  /** Not a check but the way to train anew: writes the heads beside the utterances. */
  @ParameterizedTest
  @EnumSource
  @EnabledIfSystemProperty(named = "feewise.train-intents", matches = "true")
  void trainAnew(Language language) throws IOException {
    IntentTraining.Trained trained =
        new IntentTraining(utterances(language), SentenceEmbedding.of(language)).train();
    trained.mistakes().forEach(System.out::println);
    System.out.println(
        language
            + " unseen accuracy "
            + trained.accuracyUnseen()
            + " temperature "
            + trained.head().temperature());
    Path file =
        Path.of(
            "src/main/resources/org/feewise/assistant/chat/understanding/head."
                + language.code()
                + ".bin");
    try (OutputStream out = Files.newOutputStream(file)) {
      trained.head().write(out);
    }
    assertThat(trained.accuracyUnseen()).isGreaterThan(0.8);
  }

  /** The messages we wrote for the heads, and the questions of the policy library. */
  private static Utterances utterances(Language language) {
    return Utterances.of(language).and(PolicyWishes.of(language));
  }
}
