package org.feewise.models.risk;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.feewise.models.risk.trees.CompiledTrees;

/**
 * How the trees of one model grow.
 *
 * @param depth deepest level of a tree
 * @param leafRows fewest rows in a leaf
 * @param shrinkage weight of each tree
 * @param sample share of the rows that each tree sees
 * @param columnShare share of the columns that each split looks at
 * @param pull weight that draws the step of a leaf towards zero, in rows' curvature
 * @param trees how many
 */
record Growth(
    int depth,
    int leafRows,
    double shrinkage,
    double sample,
    double columnShare,
    double pull,
    int trees) {
  private static final int FEW_ROWS = 3_000;
  private static final int MANY_ROWS = 20_000;
  private static final int MOST_TREES = 1_000;
  private static final int DEEPEST = 9;
  private static final int SMALLEST_LEAF = 3;
  private static final int FEWEST_IN_VAIN = 50;
  private static final double WEIGHT_IN_VAIN = 2.5;
  private static final double STRONGEST_PULL = 25;
  private static final double USUAL_SHARE = 0.6;
  private static final double SMALLEST_SHARE = 0.2;
  private static final double SMALLEST_SHRINKAGE = 0.02;

  /** Shapes worth trying on so many rows, the plainest first, with the most trees to try. */
  static List<Growth> candidates(int rows) {
    boolean many = rows >= MANY_ROWS;
    int leafRows = rows < FEW_ROWS ? 10 : 20;
    return IntStream.of(many ? new int[] {4, 6, 9} : new int[] {3, 4, 6})
        .mapToObj(
            depth ->
                new Growth(depth, leafRows, many ? 0.1 : 0.05, 0.7, USUAL_SHARE, 1, MOST_TREES))
        .toList();
  }

  /** The same with deeper trees, while they can still be scored without a walk; else none. */
  Optional<Growth> deeper() {
    return depth < DEEPEST
        ? Optional.of(shaped(Math.min(DEEPEST, depth + 3), shrinkage, MOST_TREES))
        : Optional.empty();
  }

  /** The same with leaves of half as many rows; none where they would be of a few. */
  Optional<Growth> finer() {
    int half = leafRows / 2;
    return half < SMALLEST_LEAF
        ? Optional.empty()
        : Optional.of(new Growth(depth, half, shrinkage, sample, columnShare, pull, MOST_TREES));
  }

  /** The same with shorter steps of each leaf; none where they are short already. */
  Optional<Growth> steadier() {
    return pull >= STRONGEST_PULL
        ? Optional.empty()
        : Optional.of(
            new Growth(depth, leafRows, shrinkage, sample, columnShare, 5 * pull, MOST_TREES));
  }

  /** The same with half of the columns at each split; none where few are left. */
  Optional<Growth> narrower() {
    return columnShare <= SMALLEST_SHARE
        ? Optional.empty()
        : Optional.of(
            new Growth(depth, leafRows, shrinkage, sample, columnShare / 2, pull, MOST_TREES));
  }

  /** The same with every column at each split; none where a smaller share was chosen. */
  Optional<Growth> wider() {
    return columnShare == USUAL_SHARE
        ? Optional.of(new Growth(depth, leafRows, shrinkage, sample, 1, pull, MOST_TREES))
        : Optional.empty();
  }

  /** The same with twice as many trees of half the weight; none where they weigh little. */
  Optional<Growth> slower() {
    return shrinkage <= SMALLEST_SHRINKAGE
        ? Optional.empty()
        : Optional.of(shaped(depth, shrinkage / 2, 2 * MOST_TREES));
  }

  /** After how many trees that have not helped none is expected to help any more. */
  int patience() {
    return (int) Math.max(FEWEST_IN_VAIN, WEIGHT_IN_VAIN / shrinkage);
  }

  Growth withTrees(int count) {
    return shaped(depth, shrinkage, count);
  }

  Growth shaped(int deepest, double weight, int count) {
    return new Growth(deepest, leafRows, weight, sample, columnShare, pull, count);
  }

  /** Grows trees whose sum is the log-odds of being late. */
  CompiledTrees grow(double[][] columns, boolean[] late, long seed) {
    Boosting boosting = new Boosting(this, columns, late, seed);
    for (int tree = 0; tree < trees; tree++) {
      boosting.step();
    }
    return boosting.grown(trees);
  }
}
