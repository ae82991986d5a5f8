package org.feewise.assistant.chat.understanding;

/**
 * The likeliest reading of a message and the next.
 *
 * @param confidence calibrated probability that the first reading is right
 */
public record IntentGuess(Intent intent, double confidence, Intent runnerUp) {

  static IntentGuess of(double[] probabilities) {
    int first = 0;
    int second = 1;
    for (int k = 0; k < probabilities.length; k++) {
      if (probabilities[k] > probabilities[first]) {
        second = first;
        first = k;
      } else if (k != first && (second == first || probabilities[k] > probabilities[second])) {
        second = k;
      }
    }
    return new IntentGuess(Intent.values()[first], probabilities[first], Intent.values()[second]);
  }

  /** The next reading before the likeliest, and no surer of it than chance among the rest. */
  IntentGuess swapped() {
    return new IntentGuess(runnerUp, 1 - confidence, intent);
  }
}
