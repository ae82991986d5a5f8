package org.feewise.assistant.chat.understanding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.feewise.assistant.chat.slots.Said;
import org.feewise.assistant.chat.slots.SlotGrammar;
import smile.classification.LogisticRegression;
import smile.classification.SparseLogisticRegression;
import smile.data.SampleInstance;
import smile.data.SparseDataset;
import smile.util.SparseArray;

/**
 * Trains the intent head of a language on its utterances, calibrated on utterances it did not see.
 */
final class IntentTraining {
  private static final LocalDate ANY_DAY = LocalDate.of(2026, 6, 17);

  /** One utterance in so many is held out to calibrate on. */
  private static final int HELD_OUT = 5;

  private static final LogisticRegression.Options OPTIONS =
      new LogisticRegression.Options(0.05, 1e-4, 200);

  private final Utterances utterances;
  private final Features features;
  private final List<SparseArray> rows = new ArrayList<>();

  IntentTraining(Utterances utterances, SentenceEmbedding embedding) {
    this.utterances = utterances;
    Cues cues = Cues.of(utterances.language());
    this.features = new Features(embedding.dimension(), utterances.language(), cues);
    for (Utterances.Utterance utterance : utterances.all()) {
      rows.add(row(features, cues, embedding::of, utterance.text(), utterance.before()));
    }
  }

  /** The features of an utterance, as they are when it is read. */
  static SparseArray row(
      Features features,
      Cues cues,
      Function<String, float[]> embedding,
      String utterance,
      Optional<Intent> before) {
    String text = NormalText.of(utterance);
    Said said = SlotGrammar.read(text, ANY_DAY);
    String lower = text.toLowerCase(Locale.ROOT);
    float[] meaning = embedding.apply(features.embedded(lower, said));
    return features.of(meaning, said, cues.in(lower), before);
  }

  /** A trained head, and the share of utterances a head that had not seen them got right. */
  record Trained(IntentHead head, double accuracyUnseen, List<String> mistakes) {}

  Trained train() {
    IntentHead calibrating = IntentHead.quantised("", 1, fit(row -> !isHeldOut(row)));
    Map<Integer, double[]> unseen = new LinkedHashMap<>();
    IntStream.range(0, rows.size())
        .filter(IntentTraining::isHeldOut)
        .forEach(row -> unseen.put(row, calibrating.probabilities(rows.get(row))));
    double temperature = bestTemperature(unseen);
    List<String> mistakes = mistakes(unseen);
    IntentHead head = IntentHead.quantised(utterances.fingerprint(), temperature, fit(row -> true));
    return new Trained(head, 1 - (double) mistakes.size() / unseen.size(), mistakes);
  }

  private static boolean isHeldOut(int row) {
    return row % HELD_OUT == 0;
  }

  /** Coefficients of a model fitted to some of the rows, a row an intent. */
  private double[][] fit(IntPredicate taken) {
    List<SampleInstance<SparseArray, Integer>> samples =
        IntStream.range(0, rows.size())
            .filter(taken)
            .mapToObj(row -> new SampleInstance<>(rows.get(row), intent(row).ordinal()))
            .toList();
    return fit(samples, features.count());
  }

  /** Coefficients of a model fitted to samples, a row a class. */
  static double[][] fit(List<SampleInstance<SparseArray, Integer>> samples, int features) {
    SparseDataset<Integer> dataset = new SparseDataset<>(samples, features);
    return SparseLogisticRegression.multinomial(dataset, OPTIONS).coefficients();
  }

  private Intent intent(int row) {
    return utterances.all().get(row).intent();
  }

  /** The temperature under which the unseen utterances are likeliest. */
  private double bestTemperature(Map<Integer, double[]> unseen) {
    double best = 1;
    double least = Double.POSITIVE_INFINITY;
    for (double temperature = 0.2; temperature <= 3; temperature += 0.05) {
      double loss = loss(unseen, temperature);
      if (loss < least) {
        least = loss;
        best = temperature;
      }
    }
    return best;
  }

  private double loss(Map<Integer, double[]> unseen, double temperature) {
    double loss = 0;
    for (Map.Entry<Integer, double[]> row : unseen.entrySet()) {
      double[] scores =
          DoubleStream.of(row.getValue()).map(p -> Math.log(p + 1e-12) / temperature).toArray();
      loss -= Math.log(IntentHead.softmax(scores)[intent(row.getKey()).ordinal()] + 1e-12);
    }
    return loss;
  }

  private List<String> mistakes(Map<Integer, double[]> unseen) {
    List<String> mistakes = new ArrayList<>();
    unseen.forEach(
        (row, probabilities) -> {
          Intent guess = Intent.values()[largest(probabilities)];
          if (guess != intent(row)) {
            mistakes.add(
                intent(row).wireName()
                    + " taken for "
                    + guess.wireName()
                    + ": "
                    + utterances.all().get(row).text());
          }
        });
    return mistakes;
  }

  static int largest(double[] values) {
    int largest = 0;
    for (int k = 1; k < values.length; k++) {
      largest = values[k] > values[largest] ? k : largest;
    }
    return largest;
  }
}
