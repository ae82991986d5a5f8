package org.feewise.models.risk;

import java.io.Serializable;

/**
 * Makes a probability of the log-odds that trees give: {@code 1 / (1 + exp(-(slope x + shift)))}.
 *
 * <p>Platt, Probabilistic Outputs for Support Vector Machines (1999), fitted by Newton's method
 * with a mild pull towards slope 1 and shift 0, so that few rows change little.
 */
public record Calibration(double slope, double shift) implements Serializable {
  static final Calibration IDENTITY = new Calibration(1, 0);
  private static final double PULL_ON_SLOPE = 10;
  private static final double PULL_ON_SHIFT = 2;
  private static final double SMALLEST_SLOPE = 0.05;

  public Calibration {
    if (!(slope > 0) || Double.isNaN(shift) || Double.isInfinite(shift)) {
      throw new IllegalArgumentException("calibration slope " + slope + ", shift " + shift);
    }
  }

  /** Fits to log-odds of bills the trees never saw. */
  static Calibration fit(double[] logOdds, boolean[] late) {
    double slope = 1;
    double shift = 0;
    for (int round = 0; round < 50; round++) {
      double gradientSlope = PULL_ON_SLOPE * (slope - 1);
      double gradientShift = PULL_ON_SHIFT * shift;
      double curveSlope = PULL_ON_SLOPE;
      double curveShift = PULL_ON_SHIFT;
      double curveBoth = 0;
      for (int i = 0; i < logOdds.length; i++) {
        double p = logistic(slope * logOdds[i] + shift);
        double error = p - (late[i] ? 1 : 0);
        double curve = p * (1 - p);
        gradientSlope += error * logOdds[i];
        gradientShift += error;
        curveSlope += curve * logOdds[i] * logOdds[i];
        curveShift += curve;
        curveBoth += curve * logOdds[i];
      }
      double determinant = curveSlope * curveShift - curveBoth * curveBoth;
      double stepSlope = (curveShift * gradientSlope - curveBoth * gradientShift) / determinant;
      double stepShift = (curveSlope * gradientShift - curveBoth * gradientSlope) / determinant;
      slope = Math.max(SMALLEST_SLOPE, slope - stepSlope);
      shift -= stepShift;
      if (Math.abs(stepSlope) + Math.abs(stepShift) < 1e-10) {
        break;
      }
    }
    return new Calibration(slope, shift);
  }

  double probability(double logOdds) {
    return logistic(slope * logOdds + shift);
  }

  static double logistic(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
