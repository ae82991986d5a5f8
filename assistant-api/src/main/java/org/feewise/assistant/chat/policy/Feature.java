package org.feewise.assistant.chat.policy;

/**
 * What speaks for a paragraph as the answer to a question, most between 0 and 1. Likeness in
 * meaning weighs most; words and figures decide between paragraphs that mean nearly the same
 * (decision 0095 has what was measured).
 */
enum Feature {
  /** How like the question the likest of its questions is. */
  BEST(1),
  /** How like the question the middle of all its questions is. */
  CENTRE(1),
  /** The logarithm of the probability that the linear guess gives it. */
  GUESS(0.05),
  /** How much of the question's words stands in its title, text and laws. */
  WORDS(0.1),
  /** How many letters in a row the question shares with one of its questions. */
  LETTERS(0.1),
  /** Whether it is about the fee named: 1, about another: -1. */
  FEE(0.06),
  /** Whether it cites the law and article named. */
  CITED(1),
  /** How many of the figures named stand in it. */
  FIGURES(0.08);

  private static final Feature[] ALL = values();

  /** How many there are. */
  static final int COUNT = ALL.length;

  private final double weight;

  Feature(double weight) {
    this.weight = weight;
  }

  /** What features, each at the place of its constant, come to together. */
  static double score(double[] features) {
    double score = 0;
    for (int i = 0; i < features.length; i++) {
      score += ALL[i].weight * features[i];
    }
    return score;
  }
}
