package org.feewise.models.risk;

import org.feewise.models.risk.measures.Estimate;

/**
 * How a model treats one group of payers; intervals are of 95 % and rest on payers.
 *
 * @param attribute what the group shares, such as {@code age_band}
 * @param group its value, or {@link #OTHERS}, or {@link #UNKNOWN}
 * @param lateShare how many really were late
 * @param meanProbability how many the model expected
 * @param calibration observed less expected
 * @param ece calibration error, null with fewer than 200 bills
 * @param eceIfCalibrated the error that chance alone gives in 95 of 100 cases, null as {@code ece}
 * @param threshold a bill at or above it counts as an alarm
 * @param truePositive of the late ones, share with an alarm
 * @param falsePositive of the punctual ones, share with an alarm
 * @param toRest the same less that of all other payers, null where there are too few others
 */
public record GroupFairness(
    String attribute,
    String group,
    long bills,
    long payers,
    Estimate lateShare,
    double meanProbability,
    Estimate calibration,
    Double ece,
    Double eceIfCalibrated,
    double threshold,
    Estimate truePositive,
    Estimate falsePositive,
    ToRest toRest) {
  /** Groups too small to be shown, together. */
  public static final String OTHERS = "OTHER";

  /** Payers of whom the attribute is not known. */
  public static final String UNKNOWN = "-";

  /** The group less all other payers. */
  public record ToRest(Estimate calibration, Estimate truePositive, Estimate falsePositive) {}
}
