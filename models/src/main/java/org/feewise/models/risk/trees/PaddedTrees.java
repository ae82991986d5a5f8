package org.feewise.models.risk.trees;

import java.util.Arrays;

/**
 * Trees padded to complete binary trees, so that the way down needs no branch: below the node j of
 * a tree that begins at 0 stand 2j + 1 and 2j + 2, and which of them is next is the sign of {@code
 * threshold - value}.
 *
 * <p>The sign is right for every finite threshold other than -0 (made 0 here) and every value but
 * NaN: a difference of unequal numbers is never 0 (underflow is gradual), one of equal numbers is
 * +0, and overflow and infinite values keep the sign. NaN is read as +infinity, which lies above
 * every threshold, too. A tree with another threshold, or deeper than {@value #DEEPEST}, is walked.
 *
 * <p>Contributions are added tree after tree, as a walk would.
 */
final class PaddedTrees {
  static final int DEEPEST = 8;

  /** Rows scored together: with 20 features they fill 20 KiB, and a tree of depth 6 another 1. */
  private static final int BLOCK = 128;

  private static final int WALKED = -1;

  private final CompiledTrees trees;
  private final int width;
  private final int[] depth;
  private final int[] firstNode;
  private final int[] firstLeaf;
  private final int[] feature;
  private final double[] threshold;
  private final double[] leaf;

  PaddedTrees(CompiledTrees trees) {
    this.trees = trees;
    this.width = trees.highestFeature() + 1;
    int count = trees.trees();
    this.depth = new int[count];
    this.firstNode = new int[count];
    this.firstLeaf = new int[count];
    int nodes = 0;
    int leaves = 0;
    for (int tree = 0; tree < count; tree++) {
      int root = trees.roots()[tree];
      int levels = trees.depth(root);
      depth[tree] = levels <= DEEPEST && isFinite(root) ? levels : WALKED;
      firstNode[tree] = nodes;
      firstLeaf[tree] = leaves;
      if (depth[tree] != WALKED) {
        nodes += (1 << levels) - 1;
        leaves += 1 << levels;
      }
    }
    this.feature = new int[nodes];
    this.threshold = new double[nodes];
    this.leaf = new double[leaves];
    for (int tree = 0; tree < count; tree++) {
      if (depth[tree] != WALKED) {
        pad(tree, trees.roots()[tree], 0, 0);
      }
    }
  }

  private boolean isFinite(int node) {
    return trees.isLeaf(node)
        || (Double.isFinite(trees.threshold()[node])
            && isFinite(node + 1)
            && isFinite(trees.otherwise()[node]));
  }

  /** Copies what lies below a node; above the last level a leaf stands for both of its children. */
  private void pad(int tree, int node, int at, int level) {
    if (level == depth[tree]) {
      leaf[firstLeaf[tree] + at - innerNodes(tree)] = trees.threshold()[node];
      return;
    }
    boolean isLeaf = trees.isLeaf(node);
    if (!isLeaf) {
      feature[firstNode[tree] + at] = trees.feature()[node];
      threshold[firstNode[tree] + at] = trees.threshold()[node] + 0.0;
    }
    pad(tree, isLeaf ? node : node + 1, 2 * at + 1, level + 1);
    pad(tree, isLeaf ? node : trees.otherwise()[node], 2 * at + 2, level + 1);
  }

  private int innerNodes(int tree) {
    return (1 << depth[tree]) - 1;
  }

  /** 1 where the value is above the threshold, else 0. */
  private static int above(double threshold, double value) {
    return (int) (Double.doubleToRawLongBits(threshold - value) >>> 63);
  }

  /** The sum of one row: four trees at a time, so that the processor overlaps their ways down. */
  double sum(double[] row) {
    boolean gaps = hasGaps(row);
    double sum = trees.base();
    int tree = 0;
    while (tree < depth.length) {
      if (gaps || depth[tree] == WALKED) {
        sum += trees.walked(tree++, row);
      } else if (fourAlike(tree)) {
        sum = addFour(sum, tree, row);
        tree += 4;
      } else {
        sum += contribution(tree++, row);
      }
    }
    return sum;
  }

  private boolean hasGaps(double[] row) {
    for (int i = 0; i < width; i++) {
      if (Double.isNaN(row[i])) {
        return true;
      }
    }
    return false;
  }

  private boolean fourAlike(int tree) {
    return tree + 4 <= depth.length
        && depth[tree + 1] == depth[tree]
        && depth[tree + 2] == depth[tree]
        && depth[tree + 3] == depth[tree];
  }

  private double contribution(int tree, double[] row) {
    int first = firstNode[tree];
    int node = first;
    for (int level = depth[tree]; level > 0; level--) {
      node = 2 * node + 1 - first + above(threshold[node], row[feature[node]]);
    }
    return leaf[firstLeaf[tree] + node - first - innerNodes(tree)];
  }

  private double addFour(double before, int tree, double[] row) {
    int stepA = 1 - firstNode[tree];
    int stepB = 1 - firstNode[tree + 1];
    int stepC = 1 - firstNode[tree + 2];
    int stepD = 1 - firstNode[tree + 3];
    int a = firstNode[tree];
    int b = firstNode[tree + 1];
    int c = firstNode[tree + 2];
    int d = firstNode[tree + 3];
    for (int level = depth[tree]; level > 0; level--) {
      a = 2 * a + stepA + above(threshold[a], row[feature[a]]);
      b = 2 * b + stepB + above(threshold[b], row[feature[b]]);
      c = 2 * c + stepC + above(threshold[c], row[feature[c]]);
      d = 2 * d + stepD + above(threshold[d], row[feature[d]]);
    }
    int beforeLeaves = innerNodes(tree) + 1;
    double sum = before + leaf[firstLeaf[tree] + a + stepA - beforeLeaves];
    sum += leaf[firstLeaf[tree + 1] + b + stepB - beforeLeaves];
    sum += leaf[firstLeaf[tree + 2] + c + stepC - beforeLeaves];
    return sum + leaf[firstLeaf[tree + 3] + d + stepD - beforeLeaves];
  }

  /** The sums of many rows: tree by tree over a block of them, level by level within a tree. */
  void sums(double[][] rows, double[] out) {
    int block = Math.min(BLOCK, rows.length);
    double[] values = new double[block * width];
    int[] node = new int[block];
    for (int from = 0; from < rows.length; from += BLOCK) {
      int count = Math.min(BLOCK, rows.length - from);
      for (int r = 0; r < count; r++) {
        copyWithoutGaps(rows[from + r], values, r * width);
      }
      Arrays.fill(out, from, from + count, trees.base());
      addTrees(rows, values, node, out, from, count);
    }
  }

  private void copyWithoutGaps(double[] row, double[] values, int at) {
    for (int i = 0; i < width; i++) {
      double value = row[i];
      values[at + i] = Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }
  }

  private void addTrees(
      double[][] rows, double[] values, int[] node, double[] out, int from, int count) {
    for (int tree = 0; tree < depth.length; tree++) {
      if (depth[tree] == WALKED) {
        for (int r = from; r < from + count; r++) {
          out[r] += trees.walked(tree, rows[r]);
        }
        continue;
      }
      int first = firstNode[tree];
      Arrays.fill(node, 0, count, first);
      for (int level = depth[tree]; level > 0; level--) {
        descend(values, node, count, 1 - first);
      }
      addLeaves(node, out, from, count, firstLeaf[tree] - first - innerNodes(tree));
    }
  }

  private void descend(double[] values, int[] node, int count, int step) {
    int[] splits = feature;
    double[] thresholds = threshold;
    for (int r = 0; r < count; r++) {
      int at = node[r];
      node[r] = 2 * at + step + above(thresholds[at], values[r * width + splits[at]]);
    }
  }

  private void addLeaves(int[] node, double[] out, int from, int count, int toLeaf) {
    double[] leaves = leaf;
    for (int r = 0; r < count; r++) {
      out[from + r] += leaves[toLeaf + node[r]];
    }
  }
}
