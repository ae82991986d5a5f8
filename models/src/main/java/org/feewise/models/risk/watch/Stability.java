package org.feewise.models.risk.watch;

/**
 * How far a feature, or the score, has moved since a model was made.
 *
 * @param psi the stability index of the newest bills
 * @param usual the largest index that a month of the reference showed; null where unknown
 * @param bound above which it is out of bounds; null where history is too short to set one, or
 *     where the feature moves as far by its nature
 */
public record Stability(String name, double psi, Double usual, Double bound) {

  public boolean isOut() {
    return bound != null && psi > bound;
  }
}
