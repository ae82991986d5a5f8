package org.feewise.assistant.chat.policy;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import smile.classification.LogisticRegression;

/**
 * Learns the linear guess from the questions of the documents, and when an answer holds from
 * questions that they do not have.
 */
final class PolicyTraining {
  private static final LogisticRegression.Options OPTIONS =
      new LogisticRegression.Options(1, 1e-6, 1000);

  /** Makes vectors of length one large enough for the penalty on large weights to be mild. */
  private static final double STRETCH = 4;

  private static final LogisticRegression.Options GUESS_OPTIONS =
      new LogisticRegression.Options(0.7, 1e-4, 200);

  /** An answer withheld is as bad as this many answered where nothing fits. */
  private static final double WITHHELD = 5;

  private final List<PolicyQuestion> questions;
  private final List<Findings> findings;

  /** The guess at the paragraph of a question, or at nothing. */
  static Guesses guesses(PolicyDocuments documents, Meanings meanings) {
    int classes = documents.paragraphs().size() + 1;
    int count = documents.questions().size();
    int[] answers = new int[count];
    Arrays.fill(answers, classes - 1);
    int row = 0;
    for (int p = 0; p < classes - 1; p++) {
      int end = row + documents.paragraphs().get(p).asked().size();
      Arrays.fill(answers, row, end, p);
      row = end;
    }
    double[][] rows = new double[count][];
    float[][] vectors = meanings.vectors(0, count);
    for (int i = 0; i < count; i++) {
      rows[i] = new double[vectors[i].length];
      for (int k = 0; k < rows[i].length; k++) {
        rows[i][k] = vectors[i][k] * STRETCH;
      }
    }
    double[][] learnt = LogisticRegression.multinomial(rows, answers, GUESS_OPTIONS).coefficients();
    double[][] coefficients = new double[classes][rows[0].length + 1];
    for (int k = 0; k < learnt.length; k++) {
      for (int i = 0; i < rows[0].length; i++) {
        coefficients[k][i] = learnt[k][i] * STRETCH;
      }
      coefficients[k][rows[0].length] = learnt[k][rows[0].length];
    }
    return Guesses.quantised(coefficients);
  }

  PolicyTraining(
      PolicyShelf shelf, Function<String, float[]> embedding, List<PolicyQuestion> questions) {
    this.questions = questions;
    this.findings =
        questions.stream()
            .map(q -> shelf.find(q.text(), embedding.apply(q.text()), q.fee()))
            .toList();
  }

  Confidence confidence() {
    double[][] rows = findings.stream().map(Findings::signs).toArray(double[][]::new);
    int[] right = new int[rows.length];
    for (int i = 0; i < right.length; i++) {
      right[i] = isRight(i) ? 1 : 0;
    }
    double[] scales = scales(rows);
    for (double[] row : rows) {
      for (int k = 0; k < row.length; k++) {
        row[k] /= scales[k];
      }
    }
    double[] learnt = LogisticRegression.binomial(rows, right, OPTIONS).coefficients();
    double[] weights = Arrays.copyOf(learnt, learnt.length - 1);
    for (int k = 0; k < weights.length; k++) {
      weights[k] /= scales[k];
    }
    return withBar(weights, learnt[learnt.length - 1]);
  }

  private boolean isRight(int i) {
    return !questions.get(i).isUnanswerable()
        && questions.get(i).isAnsweredBy(List.of(first(i).passage()));
  }

  private Paragraph first(int i) {
    return findings.get(i).judged().getFirst().paragraph();
  }

  private static double[] scales(double[][] rows) {
    double[] scales = new double[rows[0].length];
    for (int k = 0; k < scales.length; k++) {
      int column = k;
      double mean = Arrays.stream(rows).mapToDouble(row -> row[column]).average().orElseThrow();
      scales[k] =
          Math.sqrt(
              Arrays.stream(rows)
                  .mapToDouble(row -> Math.pow(row[column] - mean, 2))
                  .average()
                  .orElseThrow());
    }
    return scales;
  }

  private Confidence withBar(double[] weights, double bias) {
    Confidence best = new Confidence(weights, bias, 0.5);
    double most = 0;
    for (double least = 0.05; least < 0.95; least += 0.01) {
      Confidence tried = new Confidence(weights, bias, least);
      double worth = worth(tried);
      if (worth > most) {
        most = worth;
        best = tried;
      }
    }
    return best;
  }

  private double worth(Confidence confidence) {
    double answered = 0;
    double refused = 0;
    long unanswerable = questions.stream().filter(PolicyQuestion::isUnanswerable).count();
    for (int i = 0; i < questions.size(); i++) {
      boolean holds = confidence.holds(findings.get(i), 0);
      if (questions.get(i).isUnanswerable()) {
        refused += holds ? 0 : 1;
      } else {
        answered += holds && isRight(i) ? 1 : 0;
      }
    }
    return WITHHELD * answered / (questions.size() - unanswerable) + refused / unanswerable;
  }
}
