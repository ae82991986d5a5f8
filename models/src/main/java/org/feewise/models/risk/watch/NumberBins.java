package org.feewise.models.risk.watch;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.feewise.models.risk.features.FeatureRow;

/**
 * Bins of a number, between its tenths; what lies below or above all values seen, and what is
 * missing, have bins of their own.
 *
 * @param edges ascending, the smallest and the largest value seen included
 */
public record NumberBins(double[] edges) implements Bins {
  private static final int PARTS = 10;

  /** Bins that take about as many of the given values each; NaN is a missing value. */
  static NumberBins of(double[] values) {
    double[] sorted =
        Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    return new NumberBins(
        sorted.length == 0
            ? new double[0]
            : IntStream.rangeClosed(0, PARTS)
                .mapToDouble(part -> sorted[(int) ((long) part * (sorted.length - 1) / PARTS)])
                .distinct()
                .toArray());
  }

  @Override
  public int count() {
    return edges.length + 3;
  }

  @Override
  public int of(FeatureRow row, int column) {
    return of(row.numbers()[column]);
  }

  int of(double value) {
    if (Double.isNaN(value)) {
      return edges.length + 2;
    }
    if (edges.length > 0 && value > edges[edges.length - 1]) {
      return edges.length + 1;
    }
    int found = Arrays.binarySearch(edges, value);
    return found >= 0 ? found + 1 : -found - 1;
  }
}
