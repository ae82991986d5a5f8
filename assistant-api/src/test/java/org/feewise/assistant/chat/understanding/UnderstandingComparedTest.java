package org.feewise.assistant.chat.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.feewise.assistant.chat.policy.PolicyRetrieval;
import org.feewise.assistant.chat.policy.PolicyWishes;
import org.feewise.assistant.chat.understanding.EmbeddingsCompared.Labelled;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Not checks but the ways to measure anew what decision 0098 and docs/understanding-compared.md
 * say.
 */
class UnderstandingComparedTest {

  /** Wants {@code -Pcompare-embeddings}, which brings the others. */
  @ParameterizedTest
  @EnabledIfSystemProperty(named = "feewise.compare-embeddings", matches = "true")
  @CsvSource({
    "CHINESE, bge-small-zh-v1.5-q",
    "CHINESE, e5-small-v2-q",
    "CHINESE, all-minilm-l6-v2-q",
    "ENGLISH, bge-small-en-v1.5-q",
    "ENGLISH, bge-small-en-v1.5",
    "ENGLISH, e5-small-v2-q",
    "ENGLISH, all-minilm-l6-v2-q"
  })
  void intentsByEmbedding(Language language, String name) throws IOException {
    EmbeddingsCompared compared = EmbeddingsCompared.of(language, name);
    List<Labelled> training =
        Utterances.of(language).and(PolicyWishes.of(language)).all().stream()
            .map(told -> new Labelled(told.text(), told.before(), told.intent().ordinal()))
            .toList();
    List<Labelled> strangers = EmbeddingsCompared.turns("strangers." + language.code());
    List<Labelled> voices = EmbeddingsCompared.turns("voices." + language.code());
    double accuracy =
        compared.accuracy(training, Stream.concat(strangers.stream(), voices.stream()).toList());
    double hits =
        PolicyRetrieval.hits(language, text -> compared.embedding().of(compared.prefix() + text));
    System.out.printf(
        "%s %s intents %.1f %%, rules %.1f %%%n", language, name, 100 * accuracy, 100 * hits);
    assertThat(accuracy).isBetween(0.5, 1.0);
    assertThat(hits).isBetween(0.2, 1.0);
  }

  /**
   * BANKING77 with ten examples a class. The folder holds {@code train_10} and {@code test}, each
   * with {@code seq.in} and {@code label}, a line an utterance, as github.com/jianguoz/
   * Few-Shot-Intent-Detection keeps them. All but the first want {@code -Pcompare-embeddings}.
   */
  @ParameterizedTest
  @EnabledIfSystemProperty(named = "feewise.banking77", matches = ".+")
  @CsvSource({"bge-small-en-v1.5-q", "e5-small-v2-q", "all-minilm-l6-v2-q"})
  void banking77(String name) throws IOException {
    Path folder = Path.of(System.getProperty("feewise.banking77"));
    List<String> labels =
        Files.readAllLines(folder.resolve("train_10/label")).stream().distinct().toList();
    List<Labelled> test = labelled(folder.resolve("test"), labels);
    double accuracy =
        EmbeddingsCompared.of(Language.ENGLISH, name)
            .accuracy(labelled(folder.resolve("train_10"), labels), test);
    System.out.printf(
        "BANKING77, 10 a class: %d tested, %s %.2f %%%n", test.size(), name, 100 * accuracy);
    assertThat(accuracy).isBetween(0.5, 1.0);
  }

  private static List<Labelled> labelled(Path folder, List<String> labels) throws IOException {
    List<String> texts = Files.readAllLines(folder.resolve("seq.in"));
    List<String> of = Files.readAllLines(folder.resolve("label"));
    assertThat(of).hasSameSizeAs(texts);
    List<Labelled> labelled = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      labelled.add(new Labelled(texts.get(i), Optional.empty(), labels.indexOf(of.get(i))));
    }
    return labelled;
  }
}
