package org.feewise.assistant.chat.understanding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.feewise.assistant.chat.slots.Said;
import org.feewise.assistant.chat.slots.SlotGrammar;
import smile.classification.LogisticRegression;
import smile.classification.SparseLogisticRegression;
import smile.data.SampleInstance;
import smile.data.SparseDataset;
import smile.util.SparseArray;

/** Trains the intent head of a language on its utterances, calibrated on folds it did not see. */
final class IntentTraining {
  private static final LocalDate ANY_DAY = LocalDate.of(2026, 6, 17);
  private static final int FOLDS = 4;
  private static final LogisticRegression.Options OPTIONS =
      new LogisticRegression.Options(0.05, 1e-4, 80);

  private final Utterances utterances;
  private final Features features;
  private final SentenceEmbedding embedding;
  private final List<SparseArray> rows = new ArrayList<>();
  private final List<List<SparseArray>> variants = new ArrayList<>();

  IntentTraining(Utterances utterances, SentenceEmbedding embedding) {
    this.utterances = utterances;
    this.features = new Features(embedding.dimension(), utterances.language());
    this.embedding = embedding;
    Variants ways = Variants.of(utterances.language());
    for (Utterances.Utterance utterance : utterances.all()) {
      variants.add(ways.of(utterance.text(), rows.size()).stream().map(this::row).toList());
      rows.add(row(utterance.text()));
    }
  }

  private SparseArray row(String utterance) {
    String text = NormalText.of(utterance);
    Said said = SlotGrammar.read(text, ANY_DAY);
    return features.of(embedding.of(said.masked()), said, text.toLowerCase(Locale.ROOT));
  }

  /** A trained head, and the share of utterances a head that had not seen them got right. */
  record Trained(IntentHead head, double accuracyUnseen, List<String> mistakes) {}

  Trained train() {
    double[][] unseen = new double[rows.size()][];
    for (int fold = 0; fold < FOLDS; fold++) {
      IntentHead head = IntentHead.quantised("", 1, fit(fold));
      for (int i = fold; i < rows.size(); i += FOLDS) {
        unseen[i] = head.probabilities(rows.get(i));
      }
    }
    double temperature = bestTemperature(unseen);
    List<String> mistakes = mistakes(unseen);
    IntentHead head = IntentHead.quantised(utterances.fingerprint(), temperature, fit(-1));
    return new Trained(head, 1 - (double) mistakes.size() / rows.size(), mistakes);
  }

  /**
   * Coefficients of a model fitted to every row but those of one fold, a row an intent. The
   * variants of a row left out are left out with it.
   */
  private double[][] fit(int leftOut) {
    List<SampleInstance<SparseArray, Integer>> samples = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (leftOut < 0 || i % FOLDS != leftOut) {
        int intent = intent(i).ordinal();
        samples.add(new SampleInstance<>(rows.get(i), intent));
        variants.get(i).forEach(row -> samples.add(new SampleInstance<>(row, intent)));
      }
    }
    SparseDataset<Integer> dataset = new SparseDataset<>(samples, features.count());
    return SparseLogisticRegression.multinomial(dataset, OPTIONS).coefficients();
  }

  private Intent intent(int row) {
    return utterances.all().get(row).intent();
  }

  /** The temperature under which the unseen utterances are likeliest. */
  private double bestTemperature(double[][] probabilities) {
    double best = 1;
    double least = Double.POSITIVE_INFINITY;
    for (double temperature = 0.2; temperature <= 2; temperature += 0.05) {
      double loss = 0;
      for (int i = 0; i < probabilities.length; i++) {
        double[] scores = new double[probabilities[i].length];
        for (int k = 0; k < scores.length; k++) {
          scores[k] = Math.log(probabilities[i][k] + 1e-12) / temperature;
        }
        loss -= Math.log(IntentHead.softmax(scores)[intent(i).ordinal()] + 1e-12);
      }
      if (loss < least) {
        least = loss;
        best = temperature;
      }
    }
    return best;
  }

  private List<String> mistakes(double[][] probabilities) {
    List<String> mistakes = new ArrayList<>();
    for (int i = 0; i < probabilities.length; i++) {
      Intent guess = Intent.values()[largest(probabilities[i])];
      if (guess != intent(i)) {
        mistakes.add(
            intent(i).wireName()
                + " taken for "
                + guess.wireName()
                + ": "
                + utterances.all().get(i).text());
      }
    }
    return mistakes;
  }

  private static int largest(double[] values) {
    int largest = 0;
    for (int k = 1; k < values.length; k++) {
      largest = values[k] > values[largest] ? k : largest;
    }
    return largest;
  }
}
