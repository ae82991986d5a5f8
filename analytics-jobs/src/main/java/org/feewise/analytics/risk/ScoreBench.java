package org.feewise.analytics.risk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.feewise.models.risk.trees.CompiledTrees;
import org.feewise.models.risk.trees.SmileTrees;
import smile.classification.GradientTreeBoost;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.vector.IntVector;
import smile.math.MathEx;

/** Measures the compiled trees beside the two libraries that can grow them, each on one core. */
public final class ScoreBench {
  private static final int FEATURES = 20;
  private static final int DEPTH = 6;
  private static final double SHRINKAGE = 0.05;
  private static final int ROUNDS = 5;
  private static final long SEED = 7;

  private final Request request;
  private final Consumer<String> log;
  private final double[][] rows;
  private final int[] late;

  /**
   * What to measure.
   *
   * @param trees how many make up the model
   * @param trainingRows rows they are grown on
   * @param rows rows that are scored in each round
   */
  public record Request(int trees, int trainingRows, int rows) {
    public Request {
      if (trees < 1 || trainingRows < 100 || rows < trainingRows) {
        throw new IllegalArgumentException(
            "%d trees grown on %d rows to score %d: at least 1 tree, 100 rows, and no fewer to score"
                .formatted(trees, trainingRows, rows));
      }
    }
  }

  /** One way of scoring every row; element i of the answer is the probability of row i. */
  private interface Scorer {
    double[] score() throws XGBoostError;
  }

  /** The best round of one way, and what it said. */
  private record Timed(double seconds, double[] probability) {}

  private ScoreBench(Request request, Consumer<String> log) {
    this.request = request;
    this.log = log;
    this.rows = new double[request.rows()][FEATURES];
    this.late = new int[request.rows()];
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < rows.length; i++) {
      Arrays.setAll(rows[i], _ -> random.nextDouble());
      double logOdds = 4 * rows[i][0] + 3 * rows[i][1] * rows[i][2] - 2 * rows[i][3] - 3;
      late[i] = random.nextDouble() < probability(logOdds) ? 1 : 0;
    }
  }

  /**
   * Grows a model and scores the same rows in each way, the best of five rounds.
   *
   * @param log told what is going on
   * @return {@code ratio} is our scores a second over those of Smile's own {@code predict} with the
   *     very same trees, {@code ratioToXgboost} over those of XGBoost's batch with as many trees of
   *     the same depth, the making of its matrix counted
   */
  public static Map<String, Object> run(Request request, Consumer<String> log) {
    try {
      return new ScoreBench(request, log).run();
    } catch (XGBoostError e) {
      throw new IllegalStateException("xgboost failed: " + e.getMessage(), e);
    }
  }

  private Map<String, Object> run() throws XGBoostError {
    log.accept("growing %d trees on %d rows".formatted(request.trees(), request.trainingRows()));
    DataFrame frame = frame();
    MathEx.setSeed(SEED);
    GradientTreeBoost smile =
        GradientTreeBoost.fit(
            Formula.lhs("late"),
            frame.slice(0, request.trainingRows()),
            new GradientTreeBoost.Options(
                request.trees(), DEPTH, 1 << DEPTH, 20, SHRINKAGE, 0.6, null, null));
    CompiledTrees compiled =
        SmileTrees.ofClassifier(smile, SHRINKAGE, request.trees(), frame.get(0));
    Timed ours = timed("compiled trees", () -> compiled(compiled));
    Timed bySmile = timed("Smile", () -> smile(smile, frame));
    Timed byXgboost = timed("XGBoost", xgboost());

    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("bench", "score");
    metrics.put("trees", request.trees());
    metrics.put("features", FEATURES);
    metrics.put("rows", rows.length);
    metrics.put("scoresPerSecond", perSecond(ours));
    metrics.put("peer", "Smile predict");
    metrics.put("smileScoresPerSecond", perSecond(bySmile));
    metrics.put("xgboostScoresPerSecond", perSecond(byXgboost));
    metrics.put("largestDifferenceToSmile", largestDifference(ours, bySmile));
    metrics.put("ratio", bySmile.seconds() / ours.seconds());
    metrics.put("ratioToXgboost", byXgboost.seconds() / ours.seconds());
    return metrics;
  }

  private DataFrame frame() {
    String[] names = IntStream.range(0, FEATURES).mapToObj(i -> "x" + i).toArray(String[]::new);
    return DataFrame.of(rows, names).add(new IntVector("late", late));
  }

  private double[] compiled(CompiledTrees trees) {
    double[] scores = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      scores[i] = probability(trees.sum(rows[i]));
    }
    return scores;
  }

  private double[] smile(GradientTreeBoost model, DataFrame frame) {
    double[] scores = new double[rows.length];
    double[] posteriori = new double[2];
    for (int i = 0; i < rows.length; i++) {
      Tuple row = frame.get(i);
      model.predict(row, posteriori);
      scores[i] = posteriori[1];
    }
    return scores;
  }

  private Scorer xgboost() throws XGBoostError {
    DMatrix seen = matrix(request.trainingRows());
    float[] labels = new float[request.trainingRows()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = late[i];
    }
    seen.setLabel(labels);
    Map<String, Object> settings =
        Map.of(
            "objective",
            "binary:logistic",
            "max_depth",
            DEPTH,
            "eta",
            SHRINKAGE,
            "nthread",
            1,
            "verbosity",
            0);
    Booster booster = XGBoost.train(seen, settings, request.trees(), Map.of(), null, null);
    return () -> xgboost(booster);
  }

  /** With a matrix of its own each time: XGBoost remembers what it said of one it has seen. */
  private double[] xgboost(Booster booster) throws XGBoostError {
    DMatrix all = matrix(rows.length);
    try {
      return Arrays.stream(booster.predict(all)).mapToDouble(score -> score[0]).toArray();
    } finally {
      all.dispose();
    }
  }

  private DMatrix matrix(int count) throws XGBoostError {
    float[] flat = new float[count * FEATURES];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = (float) rows[i / FEATURES][i % FEATURES];
    }
    return new DMatrix(flat, count, FEATURES, Float.NaN);
  }

  private Timed timed(String name, Scorer scorer) throws XGBoostError {
    double[] scores = scorer.score();
    double best = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      scores = scorer.score();
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    log.accept("%s: %,.0f scores a second".formatted(name, rows.length / best));
    return new Timed(best, scores);
  }

  private double perSecond(Timed timed) {
    return Math.rint(rows.length / timed.seconds());
  }

  private static double largestDifference(Timed one, Timed other) {
    return IntStream.range(0, one.probability().length)
        .mapToDouble(i -> Math.abs(one.probability()[i] - other.probability()[i]))
        .max()
        .orElseThrow();
  }

  private static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
