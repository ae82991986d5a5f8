package org.feewise.models.risk.trees;

/**
 * The features met on the way down to one node, and how the contribution of a leaf there divides
 * among them.
 *
 * <p>A split passes a share z of its training rows to each side. A feature is open while the row
 * itself goes the same way at all of its splits. Summed over the sets of known features by their
 * size, the weight with which a leaf counts is the polynomial of the factors (z + y) of open
 * features times the product of the z of closed ones. Only the polynomial changes by more than a
 * factor on the way down; it lies in frames, a new one for each change.
 */
final class ShapPath {
  private final double[] row;
  private final double[] values;
  private final int[] feature;
  private final double[] share;
  private final boolean[] open;
  private final double[][] frames;
  private final double[][] weights;

  /**
   * Begins at a root.
   *
   * @param values receives what each feature contributes, on top of what stands there
   * @param weights of sets of known features, by the features of the path and the set's size
   */
  ShapPath(double[] row, double[] values, double[][] weights) {
    this.row = row;
    this.values = values;
    this.weights = weights;
    int depth = weights.length - 1;
    this.feature = new int[depth];
    this.share = new double[depth];
    this.open = new boolean[depth];
    this.frames = new double[depth + 1][depth + 1];
    frames[0][0] = 1;
  }

  /** The weight s!(m - 1 - s)!/m! of a set of s features that joins one of m, for m to a depth. */
  static double[][] weights(int depth) {
    double[][] weights = new double[depth + 1][];
    for (int features = 0; features <= depth; features++) {
      weights[features] = new double[features];
      double sets = 1;
      for (int size = 0; size < features; size++) {
        weights[features][size] = 1 / (features * sets);
        sets = sets * (features - 1 - size) / (size + 1);
      }
    }
    return weights;
  }

  /** Distributes the contribution of every leaf of one tree. */
  void explain(CompiledTrees trees, int root) {
    visit(trees, root, 0, 0, 0, 1);
  }

  /**
   * Goes down from a node.
   *
   * @param length features met
   * @param opened how many of them are open, the degree of the polynomial
   * @param closed product of the shares of the others
   */
  private void visit(
      CompiledTrees trees, int node, int frame, int length, int opened, double closed) {
    if (trees.isLeaf(node)) {
      distribute(trees.threshold()[node] * closed, frames[frame], length, opened);
      return;
    }
    int split = trees.feature()[node];
    int yes = node + 1;
    int no = trees.otherwise()[node];
    boolean takesYes = row[split] <= trees.threshold()[node];
    double yesRows = trees.cover()[yes];
    double noRows = trees.cover()[no];
    double yesShare = yesRows / (yesRows + noRows);
    double noShare = noRows / (yesRows + noRows);
    int at = indexOf(split, length);
    int hot = takesYes ? yes : no;
    int cold = takesYes ? no : yes;
    double hotShare = takesYes ? yesShare : noShare;
    double coldShare = takesYes ? noShare : yesShare;
    if (at == length) {
      feature[at] = split;
      open[at] = false;
      visit(trees, cold, frame, length + 1, opened, closed * coldShare);
      open[at] = true;
      share[at] = hotShare;
      multiply(frames[frame], frames[frame + 1], opened, hotShare);
      visit(trees, hot, frame + 1, length + 1, opened + 1, closed);
    } else if (open[at]) {
      double before = share[at];
      divide(frames[frame], frames[frame + 1], opened, before);
      open[at] = false;
      visit(trees, cold, frame + 1, length, opened - 1, closed * before * coldShare);
      open[at] = true;
      share[at] = before * hotShare;
      multiply(frames[frame + 1], frames[frame + 1], opened - 1, share[at]);
      visit(trees, hot, frame + 1, length, opened, closed);
      share[at] = before;
    } else {
      visit(trees, hot, frame, length, opened, closed * hotShare);
      visit(trees, cold, frame, length, opened, closed * coldShare);
    }
  }

  private int indexOf(int wanted, int length) {
    int at = 0;
    while (at < length && feature[at] != wanted) {
      at++;
    }
    return at;
  }

  /** Multiplies a polynomial of some degree with (z + y); the result may replace it. */
  private static void multiply(double[] polynomial, double[] product, int degree, double z) {
    product[degree + 1] = polynomial[degree];
    for (int i = degree; i > 0; i--) {
      product[i] = polynomial[i] * z + polynomial[i - 1];
    }
    product[0] = polynomial[0] * z;
  }

  /** Divides a polynomial of some degree by its factor (z + y). */
  private static void divide(double[] polynomial, double[] quotient, int degree, double z) {
    double next = polynomial[degree];
    for (int i = degree - 1; i >= 0; i--) {
      quotient[i] = next;
      next = polynomial[i] - z * next;
    }
  }

  /** A closed feature takes what sets without it would have had; all of them the same. */
  private void distribute(double contribution, double[] polynomial, int length, int opened) {
    double[] weight = weights[length];
    double ofClosed = 0;
    if (opened < length) {
      for (int i = 0; i <= opened; i++) {
        ofClosed += weight[i] * polynomial[i];
      }
      ofClosed *= -contribution;
    }
    for (int i = 0; i < length; i++) {
      values[feature[i]] +=
          open[i]
              ? contribution * (1 - share[i]) * sumWithout(share[i], polynomial, opened, weight)
              : ofClosed;
    }
  }

  /** The weighted coefficients of the polynomial divided by (z + y). */
  private static double sumWithout(double z, double[] polynomial, int degree, double[] weight) {
    double next = polynomial[degree];
    double sum = 0;
    for (int i = degree - 1; i >= 0; i--) {
      sum += weight[i] * next;
      next = polynomial[i] - z * next;
    }
    return sum;
  }
}
