package org.feewise.models.risk.watch;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.feewise.models.risk.features.FeatureRow;

/** The bins into which the values of one feature fall. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "of")
@JsonSubTypes({
  @JsonSubTypes.Type(value = NumberBins.class, name = "numbers"),
  @JsonSubTypes.Type(value = CategoryBins.class, name = "categories")
})
public sealed interface Bins permits NumberBins, CategoryBins {

  /** How many bins there are, those of values never seen and of missing ones included. */
  int count();

  /**
   * The bin of a bill.
   *
   * @param column place of the feature among the numbers, or among the categories, of the schema
   */
  int of(FeatureRow row, int column);

  /** How many of some bills fall into each bin. */
  default long[] counts(Iterable<FeatureRow> rows, int column) {
    long[] counts = new long[count()];
    rows.forEach(row -> counts[of(row, column)]++);
    return counts;
  }
}
