package org.feewise.assistant.reports;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.feewise.models.fees.FeeType;

/**
 * Which bills a trend is about, and what tells its rows apart.
 *
 * @param from first month in which the bills fell due
 * @param to last such month, inclusive
 * @param district of the payer, or {@link TrendRow#OTHER_DISTRICTS}
 * @param by at least one, none twice
 */
record TrendQuestion(
    Optional<YearMonth> from,
    Optional<YearMonth> to,
    Optional<FeeType> feeType,
    Optional<String> district,
    List<Breakdown> by) {

  TrendQuestion {
    Objects.requireNonNull(feeType, "feeType");
    Objects.requireNonNull(district, "district");
    by = List.copyOf(by);
    if (by.isEmpty() || by.stream().distinct().count() < by.size()) {
      throw new IllegalArgumentException("by " + by + " is empty or names one twice");
    }
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw new IllegalArgumentException("to " + to.get() + " is before from " + from.get());
    }
  }

  boolean isBy(Breakdown breakdown) {
    return by.contains(breakdown);
  }

  /** Whether rows stand for single districts, so that small groups must not show. */
  boolean tellsDistricts() {
    return isBy(Breakdown.DISTRICT) || district.isPresent();
  }
}
