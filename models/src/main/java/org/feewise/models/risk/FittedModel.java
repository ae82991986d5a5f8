package org.feewise.models.risk;

import java.io.Serializable;
import org.feewise.models.risk.features.FeatureRow;
import org.feewise.models.risk.trees.CompiledTrees;
import org.feewise.models.risk.trees.TreeShap;

/**
 * Encoder, trees, line and calibration that belong together: a row in, a probability out.
 *
 * @param linearShare weight of the line's log-odds beside those of the trees, in [0, 1]
 */
public record FittedModel(
    FeatureEncoder encoder,
    CompiledTrees trees,
    LinearOdds linear,
    double linearShare,
    Calibration calibration)
    implements Serializable {

  public FittedModel {
    if (!(linearShare >= 0 && linearShare <= 1)) {
      throw new IllegalArgumentException("linear share " + linearShare + " is not in [0, 1]");
    }
  }

  /** Calibrated probability in (0, 1) that the bill is paid late. */
  public double probability(FeatureRow row) {
    return calibration.probability(logOdds(encoder.encode(row)));
  }

  /** Log-odds before calibration, of encoded columns with gaps. */
  double logOdds(double[] columns) {
    double ofTrees = trees.sum(encoder.forTrees(columns));
    return linearShare == 0
        ? ofTrees
        : blended(ofTrees, linear.logOdds(encoder.forLines(columns)), linearShare);
  }

  static double blended(double ofTrees, double ofLine, double linearShare) {
    return (1 - linearShare) * ofTrees + linearShare * ofLine;
  }

  /** How much each column moved the calibrated log-odds; together they are all that moved them. */
  double[] contributions(double[] columns, TreeShap shap) {
    double[] contributions = shap.explain(encoder.forTrees(columns));
    double[] line = encoder.forLines(columns);
    for (int i = 0; i < contributions.length; i++) {
      double ofLine = linearShare == 0 ? 0 : linear.contribution(line, i);
      contributions[i] = calibration.slope() * blended(contributions[i], ofLine, linearShare);
    }
    return contributions;
  }

  /** The calibrated log-odds from which contributions count. */
  double expected(TreeShap shap) {
    double ofLine = linearShare == 0 ? 0 : linear.intercept();
    return calibration.slope() * blended(shap.expected(), ofLine, linearShare)
        + calibration.shift();
  }
}
