package org.feewise.models.risk;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
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

  /** The probabilities of many bills, each what {@link #probability} gives, in less time. */
  public double[] probabilities(List<FeatureRow> rows) {
    double[][] columns = rows.stream().map(encoder::encode).toArray(double[][]::new);
    double[][] forTrees = Arrays.stream(columns).map(encoder::forTrees).toArray(double[][]::new);
    double[] probabilities = new double[columns.length];
    trees.sums(forTrees, probabilities);
    for (int i = 0; i < columns.length; i++) {
      probabilities[i] = calibration.probability(withLine(probabilities[i], columns[i]));
    }
    return probabilities;
  }

  /** Log-odds before calibration, of encoded columns with gaps. */
  double logOdds(double[] columns) {
    return withLine(trees.sum(encoder.forTrees(columns)), columns);
  }

  private double withLine(double ofTrees, double[] columns) {
    return linearShare == 0
        ? ofTrees
        : blended(ofTrees, linear.logOdds(encoder.forLines(columns)), linearShare);
  }

  static double blended(double ofTrees, double ofLine, double linearShare) {
    return (1 - linearShare) * ofTrees + linearShare * ofLine;
  }

  /** How much each feature moved the calibrated log-odds; together they are all that moved them. */
  double[] contributions(double[] columns, TreeShap shap) {
    double[] contributions = shap.explain(encoder.forTrees(columns));
    double[] line = encoder.forLines(columns);
    double[] byFeature = encoder.byFeature(contributions);
    for (int i = 0; i < byFeature.length; i++) {
      double ofLine = linearShare == 0 ? 0 : linear.contribution(line, i);
      byFeature[i] = calibration.slope() * blended(byFeature[i], ofLine, linearShare);
    }
    return byFeature;
  }

  /** The calibrated log-odds from which contributions count. */
  double expected(TreeShap shap) {
    double ofLine = linearShare == 0 ? 0 : linear.intercept();
    return calibration.slope() * blended(shap.expected(), ofLine, linearShare)
        + calibration.shift();
  }
}
