package org.feewise.models.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.feewise.models.risk.measures.Predictions;
import org.feewise.models.risk.trees.CompiledTrees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoostingTest {
  private static final double PULL = 3;

  private record Table(double[][] columns, boolean[] late) {
    static Table draw(long seed, int rows) {
      SplittableRandom random = new SplittableRandom(seed);
      double[][] columns = new double[rows][3];
      boolean[] late = new boolean[rows];
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < 3; j++) {
          columns[i][j] = random.nextDouble();
        }
        late[i] = random.nextDouble() < (columns[i][1] > 0.6 ? 0.8 : 0.2);
      }
      return new Table(columns, late);
    }

    double share() {
      return (double) IntStream.range(0, late.length).filter(i -> late[i]).count() / late.length;
    }
  }

  /** One split of one column, found by trying them all. */
  private record Stump(int column, double threshold, double below, double above) {
    static Stump best(Table table, double prior, int leafRows) {
      double bestGain = Double.NEGATIVE_INFINITY;
      Stump best = null;
      for (int column = 0; column < 3; column++) {
        for (double[] row : table.columns()) {
          double threshold = row[column];
          double[] sums = new double[2];
          int[] counts = new int[2];
          for (int i = 0; i < table.late().length; i++) {
            int side = table.columns()[i][column] <= threshold ? 0 : 1;
            sums[side] += (table.late()[i] ? 1 : 0) - prior;
            counts[side]++;
          }
          double gain = sums[0] * sums[0] / counts[0] + sums[1] * sums[1] / counts[1];
          if (Math.min(counts[0], counts[1]) >= leafRows && gain > bestGain) {
            bestGain = gain;
            best =
                new Stump(
                    column,
                    threshold,
                    sums[0] / (counts[0] * prior * (1 - prior) + PULL),
                    sums[1] / (counts[1] * prior * (1 - prior) + PULL));
          }
        }
      }
      return best;
    }

    double of(double[] row) {
      return row[column] <= threshold ? below : above;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theFirstTreeTakesTheBestSplitAndNewtonsStepPulledTowardsZero(long seed) {
    Table table = Table.draw(seed, 120);
    Growth stumps = new Growth(2, 10, 0.3, 1, 1, PULL, 1);
    Boosting boosting = new Boosting(stumps, table.columns(), table.late(), 7);
    double prior = 1 / (1 + Math.exp(-boosting.base()));
    assertThat(prior).isCloseTo(table.share(), within(0.005));

    CompiledTrees tree = boosting.step();

    Stump expected = Stump.best(table, prior, 10);
    for (double[] row : table.columns()) {
      assertThat(tree.sum(row)).isCloseTo(0.3 * expected.of(row), within(1e-9));
    }
  }

  @Test
  void whatIsGrownIsTheBaseAndEveryStep() {
    Table table = Table.draw(8, 300);
    Boosting boosting =
        new Boosting(new Growth(3, 10, 0.1, 0.7, 0.6, 1, 5), table.columns(), table.late(), 7);
    double[] sums = new double[table.late().length];
    Arrays.fill(sums, boosting.base());
    for (int tree = 0; tree < 5; tree++) {
      CompiledTrees step = boosting.step();
      for (int i = 0; i < sums.length; i++) {
        sums[i] += step.sum(table.columns()[i]);
      }
    }
    CompiledTrees grown = boosting.grown(5);
    for (int i = 0; i < sums.length; i++) {
      assertThat(grown.sum(table.columns()[i])).isCloseTo(sums[i], within(1e-12));
    }
  }

  @Test
  void whatItLearnsHoldsForRowsItHasNotSeen() {
    Table seen = Table.draw(9, 1000);
    Table unseen = Table.draw(10, 1000);
    CompiledTrees trees =
        new Growth(3, 10, 0.05, 0.7, 0.6, 1, 60).grow(seen.columns(), seen.late(), 7);
    double[] probability =
        Arrays.stream(unseen.columns())
            .mapToDouble(row -> Calibration.logistic(trees.sum(row)))
            .toArray();
    double[] truth =
        Arrays.stream(unseen.columns()).mapToDouble(row -> row[1] > 0.6 ? 0.8 : 0.2).toArray();
    assertThat(new Predictions(probability, unseen.late()).logLoss())
        .isLessThan(new Predictions(truth, unseen.late()).logLoss() + 0.04);
  }

  @Test
  void theSameSeedGrowsTheSameTrees() {
    Table table = Table.draw(11, 200);
    Growth growth = new Growth(4, 10, 0.1, 0.7, 0.5, 1, 6);
    assertThat(growth.grow(table.columns(), table.late(), 3).threshold())
        .containsExactly(growth.grow(table.columns(), table.late(), 3).threshold());
  }
}
