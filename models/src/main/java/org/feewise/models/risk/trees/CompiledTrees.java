package org.feewise.models.risk.trees;

import java.io.Serializable;
import java.util.List;

/**
 * A sum of regression trees flattened into arrays and evaluated without allocation.
 *
 * <p>Nodes of a tree lie in preorder: where {@code value <= threshold} the next node follows, else
 * the one at {@code otherwise}. A leaf has feature -1 and its contribution in {@code threshold}.
 *
 * @param base what the sum starts from
 * @param roots index of each tree's first node
 * @param feature index of the split feature, -1 in a leaf
 * @param threshold split value, or a leaf's contribution
 * @param otherwise index of the node for a value above the threshold, 0 in a leaf
 * @param cover training rows that reached the node
 */
public record CompiledTrees(
    double base, int[] roots, int[] feature, double[] threshold, int[] otherwise, double[] cover)
    implements Serializable {

  private static final int LEAF = -1;

  public CompiledTrees {
    int nodes = feature.length;
    if (threshold.length != nodes || otherwise.length != nodes || cover.length != nodes) {
      throw new IllegalArgumentException(
          "trees: "
              + nodes
              + " features but "
              + threshold.length
              + " thresholds, "
              + otherwise.length
              + " branches, "
              + cover.length
              + " covers");
    }
    for (int root : roots) {
      if (root < 0 || root >= nodes) {
        throw new IllegalArgumentException("trees: root " + root + " of " + nodes + " nodes");
      }
    }
    for (int node = 0; node < nodes; node++) {
      boolean leaf = feature[node] == LEAF;
      if (!leaf && (feature[node] < 0 || otherwise[node] <= node || otherwise[node] >= nodes)) {
        throw new IllegalArgumentException("trees: node " + node + " leads nowhere");
      }
    }
    if (nodes > 0 && feature[nodes - 1] != LEAF) {
      throw new IllegalArgumentException("trees: the last node is not a leaf");
    }
  }

  /** No trees at all: the sum is the same for every row. */
  public static CompiledTrees constant(double base) {
    return new CompiledTrees(
        base, new int[0], new int[0], new double[0], new int[0], new double[0]);
  }

  /** The base plus every tree's contribution for one row of values. */
  public double sum(double[] row) {
    double sum = base;
    for (int root : roots) {
      sum += leafOf(root, row);
    }
    return sum;
  }

  /** The sum after each tree: element t uses the trees 0 to t. */
  public double[] staged(double[] row) {
    double[] stages = new double[roots.length];
    double sum = base;
    for (int tree = 0; tree < roots.length; tree++) {
      sum += leafOf(roots[tree], row);
      stages[tree] = sum;
    }
    return stages;
  }

  private double leafOf(int root, double[] row) {
    int node = root;
    int split = feature[node];
    while (split != LEAF) {
      node = row[split] <= threshold[node] ? node + 1 : otherwise[node];
      split = feature[node];
    }
    return threshold[node];
  }

  boolean isLeaf(int node) {
    return feature[node] == LEAF;
  }

  public int trees() {
    return roots.length;
  }

  /** Highest index of a feature in use, -1 without any split. */
  public int highestFeature() {
    int highest = -1;
    for (int index : feature) {
      highest = Math.max(highest, index);
    }
    return highest;
  }

  /** The mean of several sums, as one. */
  public static CompiledTrees mean(List<CompiledTrees> members) {
    double weight = 1.0 / members.size();
    TreeAssembly assembly = new TreeAssembly();
    double base = 0;
    for (CompiledTrees member : members) {
      base += weight * member.base;
      assembly.append(member, weight);
    }
    return assembly.finish(base);
  }
}
