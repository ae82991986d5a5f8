package org.feewise.models.risk.watch;

/**
 * How one feature, or the score, was spread when a model was made.
 *
 * @param counts bills in each bin
 * @param usual the largest stability index with which a month of the reference differed from the
 *     year before it; null where history is too short to tell
 */
public record ReferenceShape(String name, Bins bins, long[] counts, Double usual) {

  public ReferenceShape {
    if (counts.length != bins.count()) {
      throw new IllegalArgumentException(
          name + ": " + counts.length + " counts for " + bins.count() + " bins");
    }
  }
}
