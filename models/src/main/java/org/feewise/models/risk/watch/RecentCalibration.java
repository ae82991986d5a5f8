package org.feewise.models.risk.watch;

import java.time.LocalDate;
import org.feewise.models.risk.measures.Estimate;
import org.feewise.models.risk.measures.Predictions;

/**
 * Calibration on the newest judged bills, all of them unseen by the model.
 *
 * @param from first due date among them
 * @param gap share late less mean probability, with its interval of 99.9 %
 * @param ece expected calibration error
 * @param eceIfCalibrated the error that chance alone gives in 95 of 100 cases
 */
public record RecentCalibration(
    LocalDate from,
    LocalDate to,
    long bills,
    long payers,
    double expected,
    double observed,
    Estimate gap,
    double ece,
    double eceIfCalibrated) {
  /**
   * By how much the share may surely differ, and the error exceed chance, before it is too much.
   */
  static final double TOLERANCE = 0.05;

  private static final double CONFIDENCE = 0.999;
  private static final long SEED = 7;

  static RecentCalibration of(JudgedBills bills) {
    Predictions predictions = new Predictions(bills.probability(), bills.late());
    return new RecentCalibration(
        bills.dueOn().stream().min(LocalDate::compareTo).orElseThrow(),
        bills.dueOn().stream().max(LocalDate::compareTo).orElseThrow(),
        bills.size(),
        bills.payers().payers(),
        bills.expected(),
        bills.observed(),
        bills.gap(CONFIDENCE),
        predictions.ece(),
        predictions.eceIfCalibrated(SEED));
  }

  boolean isShareOut() {
    return gap.isSurelyBeyond(TOLERANCE);
  }

  boolean isErrorOut() {
    return ece > eceIfCalibrated + TOLERANCE;
  }
}
