package org.feewise.models.risk.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import smile.classification.GradientTreeBoost;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.vector.IntVector;
import smile.math.MathEx;

/** Smile itself is the oracle for trees flattened from it. */
class CompiledTreesTest {
  private static final int FEATURES = 6;
  private static final double SHRINKAGE = 0.07;
  private static double[][] rows;
  private static DataFrame frame;
  private static GradientTreeBoost smile;
  private static CompiledTrees compiled;

  @BeforeAll
  static void growTrees() {
    SplittableRandom random = new SplittableRandom(11);
    rows = new double[900][FEATURES];
    int[] late = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < FEATURES; j++) {
        rows[i][j] = j == 2 ? random.nextInt(4) : random.nextDouble() * 10;
      }
      double logOdds = rows[i][0] - 5 + (rows[i][1] > 6 ? rows[i][2] : -rows[i][2]);
      late[i] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
    }
    frame = DataFrame.of(rows, "a", "b", "c", "d", "e", "f").add(new IntVector("late", late));
    MathEx.setSeed(1);
    smile =
        GradientTreeBoost.fit(
            Formula.lhs("late"),
            frame,
            new GradientTreeBoost.Options(60, 5, 20, 5, SHRINKAGE, 0.7, null, null));
    compiled = SmileTrees.ofClassifier(smile, SHRINKAGE, 60, frame.get(3));
  }

  @Test
  void predictsWhatSmilePredicts() {
    double[] posteriori = new double[2];
    for (int i = 0; i < rows.length; i++) {
      smile.predict(frame.get(i), posteriori);
      double probability = 1 / (1 + Math.exp(-compiled.sum(rows[i])));
      assertThat(probability).isCloseTo(posteriori[1], within(1e-12));
    }
  }

  @Test
  void manyRowsHaveTheSumsOfEach() {
    double[] sums = new double[rows.length];
    compiled.sums(rows, sums);
    for (int i = 0; i < rows.length; i++) {
      assertThat(sums[i]).isEqualTo(compiled.sum(rows[i])).isEqualTo(compiled.staged(rows[i])[59]);
    }
  }

  @Test
  void fewerTreesAreTheEarlierStages() {
    CompiledTrees first = SmileTrees.ofClassifier(smile, SHRINKAGE, 25, frame.get(3));
    GradientTreeBoost trimmed = smile.trim(25);
    double[] posteriori = new double[2];
    for (int i = 0; i < 50; i++) {
      trimmed.predict(frame.get(i), posteriori);
      double oracle = Math.log(posteriori[1] / posteriori[0]);
      assertThat(first.sum(rows[i])).isCloseTo(oracle, within(1e-9));
      assertThat(compiled.staged(rows[i])[24]).isCloseTo(oracle, within(1e-9));
    }
  }

  @Test
  void theMeanOfModelsIsTheMeanOfTheirSums() {
    CompiledTrees other = SmileTrees.ofClassifier(smile, SHRINKAGE, 10, frame.get(3));
    CompiledTrees mean = CompiledTrees.mean(List.of(compiled, other));
    for (int i = 0; i < 50; i++) {
      assertThat(mean.sum(rows[i]))
          .isCloseTo((compiled.sum(rows[i]) + other.sum(rows[i])) / 2, within(1e-12));
    }
  }

  @Test
  void shapleyValuesAddUpToTheLogOdds() {
    TreeShap shap = new TreeShap(compiled, FEATURES);
    for (int i = 0; i < 200; i++) {
      double sum = shap.expected();
      for (double value : shap.explain(rows[i])) {
        sum += value;
      }
      assertThat(sum).isCloseTo(compiled.sum(rows[i]), within(1e-9));
    }
  }

  @Test
  void shapleyValuesAgreeWithSmile() {
    TreeShap shap = new TreeShap(compiled, FEATURES);
    for (int i = 0; i < 100; i++) {
      double[] oracle = new double[FEATURES];
      Tuple values = smile.formula().x(frame.get(i));
      for (var tree : smile.trees()[0]) {
        double[] one = tree.shap(values);
        for (int j = 0; j < FEATURES; j++) {
          oracle[j] += 2 * SHRINKAGE * one[j];
        }
      }
      assertThat(shap.explain(rows[i])).containsExactly(oracle, within(1e-9));
    }
  }

  /** The definition itself: every subset of known features, weighed. */
  @Test
  void shapleyValuesAgreeWithTheirDefinition() {
    CompiledTrees few = SmileTrees.ofClassifier(smile, SHRINKAGE, 8, frame.get(3));
    TreeShap shap = new TreeShap(few, FEATURES);
    for (int i = 0; i < 20; i++) {
      assertThat(shap.explain(rows[i]))
          .containsExactly(ShapleyValues.of(few, rows[i], FEATURES), within(1e-9));
    }
  }

  @Test
  void treesThatLeadNowhereAreRefused() {
    assertThatThrownBy(
            () ->
                new CompiledTrees(
                    0,
                    new int[] {0},
                    new int[] {0, -1},
                    new double[2],
                    new int[] {7, 0},
                    new double[2]))
        .hasMessageContaining("node 0 leads nowhere");
  }
}
