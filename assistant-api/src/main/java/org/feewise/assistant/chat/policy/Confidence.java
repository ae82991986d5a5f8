package org.feewise.assistant.chat.policy;

import java.util.Properties;
import org.feewise.assistant.chat.understanding.Language;

/**
 * Whether the first paragraph found answers, or nothing does: a logistic regression learnt from
 * questions that the documents do not have, answerable and not.
 *
 * @param weights one a sign of {@link Findings#signs}
 * @param least the probability below which nothing fits
 */
record Confidence(double[] weights, double bias, double least) {

  /** Reads the confidence that ships for a language. */
  static Confidence of(Language language) {
    Properties read = PropertyFile.read(file(language));
    return new Confidence(
        new double[] {
          number(read, "score"),
          number(read, "lead"),
          number(read, "lead-of-unanswered"),
          number(read, "lead-of-three-unanswered"),
          number(read, "guess-before-nothing")
        },
        number(read, "bias"),
        number(read, "least"));
  }

  static String file(Language language) {
    return "confidence." + language.locale().getLanguage() + ".properties";
  }

  private static double number(Properties read, String key) {
    return Double.parseDouble(read.getProperty(key));
  }

  /** Whether the first paragraph answers with at least a probability, and enough to fit at all. */
  boolean holds(Findings findings, double atLeast) {
    return probability(findings) >= Math.max(least, atLeast);
  }

  /** The probability that the first paragraph answers. */
  double probability(Findings findings) {
    double[] signs = findings.signs();
    double sum = bias;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * signs[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /** The file that {@link #of} reads. */
  String written() {
    return """
    # Learnt by PolicyTraining in the tests; not to be edited by hand.
    score=%.4f
    lead=%.4f
    lead-of-unanswered=%.4f
    lead-of-three-unanswered=%.4f
    guess-before-nothing=%.4f
    bias=%.4f
    least=%.2f
    """
        .formatted(weights[0], weights[1], weights[2], weights[3], weights[4], bias, least);
  }
}
