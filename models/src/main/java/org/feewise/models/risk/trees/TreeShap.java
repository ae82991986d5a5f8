package org.feewise.models.risk.trees;

import java.io.Serializable;

/**
 * Shapley values of a row over flattened trees, path dependent: how much each feature moved the sum
 * away from its mean over the training rows.
 *
 * <p>The values of Lundberg, Erion, Lee: Consistent Individualized Feature Attribution for Tree
 * Ensembles (2018), algorithm 2, with the sets of known features summed as a polynomial, as in Yu,
 * Xu, Bifet, Read: Linear TreeShap (2022).
 */
public final class TreeShap implements Serializable {
  private final CompiledTrees trees;
  private final int features;
  private final double[][] weights;

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
    this.weights = ShapPath.weights(trees.depth());
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
    ShapPath path = new ShapPath(row, values, weights);
    for (int root : trees.roots()) {
      path.explain(trees, root);
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
}
