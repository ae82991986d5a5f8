package org.feewise.analytics.risk.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.feewise.analytics.risk.peers.XgboostPeer;
import org.feewise.models.risk.trees.CompiledTrees;
import org.feewise.models.risk.trees.SmileTrees;
import org.feewise.models.risk.trees.TreeShap;
import smile.classification.GradientTreeBoost;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.IntVector;
import smile.math.MathEx;

/** Measures the compiled trees beside the two libraries that can grow them. */
public final class ScoreBench {
  private static final int DEPTH = 6;
  private static final double SHRINKAGE = 0.05;
  private static final double SAMPLE = 0.6;
  private static final int WARM_UP = 3;
  private static final int MOST_EXPLAINED = 500;
  private static final long SEED = 7;

  private final Request request;
  private final Consumer<String> log;
  private final DrawnTable table;
  private final double[][] rows;

  /**
   * What to measure.
   *
   * @param trees how many make up the model
   * @param trainingRows rows they are grown on
   * @param rows rows that are scored in each round
   * @param rounds how often; the fastest counts
   */
  public record Request(int trees, int trainingRows, int rows, int rounds) {
    public Request {
      if (trees < 1 || trainingRows < 100 || rows < trainingRows || rounds < 1) {
        throw new IllegalArgumentException(
            ("%d trees grown on %d rows to score %d in %d rounds:"
                    + " at least 1 tree, 100 rows, no fewer to score, 1 round")
                .formatted(trees, trainingRows, rows, rounds));
      }
    }
  }

  private ScoreBench(Request request, Consumer<String> log) {
    this.request = request;
    this.log = log;
    this.table = DrawnTable.draw(request.rows(), SEED);
    this.rows = table.rows();
  }

  /**
   * Grows a model and scores the same rows in each way, on one thread.
   *
   * @param log told what is going on
   * @return {@code ratio} is our scores a second over those of Smile's own {@code predict} with the
   *     very same trees, {@code ratioToXgboost} over those of XGBoost's batch with as many trees of
   *     the same depth, in whichever of its three ways is fastest
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
    GradientTreeBoost smile = grown(frame);
    CompiledTrees compiled =
        SmileTrees.ofClassifier(smile, SHRINKAGE, request.trees(), frame.get(0));
    XgboostPeer.Shape shape = new XgboostPeer.Shape(request.trees(), DEPTH, SHRINKAGE, SAMPLE);
    DrawnTable seen = table.part(0, request.trainingRows());
    try (XgboostPeer xgboost = XgboostPeer.train(seen.rows(), seen.late(), shape, 1, SEED)) {
      return measured(compiled, smile, frame, xgboost);
    }
  }

  private DataFrame frame() {
    String[] names =
        IntStream.range(0, DrawnTable.FEATURES).mapToObj(i -> "x" + i).toArray(String[]::new);
    int[] late = IntStream.range(0, rows.length).map(i -> table.late()[i] ? 1 : 0).toArray();
    return DataFrame.of(rows, names).add(new IntVector("late", late));
  }

  /** Smile counts the levels of nodes, leaves included: one more than those of splits. */
  private GradientTreeBoost grown(DataFrame frame) {
    MathEx.setSeed(SEED);
    return GradientTreeBoost.fit(
        Formula.lhs("late"),
        frame.slice(0, request.trainingRows()),
        new GradientTreeBoost.Options(
            request.trees(), DEPTH + 1, 1 << DEPTH, 20, SHRINKAGE, SAMPLE, null, null));
  }

  private Map<String, Object> measured(
      CompiledTrees compiled, GradientTreeBoost smile, DataFrame frame, XgboostPeer xgboost)
      throws XGBoostError {
    double[] ours = new double[rows.length];
    double[] alone = new double[rows.length];
    double[] bySmile = new double[rows.length];
    float[] flat = XgboostPeer.flat(rows);
    double[][] explained = Arrays.copyOf(rows, Math.min(rows.length, MOST_EXPLAINED));
    TreeShap shap = new TreeShap(compiled, DrawnTable.FEATURES);

    Rounds<XGBoostError> rounds = Rounds.byProcessorTime();
    var batch = rounds.enter("compiled trees, all rows", rows.length, () -> batch(compiled, ours));
    var single =
        rounds.enter("compiled trees, row by row", rows.length, () -> single(compiled, alone));
    var smiles = rounds.enter("Smile", rows.length, () -> smile(smile, frame, bySmile));
    var counted = rounds.enter("XGBoost, matrix made", rows.length, () -> xgboost.predict(rows));
    var ready = rounds.enter("XGBoost, matrix at hand", rows.length, new Ready(xgboost, rows));
    var inPlace =
        rounds.enter(
            "XGBoost, in place",
            rows.length,
            () -> xgboost.predictInPlace(flat, DrawnTable.FEATURES));
    var reasons = rounds.enter("explanations", explained.length, () -> explain(shap, explained));
    rounds.run(WARM_UP, request.rounds(), log);

    double fastestXgboost =
        DoubleStream.of(counted.seconds(), ready.seconds(), inPlace.seconds()).min().orElseThrow();
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("bench", "score");
    metrics.put("cores", Runtime.getRuntime().availableProcessors());
    metrics.put("trees", request.trees());
    metrics.put("depth", compiled.depth());
    metrics.put("leaves", IntStream.of(compiled.feature()).filter(split -> split < 0).count());
    metrics.put("xgboostLeaves", xgboost.leaves());
    metrics.put("features", DrawnTable.FEATURES);
    metrics.put("rows", rows.length);
    metrics.put("scoresPerSecond", Math.rint(batch.perSecond()));
    metrics.put("singleScoresPerSecond", Math.rint(single.perSecond()));
    metrics.put("peer", "Smile predict");
    metrics.put("smileScoresPerSecond", Math.rint(smiles.perSecond()));
    metrics.put("xgboostMatrixMadeScoresPerSecond", Math.rint(counted.perSecond()));
    metrics.put("xgboostMatrixAtHandScoresPerSecond", Math.rint(ready.perSecond()));
    metrics.put("xgboostInPlaceScoresPerSecond", Math.rint(inPlace.perSecond()));
    metrics.put("explanationsPerSecond", Math.rint(reasons.perSecond()));
    metrics.put(
        "largestDifferenceToSmile",
        Math.max(largestDifference(ours, bySmile), largestDifference(alone, bySmile)));
    metrics.put("ratio", smiles.seconds() / batch.seconds());
    metrics.put("singleRatio", smiles.seconds() / single.seconds());
    metrics.put("ratioToXgboost", fastestXgboost / batch.seconds());
    return metrics;
  }

  private void batch(CompiledTrees trees, double[] scores) {
    trees.sums(rows, scores);
    for (int i = 0; i < scores.length; i++) {
      scores[i] = DrawnTable.probability(scores[i]);
    }
  }

  private void single(CompiledTrees trees, double[] scores) {
    for (int i = 0; i < scores.length; i++) {
      scores[i] = DrawnTable.probability(trees.sum(rows[i]));
    }
  }

  private static void smile(GradientTreeBoost model, DataFrame frame, double[] scores) {
    double[] posteriori = new double[2];
    for (int i = 0; i < scores.length; i++) {
      model.predict(frame.get(i), posteriori);
      scores[i] = posteriori[1];
    }
  }

  private static void explain(TreeShap shap, double[][] explained) {
    for (double[] row : explained) {
      shap.explain(row);
    }
  }

  /** XGBoost with a matrix made beforehand, a new one each time: of an old one it remembers all. */
  private static final class Ready implements Rounds.Work<XGBoostError> {
    private final XgboostPeer xgboost;
    private final double[][] rows;
    private DMatrix matrix;

    private Ready(XgboostPeer xgboost, double[][] rows) {
      this.xgboost = xgboost;
      this.rows = rows;
    }

    @Override
    public void prepare() throws XGBoostError {
      matrix = XgboostPeer.matrix(rows);
    }

    @Override
    public void run() throws XGBoostError {
      xgboost.predict(matrix);
    }

    @Override
    public void finish() {
      matrix.dispose();
    }
  }

  private static double largestDifference(double[] one, double[] other) {
    return IntStream.range(0, one.length)
        .mapToDouble(i -> Math.abs(one[i] - other[i]))
        .max()
        .orElseThrow();
  }
}
