package org.feewise.models.risk.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The walk from node to node is the oracle for scores without branches. */
class PaddedTreesTest {
  private static final int FEATURES = 5;
  private static final double[] AWKWARD = {
    0.0,
    -0.0,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Math.nextDown(Double.MIN_NORMAL),
    1,
    Math.nextUp(1.0),
    Math.nextDown(1.0),
    Double.MAX_VALUE,
    -Double.MAX_VALUE
  };
  private static final double[] BEYOND = {
    Double.NaN,
    Double.longBitsToDouble(0xfff8000000000001L),
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };

  @Property(tries = 300)
  void oneRowAndManyRowsHaveTheSumOfTheWalkToTheBit(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 10) int depth) {
    SplittableRandom random = new SplittableRandom(seed);
    CompiledTrees trees = grown(random, depth, AWKWARD);
    double[][] rows = rows(random, random.nextInt(40) == 0 ? 300 : random.nextInt(40));

    double[] sums = new double[rows.length + 1];
    sums[rows.length] = 7;
    trees.sums(rows, sums);

    for (int i = 0; i < rows.length; i++) {
      double walked = walked(trees, rows[i]);
      assertThat(Double.doubleToRawLongBits(trees.sum(rows[i])))
          .as("row %s", Arrays.toString(rows[i]))
          .isEqualTo(Double.doubleToRawLongBits(walked));
      assertThat(Double.doubleToRawLongBits(sums[i]))
          .as("row %d %s", i, Arrays.toString(rows[i]))
          .isEqualTo(Double.doubleToRawLongBits(walked));
    }
    assertThat(sums[rows.length]).as("what lies behind the last row").isEqualTo(7);
  }

  @Property(tries = 50)
  void aThresholdThatIsNoNumberIsWalked(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    CompiledTrees trees = grown(random, 3, BEYOND);
    double[][] rows = rows(random, 20);
    double[] sums = new double[rows.length];
    trees.sums(rows, sums);
    for (int i = 0; i < rows.length; i++) {
      assertThat(trees.sum(rows[i])).isEqualTo(walked(trees, rows[i])).isEqualTo(sums[i]);
    }
  }

  /** The efficiency and the values of the definition, for features that come twice on a way. */
  @Property(tries = 60)
  void shapleyValuesAddUpOverAnyTrees(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 10) int depth) {
    SplittableRandom random = new SplittableRandom(seed);
    CompiledTrees trees = grown(random, depth, AWKWARD);
    TreeShap shap = new TreeShap(trees, FEATURES + 1);
    for (double[] row : rows(random, 5)) {
      double[] values = shap.explain(row);
      assertThat(shap.expected() + Arrays.stream(values).sum())
          .isCloseTo(trees.sum(row), within(1e-9));
      assertThat(values).containsExactly(ShapleyValues.of(trees, row, FEATURES + 1), within(1e-9));
      assertThat(values[FEATURES]).as("a feature that no tree reads").isZero();
    }
  }

  @Test
  void everySizeOfABatchIsScored() {
    SplittableRandom random = new SplittableRandom(3);
    CompiledTrees trees = grown(random, 6, AWKWARD);
    for (int size : new int[] {0, 1, 2, 17, 255, 256, 257, 511, 600}) {
      double[][] rows = rows(random, size);
      double[] sums = new double[size];
      trees.sums(rows, sums);
      assertThat(sums)
          .isEqualTo(Arrays.stream(rows).mapToDouble(row -> walked(trees, row)).toArray());
    }
  }

  @Test
  void moreFeaturesThanANodeHasRoomForAreScoredToo() {
    SplittableRandom random = new SplittableRandom(4);
    TreeAssembly assembly = new TreeAssembly();
    for (int tree = 0; tree < 300; tree++) {
      assembly.beginTree();
      int at = assembly.add(tree, random.nextDouble(), 2);
      assembly.add(-1, random.nextDouble(), 1);
      assembly.otherwiseIsNext(at);
      assembly.add(-1, random.nextDouble(), 1);
    }
    CompiledTrees trees = assembly.finish(0);
    double[][] rows = new double[9][300];
    for (double[] row : rows) {
      Arrays.setAll(row, _ -> random.nextDouble());
    }
    double[] sums = new double[rows.length];
    trees.sums(rows, sums);
    assertThat(sums)
        .isEqualTo(Arrays.stream(rows).mapToDouble(row -> walked(trees, row)).toArray());
  }

  @Test
  void sumsNeedRoomForEveryRow() {
    CompiledTrees trees = CompiledTrees.constant(1);
    assertThatThrownBy(() -> trees.sums(new double[2][0], new double[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("room for 1 sums of 2 rows");
  }

  @Test
  void noTreesGiveTheBaseForEveryRow() {
    double[] sums = new double[2];
    CompiledTrees.constant(-1.5).sums(new double[2][0], sums);
    assertThat(sums).containsOnly(-1.5);
  }

  @Test
  void theFormForScoringIsNeitherWrittenNorLost() throws IOException, ClassNotFoundException {
    CompiledTrees trees =
        new CompiledTrees(
            0.5,
            new int[] {0},
            new int[] {1, -1, -1},
            new double[] {2, -3, 4},
            new int[] {2, 0, 0},
            new double[] {9, 5, 4});
    ObjectMapper json = new ObjectMapper();
    String written = json.writeValueAsString(trees);

    assertThat(written)
        .isEqualTo(
            "{\"base\":0.5,\"roots\":[0],\"feature\":[1,-1,-1],\"threshold\":[2.0,-3.0,4.0],"
                + "\"otherwise\":[2,0,0],\"cover\":[9.0,5.0,4.0]}");
    for (CompiledTrees again :
        new CompiledTrees[] {json.readValue(written, CompiledTrees.class), copied(trees)}) {
      assertThat(again.sum(new double[] {0, 2})).isEqualTo(-2.5);
      assertThat(again.sum(new double[] {0, 3})).isEqualTo(4.5);
    }
  }

  private static CompiledTrees copied(CompiledTrees trees)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(trees);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (CompiledTrees) in.readObject();
    }
  }

  private static double walked(CompiledTrees trees, double[] row) {
    double sum = trees.base();
    for (int root : trees.roots()) {
      int node = root;
      while (trees.feature()[node] >= 0) {
        boolean below = row[trees.feature()[node]] <= trees.threshold()[node];
        node = below ? node + 1 : trees.otherwise()[node];
      }
      sum += trees.threshold()[node];
    }
    return sum;
  }

  /** Up to nine trees, some of them of fewer levels and lopsided. */
  private static CompiledTrees grown(SplittableRandom random, int depth, double[] thresholds) {
    TreeAssembly assembly = new TreeAssembly();
    int trees = 1 + random.nextInt(9);
    boolean alike = random.nextBoolean();
    for (int tree = 0; tree < trees; tree++) {
      assembly.beginTree();
      grow(random, alike ? depth : random.nextInt(depth + 1), thresholds, assembly);
    }
    return assembly.finish(random.nextDouble() - 0.5);
  }

  private static void grow(
      SplittableRandom random, int depth, double[] thresholds, TreeAssembly assembly) {
    double rows = 1 + random.nextInt(50);
    if (depth == 0) {
      assembly.add(-1, random.nextDouble() - 0.5, rows);
      return;
    }
    int at =
        assembly.add(random.nextInt(FEATURES), thresholds[random.nextInt(thresholds.length)], rows);
    int shorter = random.nextInt(3) == 0 ? random.nextInt(depth) : depth - 1;
    boolean shortSecond = random.nextBoolean();
    grow(random, shortSecond ? depth - 1 : shorter, thresholds, assembly);
    assembly.otherwiseIsNext(at);
    grow(random, shortSecond ? shorter : depth - 1, thresholds, assembly);
  }

  private static double[][] rows(SplittableRandom random, int count) {
    double[][] rows = new double[count][FEATURES + 1];
    boolean complete = random.nextBoolean();
    for (double[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] =
            switch (random.nextInt(4)) {
              case 0 -> random.nextDouble() * 3 - 1;
              case 1 -> complete ? 0 : BEYOND[random.nextInt(BEYOND.length)];
              case 2 -> AWKWARD[random.nextInt(AWKWARD.length)];
              default -> -AWKWARD[random.nextInt(AWKWARD.length)];
            };
      }
    }
    return rows;
  }
}
