package org.feewise.models.risk.trees;

/** Shapley values by their definition: every set of known features, weighed. */
final class ShapleyValues {
  private ShapleyValues() {}

  static double[] of(CompiledTrees trees, double[] row, int features) {
    double[] values = new double[features];
    for (int feature = 0; feature < features; feature++) {
      for (int known = 0; known < 1 << features; known++) {
        if ((known >> feature & 1) == 0) {
          int size = Integer.bitCount(known);
          double weight = factorial(size) * factorial(features - size - 1) / factorial(features);
          values[feature] +=
              weight
                  * (conditional(trees, row, known | 1 << feature)
                      - conditional(trees, row, known));
        }
      }
    }
    return values;
  }

  private static double conditional(CompiledTrees trees, double[] row, int known) {
    double sum = 0;
    for (int root : trees.roots()) {
      sum += conditional(trees, root, row, known);
    }
    return sum;
  }

  private static double conditional(CompiledTrees trees, int node, double[] row, int known) {
    int split = trees.feature()[node];
    if (split < 0) {
      return trees.threshold()[node];
    }
    int yes = node + 1;
    int no = trees.otherwise()[node];
    if ((known >> split & 1) == 1) {
      return conditional(trees, row[split] <= trees.threshold()[node] ? yes : no, row, known);
    }
    double yesRows = trees.cover()[yes];
    double noRows = trees.cover()[no];
    return (yesRows * conditional(trees, yes, row, known)
            + noRows * conditional(trees, no, row, known))
        / (yesRows + noRows);
  }

  private static double factorial(int n) {
    return n < 2 ? 1 : n * factorial(n - 1);
  }
}
