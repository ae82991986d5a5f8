package org.feewise.analytics.risk.peers;

import java.util.Arrays;
import java.util.function.Predicate;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.feewise.models.risk.LinearOdds;
import org.feewise.models.risk.NumericView;
import org.feewise.models.risk.TrainingSet;
import org.feewise.models.risk.features.FeatureRow;

/** Other learners on the same features, to compare with. */
public final class Peers {
  /** What XGBoost does when it is told nothing, in a hundred rounds. */
  private static final XgboostPeer.Shape XGBOOST_DEFAULTS = new XgboostPeer.Shape(100, 6, 0.3, 1);

  private final TrainingSet training;
  private final Predicate<String> wanted;
  private final NumericView view;

  /**
   * Prepares to learn from the same rows.
   *
   * @param wanted names of the features to use
   */
  public Peers(TrainingSet training, Predicate<String> wanted) {
    this.training = training;
    this.wanted = wanted;
    this.view = NumericView.learn(training, wanted);
  }

  /** Ridge logistic regression on standardised columns, medians in place of missing values. */
  public double[] logisticRegression(FeatureRow[] test) {
    double[][] columns =
        Arrays.stream(view.training()).map(view::withoutGaps).toArray(double[][]::new);
    LinearOdds line = LinearOdds.learn(columns, training.late());
    return Arrays.stream(test)
        .mapToDouble(row -> line.logOdds(view.withoutGaps(view.encode(row))))
        .map(logOdds -> 1 / (1 + Math.exp(-logOdds)))
        .toArray();
  }

  /** XGBoost as it comes: 100 trees of depth 6 at learning rate 0.3. */
  public double[] xgboost(FeatureRow[] test) {
    int threads = Runtime.getRuntime().availableProcessors();
    try (XgboostPeer peer =
        XgboostPeer.train(view.training(), training.late(), XGBOOST_DEFAULTS, threads, 0)) {
      return peer.predict(Arrays.stream(test).map(view::encode).toArray(double[][]::new));
    } catch (XGBoostError e) {
      throw new IllegalStateException("xgboost failed: " + e.getMessage(), e);
    }
  }

  /**
   * XGBoost with the best of some settings drawn at random, judged on rows held back.
   *
   * @param draws how many settings are tried
   */
  public double[] tunedXgboost(FeatureRow[] test, int draws, long seed) {
    try {
      return new TunedXgboost(training, wanted, seed).probabilities(test, draws, seed);
    } catch (XGBoostError e) {
      throw new IllegalStateException("xgboost failed: " + e.getMessage(), e);
    }
  }

  /** The payer's own late share before each bill; everybody's for a payer without any. */
  public static double[] pastLateShare(TrainingSet training, FeatureRow[] rows) {
    int column = training.schema().numbers().indexOf("payer_late_share");
    double everybody = (double) training.lateCount() / training.size();
    return Arrays.stream(rows)
        .mapToDouble(row -> row.numbers()[column])
        .map(share -> Double.isNaN(share) ? everybody : share)
        .toArray();
  }
}
