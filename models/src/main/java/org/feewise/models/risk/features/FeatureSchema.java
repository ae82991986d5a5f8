package org.feewise.models.risk.features;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The names and the version of the features, in the order in which a {@link FeatureRow} holds them.
 *
 * @param version rises whenever the meaning of a feature changes; a model of another version is
 *     refused
 */
public record FeatureSchema(int version, List<String> numbers, List<String> categories)
    implements Serializable {

  /** Version of the definitions in {@link RiskFeatures}. */
  public static final int CURRENT_VERSION = 2;

  private static final Set<String> SEASONAL =
      Set.of("issue_month", "days_to_spring_festival", "period_month");
  private static final int DAYS_FOR_SEASONS = 700;

  static final List<String> NUMBERS_OF_ANY_BILL =
      Stream.of(BillTerms.NAMES, PayerHistory.NAMES, PopulationRates.NAMES)
          .flatMap(List::stream)
          .toList();

  public FeatureSchema {
    numbers = List.copyOf(numbers);
    categories = List.copyOf(categories);
  }

  /** Whether so many days of history are enough for features that repeat with the year. */
  public static boolean coversSeasons(long days) {
    return days >= DAYS_FOR_SEASONS;
  }

  /** The features by name, those that repeat with the year only where history covers seasons. */
  public static Predicate<String> readable(boolean seasons) {
    return name -> seasons || !SEASONAL.contains(name);
  }

  /** The features of any bill plus those that only one source has. */
  public static FeatureSchema of(List<String> sourceNumbers, List<String> sourceCategories) {
    return new FeatureSchema(
        CURRENT_VERSION,
        Stream.concat(NUMBERS_OF_ANY_BILL.stream(), sourceNumbers.stream()).toList(),
        Stream.concat(Stream.of("fee_type", "last_channel"), sourceCategories.stream()).toList());
  }
}
