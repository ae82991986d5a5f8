package org.feewise.models.risk.trees;

/**
 * Trees padded to complete binary trees of at least three levels, so that the way down needs no
 * branch: below the node j of a tree that begins at 0 stand 2j + 1 and 2j + 2, and which of them is
 * next is the sign of {@code threshold - value}.
 *
 * <p>The sign is right for every finite threshold other than -0 (made 0 here) and every value but
 * NaN: a difference of unequal numbers is never 0 (underflow is gradual), one of equal numbers is
 * +0, and overflow and infinite values keep the sign. NaN may be read as +infinity, which lies
 * above every threshold, too. A tree with another threshold, without a split, or deeper than
 * {@value #DEEPEST}, is walked.
 *
 * <p>Contributions are added tree after tree, as a walk would.
 */
final class PaddedTrees {
  static final int DEEPEST = 8;
  private static final int FLATTEST = 3;
  private static final int WALKED = -1;

  final int width;
  final int[] depth;
  final int[] firstNode;
  final int[] feature;
  final double[] threshold;
  final double[] leaf;
  private final CompiledTrees trees;
  private final int[] firstLeaf;

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
      depth[tree] = paddedDepth(trees.roots()[tree]);
      firstNode[tree] = nodes;
      firstLeaf[tree] = leaves;
      nodes += isWalked(tree) ? 0 : innerNodes(tree);
      leaves += isWalked(tree) ? 0 : innerNodes(tree) + 1;
    }
    this.feature = new int[nodes];
    this.threshold = new double[nodes];
    this.leaf = new double[leaves];
    for (int tree = 0; tree < count; tree++) {
      if (!isWalked(tree)) {
        pad(tree, trees.roots()[tree], 0, 0);
      }
    }
  }

  private int paddedDepth(int root) {
    int levels = trees.depth(root);
    return levels == 0 || levels > DEEPEST || !isFinite(root) ? WALKED : Math.max(FLATTEST, levels);
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

  boolean isWalked(int tree) {
    return depth[tree] == WALKED;
  }

  /** What leads from where a way down ended, counted like nodes, to its leaf. */
  int toLeaf(int tree) {
    return firstLeaf[tree] - firstNode[tree] - innerNodes(tree);
  }

  /** 1 where the value is above the threshold, else 0. */
  static int above(double threshold, double value) {
    return (int) (Double.doubleToRawLongBits(threshold - value) >>> 63);
  }

  /** The sum of one row: four trees at a time, so that the processor overlaps their ways down. */
  double sum(double[] row) {
    boolean gaps = hasGaps(row);
    double sum = trees.base();
    int tree = 0;
    while (tree < depth.length) {
      if (gaps || isWalked(tree)) {
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
    return leaf[node + toLeaf(tree)];
  }

  private double addFour(double before, int tree, double[] row) {
    int a = firstNode[tree];
    int b = firstNode[tree + 1];
    int c = firstNode[tree + 2];
    int d = firstNode[tree + 3];
    int stepA = 1 - a;
    int stepB = 1 - b;
    int stepC = 1 - c;
    int stepD = 1 - d;
    for (int level = depth[tree]; level > 0; level--) {
      a = 2 * a + stepA + above(threshold[a], row[feature[a]]);
      b = 2 * b + stepB + above(threshold[b], row[feature[b]]);
      c = 2 * c + stepC + above(threshold[c], row[feature[c]]);
      d = 2 * d + stepD + above(threshold[d], row[feature[d]]);
    }
    double sum = before + leaf[a + toLeaf(tree)];
    sum += leaf[b + toLeaf(tree + 1)];
    sum += leaf[c + toLeaf(tree + 2)];
    return sum + leaf[d + toLeaf(tree + 3)];
  }
}
