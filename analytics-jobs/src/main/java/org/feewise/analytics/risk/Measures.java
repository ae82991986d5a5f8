package org.feewise.analytics.risk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.feewise.models.risk.measures.Predictions;

/** The measures of the evaluation contract, by name and in its order. */
final class Measures {
  private Measures() {}

  static Map<String, Double> of(double[] probability, boolean[] late, long seed) {
    Predictions predictions = new Predictions(probability, late);
    Map<String, Double> measures = new LinkedHashMap<>();
    measures.put("lateShare", predictions.lateShare());
    measures.put("auc", predictions.auc());
    measures.put("prAuc", predictions.prAuc());
    measures.put("brier", predictions.brier());
    measures.put("ece", predictions.ece());
    measures.put("eceIfCalibrated", predictions.eceIfCalibrated(seed));
    measures.put("liftAt10", predictions.liftAt10());
    measures.put("logLoss", predictions.logLoss());
    return measures;
  }
}
