package org.feewise.assistant.chat.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.feewise.assistant.chat.understanding.IntentReader;
import org.feewise.assistant.chat.understanding.Language;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyMeaningsTest {
  private static final Path FOLDER =
      Path.of("src/main/resources/org/feewise/assistant/chat/policy");

  @ParameterizedTest
  @EnumSource
  void theShippedMeaningsAreThoseOfTheShippedDocuments(Language language) {
    PolicyDocuments documents = PolicyDocuments.of(language);
    assertThat(Meanings.of(documents).rows().length).isEqualTo(documents.questions().size());
  }

  @ParameterizedTest
  @EnumSource
  void theShippedGuessesAreOfEveryParagraphAndOfNothing(Language language) {
    PolicyDocuments documents = PolicyDocuments.of(language);
    float[] any = Meanings.of(documents).vectors(0, 1)[0];
    double[] logarithms = Guesses.of(language).logarithms(any);
    assertThat(logarithms).hasSize(documents.paragraphs().size() + 1);
    assertThat(Arrays.stream(logarithms).map(Math::exp).sum()).isCloseTo(1, within(1e-3));
  }

  /** Not a check but the way to learn anew: writes the meanings and the guesses. */
  @ParameterizedTest
  @EnumSource
  @EnabledIfSystemProperty(named = "feewise.train-policies", matches = "true")
  void learnAnew(Language language) throws IOException {
    IntentReader reader = new IntentReader();
    Function<String, float[]> embedding = text -> reader.meaning(language, text);
    PolicyDocuments documents = PolicyDocuments.of(language);
    Meanings meanings = Meanings.of(documents, embedding);
    try (OutputStream out = Files.newOutputStream(FOLDER.resolve(Meanings.file(language)))) {
      meanings.write(out);
    }
    Guesses guesses = PolicyTraining.guesses(documents, meanings);
    try (OutputStream out = Files.newOutputStream(FOLDER.resolve(Guesses.file(language)))) {
      guesses.write(out);
    }
    assertThat(guesses.weights())
        .hasDimensions(documents.paragraphs().size() + 1, meanings.rows()[0].length);
  }

  /** The way to set anew when an answer holds, on questions that taught the library little. */
  @ParameterizedTest
  @EnumSource
  @EnabledIfSystemProperty(named = "feewise.train-policy-confidence", matches = "true")
  void setTheConfidenceAnew(Language language) throws IOException {
    IntentReader reader = new IntentReader();
    PolicyDocuments documents = PolicyDocuments.of(language);
    PolicyShelf shelf = new PolicyShelf(documents, Meanings.of(documents), Guesses.of(language));
    List<PolicyQuestion> asked = new ArrayList<>();
    for (String set : List.of("fresh", "callers", "askers", "newcomers", "passers")) {
      asked.addAll(PolicyQuestion.in(set + "." + language.locale().getLanguage() + ".jsonl"));
    }
    Confidence confidence =
        new PolicyTraining(shelf, text -> reader.meaning(language, text), asked).confidence();
    Files.writeString(FOLDER.resolve(Confidence.file(language)), confidence.written());
    assertThat(confidence.least()).isBetween(0.0, 1.0);
  }
}
