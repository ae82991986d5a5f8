package org.feewise.models.risk.trees;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import smile.classification.GradientTreeBoost;
import smile.data.Tuple;
import smile.model.cart.InternalNode;
import smile.model.cart.LeafNode;
import smile.model.cart.Node;
import smile.model.cart.OrdinalNode;
import smile.model.cart.RegressionNode;
import smile.regression.RegressionTree;

/** Flattens the trees that Smile grew. */
public final class SmileTrees {
  /** Smile keeps the split value to itself and prints it rounded. */
  private static final VarHandle SPLIT_VALUE = splitValue();

  private SmileTrees() {}

  private static VarHandle splitValue() {
    try {
      return MethodHandles.privateLookupIn(OrdinalNode.class, MethodHandles.lookup())
          .findVarHandle(OrdinalNode.class, "value", double.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /**
   * Flattens the first trees of a two-class boosting model; the sum is the log-odds of class 1.
   *
   * @param shrinkage the one it was grown with
   * @param trees how many of its trees to keep, at least 1
   * @param anyRow any row the model can predict, from which its intercept is read
   */
  public static CompiledTrees ofClassifier(
      GradientTreeBoost model, double shrinkage, int trees, Tuple anyRow) {
    RegressionTree[] grown = model.trees()[0];
    double[] posteriori = new double[2];
    model.predict(anyRow, posteriori);
    double half = Math.log(posteriori[1] / posteriori[0]) / 2;
    Tuple values = model.formula().x(anyRow);
    for (RegressionTree tree : grown) {
      half -= shrinkage * tree.predict(values);
    }
    return flattened(grown, 2 * shrinkage, trees, 2 * half);
  }

  /** Flattens the trees of a boosted regression; the sum is its prediction. */
  public static CompiledTrees ofRegression(
      smile.regression.GradientTreeBoost model, double shrinkage, Tuple anyRow) {
    double base = model.predict(anyRow);
    Tuple values = model.formula().x(anyRow);
    for (RegressionTree tree : model.trees()) {
      base -= shrinkage * tree.predict(values);
    }
    return flattened(model.trees(), shrinkage, model.trees().length, base);
  }

  /** Flattens trees as they are; the sum is the base plus the weighted output of each. */
  public static CompiledTrees of(List<RegressionTree> grown, double weight, double base) {
    return flattened(grown.toArray(RegressionTree[]::new), weight, grown.size(), base);
  }

  private static CompiledTrees flattened(
      RegressionTree[] grown, double weight, int trees, double base) {
    TreeAssembly assembly = new TreeAssembly();
    for (int tree = 0; tree < Math.min(trees, grown.length); tree++) {
      assembly.beginTree();
      flatten(grown[tree].root(), weight, assembly);
    }
    return assembly.finish(base);
  }

  private static void flatten(Node node, double weight, TreeAssembly assembly) {
    switch (node) {
      case RegressionNode leaf -> assembly.add(-1, weight * leaf.output(), leaf.size());
      case OrdinalNode split -> {
        int at = assembly.add(split.feature(), (double) SPLIT_VALUE.get(split), split.size());
        flatten(split.trueChild(), weight, assembly);
        assembly.otherwiseIsNext(at);
        flatten(split.falseChild(), weight, assembly);
      }
      case InternalNode other ->
          throw new IllegalArgumentException("a split that is not numeric: " + other);
      case LeafNode other ->
          throw new IllegalArgumentException("a leaf that is not numeric: " + other);
      default -> throw new IllegalArgumentException("an unknown node: " + node);
    }
  }
}
