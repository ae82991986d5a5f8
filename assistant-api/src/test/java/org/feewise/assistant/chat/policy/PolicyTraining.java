package org.feewise.assistant.chat.policy;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import smile.classification.LogisticRegression;

/** Learns when an answer holds from questions that the documents do not have. */
final class PolicyTraining {
  private static final LogisticRegression.Options OPTIONS =
      new LogisticRegression.Options(1, 1e-6, 1000);

  /** An answer withheld is as bad as this many answered where nothing fits. */
  private static final double WITHHELD = 2;

  private final List<PolicyQuestion> questions;
  private final List<Findings> findings;

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
      boolean holds = confidence.holds(findings.get(i));
      if (questions.get(i).isUnanswerable()) {
        refused += holds ? 0 : 1;
      } else {
        answered += holds && isRight(i) ? 1 : 0;
      }
    }
    return WITHHELD * answered / (questions.size() - unanswerable) + refused / unanswerable;
  }
}
