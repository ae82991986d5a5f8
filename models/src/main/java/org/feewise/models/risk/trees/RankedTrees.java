package org.feewise.models.risk.trees;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Padded trees for many rows at once: thresholds and values are replaced by their ranks among the
 * thresholds of the feature, tree after tree goes over a block of rows, and within a tree level
 * after level.
 *
 * <p>{@code value <= threshold} is the same as {@code rank of value <= rank of threshold}, where
 * the rank of a value counts the thresholds below it; so comparisons of ranks are exact. The first
 * three levels are decided from all seven of their nodes, by the same arithmetic for every row,
 * which the compiler turns into vector instructions. It does so only while it sees that what is
 * written cannot be what is read next: that is why the way taken lies in an array of another type,
 * {@code float}.
 */
final class RankedTrees {
  private static final int FEATURE_BITS = 8;
  private static final int FEATURE_MASK = (1 << FEATURE_BITS) - 1;
  private static final int MOST_RANKS = 1 << (31 - FEATURE_BITS);

  /** Rows scored together: with 20 features their ranks fill 20 KiB. */
  private static final int BLOCK = 256;

  private final CompiledTrees trees;
  private final PaddedTrees padded;
  private final double[][] cuts;

  /** A node's rank above {@value #FEATURE_BITS} bits of its feature. */
  private final int[] node;

  private RankedTrees(CompiledTrees trees, PaddedTrees padded, double[][] cuts) {
    this.trees = trees;
    this.padded = padded;
    this.cuts = cuts;
    this.node = new int[padded.feature.length];
    for (int i = 0; i < node.length; i++) {
      int split = padded.feature[i];
      node[i] = Arrays.binarySearch(cuts[split], padded.threshold[i]) << FEATURE_BITS | split;
    }
  }

  /** Whether features and thresholds are few enough for a node to fit into an {@code int}. */
  static boolean suits(PaddedTrees padded) {
    return padded.width <= FEATURE_MASK && padded.feature.length < MOST_RANKS / 2;
  }

  static RankedTrees of(CompiledTrees trees, PaddedTrees padded) {
    double[][] cuts = new double[padded.width][];
    for (int feature = 0; feature < cuts.length; feature++) {
      cuts[feature] = cuts(padded, feature);
    }
    return new RankedTrees(trees, padded, cuts);
  }

  /** The thresholds of a feature, ascending, filled up to a power of two beyond their number. */
  private static double[] cuts(PaddedTrees padded, int feature) {
    double[] distinct =
        IntStream.range(0, padded.feature.length)
            .filter(node -> padded.feature[node] == feature)
            .mapToDouble(node -> padded.threshold[node])
            .sorted()
            .distinct()
            .toArray();
    double[] filled = Arrays.copyOf(distinct, 2 * Integer.highestOneBit(distinct.length | 1));
    Arrays.fill(filled, distinct.length, filled.length, Double.MAX_VALUE);
    return filled;
  }

  /** What is written anew for each block of rows. */
  private static final class Block {
    private final int[] ranks;
    private final double[] column = new double[BLOCK];
    private final int[] at = new int[BLOCK];
    private final float[] way = new float[BLOCK];
    private final double[] sums = new double[BLOCK];
    private int rows;

    private Block(int width) {
      this.ranks = new int[width * BLOCK];
    }
  }

  void sums(double[][] rows, double[] out) {
    Block block = new Block(padded.width);
    for (int from = 0; from < rows.length; from += BLOCK) {
      block.rows = Math.min(BLOCK, rows.length - from);
      for (int feature = 0; feature < cuts.length; feature++) {
        rank(rows, from, feature, block);
      }
      Arrays.fill(block.sums, trees.base());
      for (int tree = 0; tree < trees.trees(); tree++) {
        if (padded.isWalked(tree)) {
          walk(tree, rows, from, block);
        } else {
          add(tree, block);
        }
      }
      System.arraycopy(block.sums, 0, out, from, block.rows);
    }
  }

  /** Ranks one feature of every row by halving, the same number of steps for each. */
  private void rank(double[][] rows, int from, int feature, Block block) {
    for (int r = 0; r < block.rows; r++) {
      double value = rows[from + r][feature];
      block.column[r] = Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
      block.at[r] = 0;
    }
    for (int half = cuts[feature].length >> 1; half > 0; half >>= 1) {
      halve(cuts[feature], block.column, block.at, block.rows, half);
    }
    for (int r = 0; r < block.rows; r++) {
      block.ranks[feature * BLOCK + r] = block.at[r] << FEATURE_BITS;
    }
  }

  private static void halve(double[] cut, double[] column, int[] rank, int rows, int half) {
    for (int r = 0; r < rows; r++) {
      int below = rank[r];
      rank[r] = below + (half & -PaddedTrees.above(cut[below + half - 1], column[r]));
    }
  }

  private void walk(int tree, double[][] rows, int from, Block block) {
    for (int r = 0; r < block.rows; r++) {
      block.sums[r] += trees.walked(tree, rows[from + r]);
    }
  }

  private void add(int tree, Block block) {
    int first = padded.firstNode[tree];
    decideThreeLevels(first, block.ranks, block.way, block.rows);
    goTo(first + 7, block.way, block.at, block.rows);
    for (int level = padded.depth[tree]; level > 3; level--) {
      descend(block.ranks, block.at, block.rows, 1 - first);
    }
    addLeaves(block.at, block.sums, block.rows, padded.toLeaf(tree));
  }

  /** The index from 0 to 7 of the node of the fourth level at which each row arrives. */
  private void decideThreeLevels(int first, int[] ranks, float[] way, int rows) {
    int n0 = node[first];
    int n1 = node[first + 1];
    int n2 = node[first + 2];
    int n3 = node[first + 3];
    int n4 = node[first + 4];
    int n5 = node[first + 5];
    int n6 = node[first + 6];
    int c0 = column(n0);
    int c1 = column(n1);
    int c2 = column(n2);
    int c3 = column(n3);
    int c4 = column(n4);
    int c5 = column(n5);
    int c6 = column(n6);
    for (int r = 0; r < rows; r++) {
      int a0 = (n0 - ranks[c0 + r]) >> 31;
      int a1 = (n1 - ranks[c1 + r]) >> 31;
      int a2 = (n2 - ranks[c2 + r]) >> 31;
      int a3 = (n3 - ranks[c3 + r]) >> 31;
      int a4 = (n4 - ranks[c4 + r]) >> 31;
      int a5 = (n5 - ranks[c5 + r]) >> 31;
      int a6 = (n6 - ranks[c6 + r]) >> 31;
      int second = a1 ^ ((a1 ^ a2) & a0);
      int thirdBelow = a3 ^ ((a3 ^ a4) & a1);
      int thirdAbove = a5 ^ ((a5 ^ a6) & a2);
      int third = thirdBelow ^ ((thirdBelow ^ thirdAbove) & a0);
      way[r] = (a0 & 4) + (second & 2) + (third & 1);
    }
  }

  private static int column(int node) {
    return (node & FEATURE_MASK) * BLOCK;
  }

  private static void goTo(int start, float[] way, int[] at, int rows) {
    for (int r = 0; r < rows; r++) {
      at[r] = start + (int) way[r];
    }
  }

  private void descend(int[] ranks, int[] at, int rows, int step) {
    int[] nodes = node;
    for (int r = 0; r < rows; r++) {
      int here = at[r];
      int split = nodes[here];
      at[r] = 2 * here + step + ((split - ranks[column(split) + r]) >>> 31);
    }
  }

  private void addLeaves(int[] at, double[] sums, int rows, int toLeaf) {
    double[] leaves = padded.leaf;
    for (int r = 0; r < rows; r++) {
      sums[r] += leaves[toLeaf + at[r]];
    }
  }
}
