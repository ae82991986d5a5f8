package org.feewise.models.risk.measures;

/**
 * How good probabilities were, in four figures.
 *
 * @param logLoss mean negative log-likelihood in nats
 * @param auc NaN where all bills went the same way
 * @param ece expected calibration error over ten bins
 * @param eceIfCalibrated the error that chance alone gives in 95 of 100 cases
 */
public record Skill(double logLoss, double auc, double ece, double eceIfCalibrated) {
  private static final long SEED = 7;

  public static Skill of(double[] probability, boolean[] late) {
    Predictions predictions = new Predictions(probability, late);
    return new Skill(
        predictions.logLoss(),
        predictions.auc(),
        predictions.ece(),
        predictions.eceIfCalibrated(SEED));
  }
}
