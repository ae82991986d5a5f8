package org.feewise.models.risk.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.feewise.models.risk.features.FeatureRow;
import org.junit.jupiter.api.Test;

class PopulationStabilityTest {

  /**
   * Shares of the reference are 10.5, 30.5, 60.5 of 101.5; those of now are the counts plus these
   * shares, of 101.
   */
  @Test
  void isTheSumWorkedOutByHand() {
    double psi = PopulationStability.of(new long[] {10, 30, 60}, new long[] {30, 30, 40});
    // (.298054 - .103448) ln 2.881201 + (.300005 - .300493) ln .998377
    //   + (.401941 - .596059) ln .674331
    assertThat(psi).isCloseTo(0.205922 + 0.000001 + 0.076486, within(2e-5));
  }

  @Test
  void isNothingWhenNothingMovedAndFiniteWhenEverythingDid() {
    assertThat(PopulationStability.of(new long[] {500, 500}, new long[] {50, 50}))
        .isCloseTo(0, within(1e-9));
    assertThat(PopulationStability.of(new long[] {1000, 0}, new long[] {0, 100}))
        .isBetween(5.0, 20.0);
    assertThat(PopulationStability.of(new long[] {0, 1000, 0}, new long[] {0, 100, 0}))
        .isLessThan(0.01);
  }

  @Test
  void chanceExceedsItsBoundAsOftenAsStated() {
    SplittableRandom random = new SplittableRandom(3);
    int above = 0;
    for (int run = 0; run < 4000; run++) {
      long[] reference = drawn(random, 3000);
      long[] now = drawn(random, 300);
      double bound = PopulationStability.byChance(reference, 3000, 300, 0.05);
      above += PopulationStability.of(reference, now) > bound ? 1 : 0;
    }
    assertThat(above / 4000.0).isBetween(0.035, 0.065);
  }

  private static long[] drawn(SplittableRandom random, int bills) {
    long[] counts = new long[10];
    IntStream.range(0, bills).forEach(_ -> counts[random.nextInt(10)]++);
    return counts;
  }

  @Test
  void numbersFallBetweenTheTenthsAndStrangersBeside() {
    NumberBins bins = NumberBins.of(IntStream.rangeClosed(0, 100).mapToDouble(i -> i).toArray());
    assertThat(bins.edges()).containsExactly(0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100);
    assertThat(
            Arrays.stream(new double[] {-1, 0, 9.9, 10, 99.9, 100, 101, Double.NaN})
                .mapToInt(bins::of))
        .containsExactly(0, 1, 1, 2, 10, 11, 12, 13);
    assertThat(bins.count()).isEqualTo(14);
    NumberBins constant = NumberBins.of(new double[] {7, 7, Double.NaN});
    assertThat(Arrays.stream(new double[] {6, 7, 8, Double.NaN}).mapToInt(constant::of))
        .containsExactly(0, 1, 2, 3);
    assertThat(NumberBins.of(new double[] {Double.NaN}).of(5)).isZero();
  }

  @Test
  void categoriesHaveABinForValuesNeverSeen() {
    CategoryBins bins = CategoryBins.of(new String[] {"b", "a", null, "b"});
    assertThat(IntStream.range(0, 4).map(i -> bin(bins, new String[] {"a", "b", "c", null}[i])))
        .containsExactly(0, 1, 2, 3);
  }

  private static int bin(CategoryBins bins, String value) {
    return bins.of(new FeatureRow(new double[0], new String[] {value}), 0);
  }
}
