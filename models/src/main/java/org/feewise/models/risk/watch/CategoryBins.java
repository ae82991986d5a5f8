package org.feewise.models.risk.watch;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.feewise.models.risk.features.FeatureRow;

/**
 * One bin for each value of a category seen before, one for all others and one for missing ones.
 *
 * @param values in ascending order
 */
public record CategoryBins(List<String> values) implements Bins {

  public CategoryBins {
    values = List.copyOf(values);
  }

  /** Bins of the values that there are; null is a missing one. */
  static CategoryBins of(String[] values) {
    return new CategoryBins(
        Arrays.stream(values).filter(Objects::nonNull).distinct().sorted().toList());
  }

  @Override
  public int count() {
    return values.size() + 2;
  }

  @Override
  public int of(FeatureRow row, int column) {
    String value = row.categories()[column];
    if (value == null) {
      return values.size() + 1;
    }
    int found = Collections.binarySearch(values, value);
    return found >= 0 ? found : values.size();
  }
}
