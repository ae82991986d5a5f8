package org.feewise.models.risk;

import java.util.Objects;
import java.util.Optional;

/**
 * One reason behind a risk score.
 *
 * @param feature name of the model feature, stable across versions of the text shown to people
 * @param value the feature's value for this bill, as plain text
 * @param contribution change of the log-odds of being late that this feature brought; above zero it
 *     raises the risk, below zero it lowers it
 */
public record RiskReason(String feature, String value, double contribution) {
  public RiskReason {
    Objects.requireNonNull(feature, "feature");
    Objects.requireNonNull(value, "value");
  }

  /** The value where it is a number; empty for a category, and where it is not known. */
  public Optional<Double> number() {
    try {
      return Optional.of(Double.valueOf(value));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
