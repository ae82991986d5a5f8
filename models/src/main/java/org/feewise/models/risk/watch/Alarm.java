package org.feewise.models.risk.watch;

/**
 * One thing that is out of bounds.
 *
 * @param name of the feature, blank where it is not about one
 * @param value what was measured
 * @param bound what it may be at most
 */
public record Alarm(Kind kind, String name, double value, double bound) {

  /** What can be out of bounds. */
  public enum Kind {
    /** A feature is spread otherwise than in training. */
    FEATURE,
    /** The scores are spread otherwise than when the model was made. */
    SCORE,
    /** More or fewer bills are late than was expected. */
    SHARE,
    /** Probabilities err more than chance explains. */
    ERROR
  }
}
