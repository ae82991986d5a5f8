package org.feewise.analytics.risk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.feewise.models.risk.LinearOdds;
import org.feewise.models.risk.NumericView;
import org.feewise.models.risk.TrainingSet;
import org.feewise.models.risk.features.FeatureRow;

/** Other learners on the same features, to compare with. */
final class Peers {
  private static final int XGBOOST_ROUNDS = 100;

  private final TrainingSet training;
  private final NumericView view;

  Peers(TrainingSet training, Predicate<String> wanted) {
    this.training = training;
    this.view = NumericView.learn(training, wanted);
  }

  /** Ridge logistic regression on standardised columns, medians in place of missing values. */
  double[] logisticRegression(FeatureRow[] test) {
    double[][] columns =
        Arrays.stream(view.training()).map(view::withoutGaps).toArray(double[][]::new);
    LinearOdds line = LinearOdds.learn(columns, training.late());
    return Arrays.stream(test)
        .mapToDouble(row -> line.logOdds(view.withoutGaps(view.encode(row))))
        .map(logOdds -> 1 / (1 + Math.exp(-logOdds)))
        .toArray();
  }

  /** XGBoost as it comes: 100 trees of depth 6 at learning rate 0.3. */
  double[] xgboost(FeatureRow[] test) {
    try {
      DMatrix seen = matrix(view.training());
      float[] late = new float[training.size()];
      for (int i = 0; i < late.length; i++) {
        late[i] = training.late()[i] ? 1 : 0;
      }
      seen.setLabel(late);
      Map<String, Object> settings = new HashMap<>();
      settings.put("objective", "binary:logistic");
      settings.put("verbosity", 0);
      Booster booster = XGBoost.train(seen, settings, XGBOOST_ROUNDS, Map.of(), null, null);
      double[][] columns = new double[test.length][];
      for (int i = 0; i < test.length; i++) {
        columns[i] = view.encode(test[i]);
      }
      float[][] predicted = booster.predict(matrix(columns));
      double[] probability = new double[test.length];
      for (int i = 0; i < test.length; i++) {
        probability[i] = predicted[i][0];
      }
      return probability;
    } catch (XGBoostError e) {
      throw new IllegalStateException("xgboost failed: " + e.getMessage(), e);
    }
  }

  private DMatrix matrix(double[][] columns) throws XGBoostError {
    int width = view.columns();
    float[] flat = new float[columns.length * width];
    for (int i = 0; i < columns.length; i++) {
      for (int j = 0; j < width; j++) {
        flat[i * width + j] = (float) columns[i][j];
      }
    }
    return new DMatrix(flat, columns.length, width, Float.NaN);
  }
}
