package org.feewise.models.risk.trees;

import java.io.Serializable;

/**
 * Shapley values of a row over flattened trees, path dependent: how much each feature moved the sum
 * away from its mean over the training rows.
 *
 * <p>Lundberg, Erion, Lee: Consistent Individualized Feature Attribution for Tree Ensembles (2018),
 * algorithm 2.
 */
public final class TreeShap implements Serializable {
  private final CompiledTrees trees;
  private final int features;

  /**
   * Prepares to explain rows.
   *
   * @param features length of the rows to explain
   */
  public TreeShap(CompiledTrees trees, int features) {
    if (trees.highestFeature() >= features) {
      throw new IllegalArgumentException("features " + features + " are fewer than the trees use");
    }
    this.trees = trees;
    this.features = features;
  }

  /** The mean of the sum over the training rows: what the values are counted from. */
  public double expected() {
    double sum = trees.base();
    for (int root : trees.roots()) {
      sum += mean(root);
    }
    return sum;
  }

  /** One value a feature; together with {@link #expected} they make the row's sum. */
  public double[] explain(double[] row) {
    double[] values = new double[features];
    for (int root : trees.roots()) {
      walk(row, root, ShapPath.EMPTY, 1, 1, -1, values);
    }
    return values;
  }

  private double mean(int node) {
    if (trees.isLeaf(node)) {
      return trees.threshold()[node];
    }
    int yes = node + 1;
    int no = trees.otherwise()[node];
    double yesCover = trees.cover()[yes];
    double noCover = trees.cover()[no];
    return (yesCover * mean(yes) + noCover * mean(no)) / (yesCover + noCover);
  }

  private void walk(
      double[] row,
      int node,
      ShapPath above,
      double zeroShare,
      double oneShare,
      int viaFeature,
      double[] values) {
    ShapPath path = above.extended(zeroShare, oneShare, viaFeature);
    if (trees.isLeaf(node)) {
      path.distribute(trees.threshold()[node], values);
      return;
    }
    int split = trees.feature()[node];
    int yes = node + 1;
    int no = trees.otherwise()[node];
    boolean takesYes = row[split] <= trees.threshold()[node];
    int hot = takesYes ? yes : no;
    int cold = takesYes ? no : yes;
    double zeroBefore = 1;
    double oneBefore = 1;
    int earlier = path.indexOf(split);
    if (earlier > 0) {
      zeroBefore = path.zero(earlier);
      oneBefore = path.one(earlier);
      path = path.unwound(earlier);
    }
    double rows = trees.cover()[yes] + trees.cover()[no];
    double hotShare = zeroBefore * trees.cover()[hot] / rows;
    double coldShare = zeroBefore * trees.cover()[cold] / rows;
    walk(row, hot, path, hotShare, oneBefore, split, values);
    walk(row, cold, path, coldShare, 0, split, values);
  }
}
