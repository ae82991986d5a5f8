package org.feewise.models.risk;

import java.util.List;
import org.feewise.models.risk.trees.CompiledTrees;
import org.feewise.models.risk.trees.SmileTrees;
import smile.classification.GradientTreeBoost;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.IntVector;
import smile.math.MathEx;

/**
 * How the trees of one model grow.
 *
 * @param depth deepest level of a tree
 * @param leafRows fewest rows in a leaf
 * @param shrinkage weight of each tree
 * @param sample share of the rows that each tree sees
 * @param trees how many
 */
record Growth(int depth, int leafRows, double shrinkage, double sample, int trees) {
  private static final String LATE = "feewise_late";

  /** Shapes worth trying on so many rows, the plainest first. */
  static List<Growth> candidates(int rows) {
    int leaf = rows < 3000 ? 10 : rows < 20_000 ? 20 : 40;
    return List.of(
        new Growth(3, leaf, 0.05, 0.6, 300),
        new Growth(4, leaf, 0.05, 0.6, 300),
        new Growth(6, leaf, 0.05, 0.6, 240));
  }

  Growth withTrees(int count) {
    return new Growth(depth, leafRows, shrinkage, sample, count);
  }

  /** Grows trees whose sum is the log-odds of being late. */
  CompiledTrees grow(double[][] columns, boolean[] late, long seed) {
    MathEx.setSeed(seed);
    DataFrame frame = frame(columns, late);
    GradientTreeBoost model =
        GradientTreeBoost.fit(
            Formula.lhs(LATE),
            frame,
            new GradientTreeBoost.Options(
                trees, depth, 1 << depth, leafRows, shrinkage, sample, null, null));
    return SmileTrees.ofClassifier(model, shrinkage, trees, frame.get(0));
  }

  static DataFrame frame(double[][] columns, boolean[] late) {
    String[] names = new String[columns[0].length];
    for (int i = 0; i < names.length; i++) {
      names[i] = "x" + i;
    }
    int[] labels = new int[late.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = late[i] ? 1 : 0;
    }
    return DataFrame.of(columns, names).add(new IntVector(LATE, labels));
  }
}
