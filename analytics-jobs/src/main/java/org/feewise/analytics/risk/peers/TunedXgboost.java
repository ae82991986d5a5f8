package org.feewise.analytics.risk.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.feewise.models.risk.Folds;
import org.feewise.models.risk.NumericView;
import org.feewise.models.risk.TrainingSet;
import org.feewise.models.risk.features.FeatureRow;

/**
 * XGBoost as somebody who knows it would use it: settings drawn at random, each judged by log loss
 * on the folds that the product's own search uses, with early stopping, then grown on every row.
 *
 * <p>Bergstra and Bengio, Random Search for Hyper-Parameter Optimization (2012). Half of the draws
 * see the product's columns as they are, half of them one more column for each common category.
 */
final class TunedXgboost {
  private static final int MOST_ROUNDS = 600;
  private static final int PATIENCE = 40;

  private final TrainingSet training;
  private final Predicate<String> wanted;
  private final List<Folds> folds;

  TunedXgboost(TrainingSet training, Predicate<String> wanted, long seed) {
    this.training = training;
    this.wanted = wanted;
    this.folds = Folds.of(training.size(), training.temporal(), seed);
  }

  /** Settings and what they lost on the rows held back, over the rounds that lost least. */
  private record Draw(Map<String, Object> settings, boolean spread, int rounds, double logLoss) {
    Draw better(Draw other) {
      return other.logLoss() < logLoss ? other : this;
    }
  }

  /** The two sides of one fold. */
  private record Sides(DMatrix seen, DMatrix held, int heldRows) {}

  /** Probabilities of other rows, after that many draws. */
  double[] probabilities(FeatureRow[] test, int draws, long seed) throws XGBoostError {
    SplittableRandom random = new SplittableRandom(seed);
    Draw best = null;
    for (boolean spread : new boolean[] {false, true}) {
      List<Sides> sides = sides(spread);
      for (int i = spread ? 1 : 0; i < draws; i += 2) {
        Draw draw = judged(settings(random), spread, sides);
        best = best == null ? draw : best.better(draw);
      }
      for (Sides side : sides) {
        side.seen().dispose();
        side.held().dispose();
      }
    }
    SpreadCategories columns = new SpreadCategories(training, wanted, best.spread());
    DMatrix all = XgboostPeer.labelled(columns.training(), training.late());
    DMatrix asked = XgboostPeer.matrix(columns.encoded(test));
    try {
      Booster booster = XGBoost.train(all, best.settings(), best.rounds(), Map.of(), null, null);
      return XgboostPeer.first(booster.predict(asked));
    } finally {
      all.dispose();
      asked.dispose();
    }
  }

  private List<Sides> sides(boolean spread) throws XGBoostError {
    List<Sides> sides = new ArrayList<>();
    for (Folds fold : folds) {
      TrainingSet seen = training.subset(fold.training());
      TrainingSet held = training.subset(fold.held());
      SpreadCategories columns = new SpreadCategories(seen, wanted, spread);
      sides.add(
          new Sides(
              XgboostPeer.labelled(columns.training(), seen.late()),
              XgboostPeer.labelled(columns.encoded(held.rows()), held.late()),
              held.size()));
    }
    return sides;
  }

  private static Map<String, Object> settings(SplittableRandom random) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("objective", "binary:logistic");
    settings.put("eval_metric", "logloss");
    settings.put("tree_method", "hist");
    settings.put("verbosity", 0);
    settings.put("seed", random.nextInt(1 << 30));
    settings.put("nthread", Runtime.getRuntime().availableProcessors());
    settings.put("max_depth", random.nextInt(2, 9));
    settings.put("eta", between(0.02, 0.2, random));
    settings.put("subsample", random.nextDouble(0.5, 1));
    settings.put("colsample_bytree", random.nextDouble(0.3, 1));
    settings.put("min_child_weight", between(1, 20, random));
    settings.put("lambda", between(0.3, 10, random));
    settings.put("gamma", random.nextBoolean() ? 0 : random.nextDouble());
    return settings;
  }

  /** Drawn so that each doubling is as likely as another. */
  private static double between(double least, double most, SplittableRandom random) {
    return least * Math.pow(most / least, random.nextDouble());
  }

  private Draw judged(Map<String, Object> settings, boolean spread, List<Sides> sides)
      throws XGBoostError {
    List<Booster> boosters = new ArrayList<>();
    for (Sides side : sides) {
      boosters.add(XGBoost.train(side.seen(), settings, 0, Map.of(), null, null));
    }
    Draw best = new Draw(settings, spread, 0, Double.POSITIVE_INFINITY);
    for (int round = 0; round < MOST_ROUNDS && round - best.rounds() < PATIENCE; round++) {
      double sum = 0;
      int rows = 0;
      for (int fold = 0; fold < sides.size(); fold++) {
        Sides side = sides.get(fold);
        boosters.get(fold).update(side.seen(), round);
        float[] loss = new float[1];
        boosters.get(fold).evalSet(new DMatrix[] {side.held()}, new String[] {"held"}, round, loss);
        sum += loss[0] * side.heldRows();
        rows += side.heldRows();
      }
      best = best.better(new Draw(settings, spread, round + 1, sum / rows));
    }
    boosters.forEach(Booster::dispose);
    return best;
  }

  /** The product's columns, and where wanted one more for each category that is not rare. */
  private static final class SpreadCategories {
    private static final int MOST_CATEGORIES = 40;
    private final NumericView view;
    private final TrainingSet training;
    private final List<List<String>> categories = new ArrayList<>();

    SpreadCategories(TrainingSet training, Predicate<String> wanted, boolean spread) {
      this.training = training;
      this.view = NumericView.learn(training, wanted);
      for (int c = 0; spread && c < training.schema().categories().size(); c++) {
        int column = c;
        List<String> values =
            Arrays.stream(training.rows())
                .map(row -> String.valueOf(row.categories()[column]))
                .distinct()
                .sorted()
                .toList();
        boolean few = values.size() > 1 && values.size() <= MOST_CATEGORIES;
        categories.add(few ? values : List.of());
      }
    }

    double[][] training() {
      double[][] columns = view.training();
      double[][] rows = new double[columns.length][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = spread(columns[i], training.rows()[i]);
      }
      return rows;
    }

    double[][] encoded(FeatureRow[] rows) {
      return Arrays.stream(rows).map(row -> spread(view.encode(row), row)).toArray(double[][]::new);
    }

    private double[] spread(double[] columns, FeatureRow row) {
      int width = columns.length;
      double[] all = Arrays.copyOf(columns, width + categories.stream().mapToInt(List::size).sum());
      for (int c = 0; c < categories.size(); c++) {
        int value = categories.get(c).indexOf(String.valueOf(row.categories()[c]));
        if (value >= 0) {
          all[width + value] = 1;
        }
        width += categories.get(c).size();
      }
      return all;
    }
  }
}
