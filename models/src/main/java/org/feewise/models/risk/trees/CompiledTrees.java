package org.feewise.models.risk.trees;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.util.List;

/**
 * A sum of regression trees flattened into arrays and evaluated without allocation.
 *
 * <p>Nodes of a tree lie in preorder: where {@code value <= threshold} the next node follows, else
 * the one at {@code otherwise}; a missing value (NaN) is above every threshold. A leaf has feature
 * -1 and its contribution in {@code threshold}. This is what is stored and explained; scores come
 * from {@link PaddedTrees}, which is derived of it and never stored.
 */
@JsonAutoDetect(
    fieldVisibility = Visibility.ANY,
    getterVisibility = Visibility.NONE,
    isGetterVisibility = Visibility.NONE)
public final class CompiledTrees implements Serializable {

  private static final int LEAF = -1;

  private final double base;
  private final int[] roots;
  private final int[] feature;
  private final double[] threshold;
  private final int[] otherwise;
  private final double[] cover;
  private final transient PaddedTrees padded;
  private final transient RankedTrees ranked;

  /**
   * Takes the arrays as they are; nobody may change them afterwards.
   *
   * @param base what the sum starts from
   * @param roots index of each tree's first node
   * @param feature index of the split feature, -1 in a leaf
   * @param threshold split value, or a leaf's contribution
   * @param otherwise index of the node for a value above the threshold, 0 in a leaf
   * @param cover training rows that reached the node
   * @throws IllegalArgumentException when a branch leads nowhere
   */
  @JsonCreator
  public CompiledTrees(
      @JsonProperty("base") double base,
      @JsonProperty("roots") int[] roots,
      @JsonProperty("feature") int[] feature,
      @JsonProperty("threshold") double[] threshold,
      @JsonProperty("otherwise") int[] otherwise,
      @JsonProperty("cover") double[] cover) {
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
    this.base = base;
    this.roots = roots;
    this.feature = feature;
    this.threshold = threshold;
    this.otherwise = otherwise;
    this.cover = cover;
    this.padded = new PaddedTrees(this);
    this.ranked = RankedTrees.suits(padded) ? RankedTrees.of(this, padded) : null;
  }

  /** No trees at all: the sum is the same for every row. */
  public static CompiledTrees constant(double base) {
    return new CompiledTrees(
        base, new int[0], new int[0], new double[0], new int[0], new double[0]);
  }

  private Object readResolve() {
    return new CompiledTrees(base, roots, feature, threshold, otherwise, cover);
  }

  /** The base plus every tree's contribution for one row of values. */
  public double sum(double[] row) {
    return padded.sum(row);
  }

  /**
   * The sums of many rows, each to the bit what {@link #sum} gives, several times as fast.
   *
   * @param out receives the sum of row i at i; it is at least as long as {@code rows}
   */
  public void sums(double[][] rows, double[] out) {
    if (out.length < rows.length) {
      throw new IllegalArgumentException(
          "room for " + out.length + " sums of " + rows.length + " rows");
    }
    if (ranked != null) {
      ranked.sums(rows, out);
      return;
    }
    for (int i = 0; i < rows.length; i++) {
      out[i] = padded.sum(rows[i]);
    }
  }

  /** The sum after each tree: element t uses the trees 0 to t. */
  public double[] staged(double[] row) {
    double[] stages = new double[roots.length];
    double sum = base;
    for (int tree = 0; tree < roots.length; tree++) {
      sum += walked(tree, row);
      stages[tree] = sum;
    }
    return stages;
  }

  /** The contribution of one tree, found node by node. */
  double walked(int tree, double[] row) {
    int node = roots[tree];
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

  /** Splits on the longest way down from a node, 0 of a leaf. */
  int depth(int node) {
    return isLeaf(node) ? 0 : 1 + Math.max(depth(node + 1), depth(otherwise[node]));
  }

  /** Splits on the longest way down any tree. */
  public int depth() {
    int deepest = 0;
    for (int root : roots) {
      deepest = Math.max(deepest, depth(root));
    }
    return deepest;
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

  public double base() {
    return base;
  }

  public int[] roots() {
    return roots;
  }

  public int[] feature() {
    return feature;
  }

  public double[] threshold() {
    return threshold;
  }

  public int[] otherwise() {
    return otherwise;
  }

  public double[] cover() {
    return cover;
  }
}
