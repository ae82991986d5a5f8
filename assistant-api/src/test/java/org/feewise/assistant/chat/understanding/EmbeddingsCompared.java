package org.feewise.assistant.chat.understanding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import smile.data.SampleInstance;
import smile.util.SparseArray;

/**
 * A reader of intents on an embedding that could serve a language: the features and the training of
 * the one that ships, nothing else changed.
 *
 * @param prefix what the embedding wants before a text
 */
record EmbeddingsCompared(Language language, SentenceEmbedding embedding, String prefix) {
  private static final Path CASES = Path.of("src/test/resources/org/feewise/assistant/chat");
  private static final ObjectMapper JSON = new ObjectMapper();

  static EmbeddingsCompared of(Language language, String name) {
    boolean mean = name.contains("minilm") || name.contains("e5");
    return new EmbeddingsCompared(
        language,
        SentenceEmbedding.named(name, mean ? PoolingMode.MEAN : PoolingMode.CLS),
        name.contains("e5") ? "query: " : "");
  }

  /** A message with its class. */
  record Labelled(String text, Optional<Intent> before, int label) {}

  /** The share of messages whose class a model trained on others names. */
  double accuracy(List<Labelled> training, List<Labelled> test) {
    Cues cues = Cues.of(language);
    Features features = new Features(embedding.dimension(), language, cues);
    List<SampleInstance<SparseArray, Integer>> samples =
        training.stream()
            .map(told -> new SampleInstance<>(row(features, cues, told), told.label()))
            .toList();
    IntentHead head = IntentHead.quantised("", 1, IntentTraining.fit(samples, features.count()));
    long right =
        test.stream()
            .filter(
                asked ->
                    IntentTraining.largest(head.probabilities(row(features, cues, asked)))
                        == asked.label())
            .count();
    return (double) right / test.size();
  }

  private SparseArray row(Features features, Cues cues, Labelled labelled) {
    return IntentTraining.row(
        features, cues, text -> embedding.of(prefix + text), labelled.text(), labelled.before());
  }

  /** The turns of a case file that ships, each with the intent annotated before it. */
  static List<Labelled> turns(String file) throws IOException {
    List<Labelled> turns = new ArrayList<>();
    for (String line : Files.readAllLines(CASES.resolve(file + ".jsonl"))) {
      Optional<Intent> before = Optional.empty();
      for (JsonNode turn : JSON.readTree(line).get("turns")) {
        Intent intent = Intent.named(turn.get("intent").asText());
        turns.add(new Labelled(turn.get("say").asText(), before, intent.ordinal()));
        before = Optional.of(intent);
      }
    }
    return turns;
  }
}
