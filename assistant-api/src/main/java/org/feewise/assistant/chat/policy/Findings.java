package org.feewise.assistant.chat.policy;

import java.util.List;

/**
 * The paragraphs judged against a question, the likeliest first, and what speaks for none of them.
 *
 * @param unanswered how like the question the likest is of those that nothing answers
 * @param unansweredThree the same of the likest three, on average
 * @param guessOfNothing the logarithm of the probability that nothing answers
 */
record Findings(
    List<Judged> judged, double unanswered, double unansweredThree, double guessOfNothing) {

  /**
   * A paragraph judged against a question.
   *
   * @param features each at the place of its constant
   * @param score what the features come to
   * @param bestThree how like the question the three likest of its questions are, on average
   */
  record Judged(Paragraph paragraph, double[] features, double score, double bestThree) {
    double of(Feature feature) {
      return features[feature.ordinal()];
    }
  }

  /** Whether the first paragraph cites the law and article that the question names. */
  boolean citesWhatIsNamed() {
    return judged.getFirst().of(Feature.CITED) == 1;
  }

  /** What tells whether the first paragraph answers at all, in the order confidence knows. */
  double[] signs() {
    Judged first = judged.getFirst();
    return new double[] {
      first.score(),
      first.score() - judged.get(1).score(),
      first.of(Feature.BEST) - unanswered,
      first.bestThree() - unansweredThree,
      first.of(Feature.GUESS) - guessOfNothing
    };
  }
}
