package org.feewise.models.risk;

import java.util.Arrays;
import org.feewise.models.risk.features.FeatureRow;

/** What the training rows hold in one column of numbers. */
record ColumnSummary(int present, int rows, double min, double median, double max) {

  static ColumnSummary of(FeatureRow[] rows, int column) {
    double[] sorted =
        Arrays.stream(rows)
            .mapToDouble(row -> row.numbers()[column])
            .filter(value -> !Double.isNaN(value))
            .sorted()
            .toArray();
    return sorted.length == 0
        ? new ColumnSummary(0, rows.length, 0, 0, 0)
        : new ColumnSummary(
            sorted.length,
            rows.length,
            sorted[0],
            sorted[sorted.length / 2],
            sorted[sorted.length - 1]);
  }

  /** Whether rows can differ in it: two values, or some missing and some not. */
  boolean varies() {
    return present > 0 && (min < max || present < rows);
  }

  double belowAll() {
    return min - Math.max(1, (max - min) / 10);
  }
}
