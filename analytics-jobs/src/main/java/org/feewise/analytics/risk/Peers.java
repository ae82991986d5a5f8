package org.feewise.analytics.risk;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.feewise.models.risk.NumericView;
import org.feewise.models.risk.TrainingSet;
import org.feewise.models.risk.features.FeatureRow;
import smile.classification.LogisticRegression;

/** Other learners on the same features, to compare with. */
final class Peers {
  private static final int XGBOOST_ROUNDS = 100;
  private static final double RIDGE = 0.1;

  private final TrainingSet training;
  private final NumericView view;

  Peers(TrainingSet training, Predicate<String> wanted) {
    this.training = training;
    this.view = NumericView.learn(training, wanted);
  }

  /** Ridge logistic regression on standardised columns, medians in place of missing values. */
  double[] logisticRegression(FeatureRow[] test) {
    double[][] columns = new double[training.size()][];
    int[] late = new int[columns.length];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = view.withoutGaps(view.training()[i]);
      late[i] = training.late()[i] ? 1 : 0;
    }
    Standardisation scale = Standardisation.learn(columns);
    for (int i = 0; i < columns.length; i++) {
      columns[i] = scale.apply(columns[i]);
    }
    LogisticRegression model =
        LogisticRegression.fit(columns, late, new LogisticRegression.Options(RIDGE, 1e-5, 500));
    double[] probability = new double[test.length];
    double[] posteriori = new double[2];
    for (int i = 0; i < test.length; i++) {
      model.predict(scale.apply(view.withoutGaps(view.encode(test[i]))), posteriori);
      probability[i] = posteriori[1];
    }
    return probability;
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

  private record Standardisation(double[] mean, double[] spread) {
    static Standardisation learn(double[][] rows) {
      int width = rows[0].length;
      double[] mean = new double[width];
      double[] spread = new double[width];
      for (int j = 0; j < width; j++) {
        double sum = 0;
        double squares = 0;
        for (double[] row : rows) {
          sum += row[j];
        }
        mean[j] = sum / rows.length;
        for (double[] row : rows) {
          squares += (row[j] - mean[j]) * (row[j] - mean[j]);
        }
        spread[j] = Math.max(1e-9, Math.sqrt(squares / rows.length));
      }
      return new Standardisation(mean, spread);
    }

    double[] apply(double[] row) {
      double[] scaled = new double[row.length];
      for (int j = 0; j < row.length; j++) {
        scaled[j] = Math.clamp((row[j] - mean[j]) / spread[j], -8, 8);
      }
      return scaled;
    }
  }
}
