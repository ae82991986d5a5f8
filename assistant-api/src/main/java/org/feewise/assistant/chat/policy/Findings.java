package org.feewise.assistant.chat.policy;

import java.util.List;

/**
 * The paragraphs judged against a question, the likeliest first, and how like it the questions are
 * that nothing answers.
 *
 * @param unanswered the likeness of the likest of them
 * @param unansweredThree that of the likest three, on average
 */
record Findings(List<Judged> judged, double unanswered, double unansweredThree) {
  /** Whether the first paragraph cites the law and article that the question names. */
  boolean citesWhatIsNamed() {
    return judged.getFirst().features().get(Feature.CITED) == 1;
  }

  /** What tells whether the first paragraph answers at all, in the order confidence knows. */
  double[] signs() {
    Judged first = judged.getFirst();
    return new double[] {
      first.score(),
      first.score() - judged.get(1).score(),
      first.best() - unanswered,
      first.bestThree() - unansweredThree
    };
  }
}
