package org.feewise.models.risk;

import java.io.Serializable;
import org.feewise.models.risk.features.FeatureRow;
import org.feewise.models.risk.trees.CompiledTrees;

/** Encoder, trees and calibration that belong together: a row in, a probability out. */
public record FittedTrees(FeatureEncoder encoder, CompiledTrees trees, Calibration calibration)
    implements Serializable {

  /** Calibrated probability in (0, 1) that the bill is paid late. */
  public double probability(FeatureRow row) {
    return calibration.probability(logOdds(row));
  }

  double logOdds(FeatureRow row) {
    return trees.sum(columns(row));
  }

  double[] columns(FeatureRow row) {
    return encoder.forTrees(encoder.encode(row));
  }
}
