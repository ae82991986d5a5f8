package org.feewise.analytics.risk.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.feewise.analytics.risk.peers.XgboostPeer;
import org.feewise.models.risk.RiskTrainer;
import org.feewise.models.risk.measures.Predictions;
import org.feewise.models.risk.trees.CompiledTrees;

/** Measures how long trees take to grow and how good they are, beside XGBoost on the same rows. */
public final class TrainBench {
  private static final int DEPTH = 6;
  private static final double SHRINKAGE = 0.05;
  private static final double SAMPLE = 0.6;
  private static final long SEED = 7;

  private final Request request;
  private final DrawnTable seen;
  private final DrawnTable unseen;
  private final int threads = Runtime.getRuntime().availableProcessors();
  private CompiledTrees ours;
  private XgboostPeer peer;

  /**
   * What to measure.
   *
   * @param trees how many are grown
   * @param rows rows they are grown on
   * @param testRows rows drawn like those, on which both are judged
   * @param rounds how often; the fastest counts
   */
  public record Request(int trees, int rows, int testRows, int rounds) {
    public Request {
      if (trees < 1 || rows < 100 || testRows < 100 || rounds < 1) {
        throw new IllegalArgumentException(
            ("%d trees grown on %d rows, judged on %d, in %d rounds:"
                    + " at least 1 tree, 100 rows each, 1 round")
                .formatted(trees, rows, testRows, rounds));
      }
    }
  }

  private TrainBench(Request request) {
    DrawnTable table = DrawnTable.draw(request.rows() + request.testRows(), SEED);
    this.request = request;
    this.seen = table.part(0, request.rows());
    this.unseen = table.part(request.rows(), table.size());
  }

  /**
   * Grows the same number of trees of the same depth and weight in both ways, in turn, after a
   * round that is not timed.
   *
   * @param log told what is going on
   * @return {@code ratio} is XGBoost's time over ours, the making of its matrix counted; {@code
   *     auc} and {@code xgboostAuc} are those on rows that neither saw
   */
  public static Map<String, Object> run(Request request, Consumer<String> log) {
    try {
      return new TrainBench(request).run(log);
    } catch (XGBoostError e) {
      throw new IllegalStateException("xgboost failed: " + e.getMessage(), e);
    }
  }

  private Map<String, Object> run(Consumer<String> log) throws XGBoostError {
    Rounds<XGBoostError> rounds = Rounds.byTheClock();
    var own = rounds.enter("rows that our trees grew on", request.rows(), this::grow);
    var xgboost = rounds.enter("rows that XGBoost's trees grew on", request.rows(), this::xgboost);
    rounds.run(1, request.rounds(), log);

    double[] sums = new double[unseen.size()];
    ours.sums(unseen.rows(), sums);
    double[] byPeer = peer.predict(unseen.rows());
    peer.close();
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("bench", "train");
    metrics.put("threads", threads);
    metrics.put("trees", request.trees());
    metrics.put("depth", DEPTH);
    metrics.put("shrinkage", SHRINKAGE);
    metrics.put("features", DrawnTable.FEATURES);
    metrics.put("rows", seen.size());
    metrics.put("testRows", unseen.size());
    metrics.put("seconds", own.seconds());
    metrics.put("peer", "XGBoost4j");
    metrics.put("xgboostSeconds", xgboost.seconds());
    metrics.put("auc", auc(sums));
    metrics.put("xgboostAuc", auc(byPeer));
    metrics.put("ratio", xgboost.seconds() / own.seconds());
    return metrics;
  }

  private void grow() {
    ours = RiskTrainer.grow(seen.rows(), seen.late(), DEPTH, SHRINKAGE, request.trees(), SEED);
  }

  private void xgboost() throws XGBoostError {
    if (peer != null) {
      peer.close();
    }
    peer =
        XgboostPeer.train(
            seen.rows(),
            seen.late(),
            new XgboostPeer.Shape(request.trees(), DEPTH, SHRINKAGE, SAMPLE),
            threads,
            SEED);
  }

  private double auc(double[] scores) {
    return new Predictions(scores, unseen.late()).auc();
  }
}
