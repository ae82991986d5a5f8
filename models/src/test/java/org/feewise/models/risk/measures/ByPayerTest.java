package org.feewise.models.risk.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A world whose true share is known, and a bootstrap over payers, are the oracles. */
class ByPayerTest {

  /** Payers with 1 to 12 bills each, whose own shares differ much around a mean. */
  private record World(ByPayer payers, boolean[] hits) {
    static World draw(SplittableRandom random, int payers, double share) {
      List<String> names = new java.util.ArrayList<>();
      List<Boolean> hits = new java.util.ArrayList<>();
      for (int payer = 0; payer < payers; payer++) {
        boolean habitual = random.nextDouble() < share;
        int bills = 1 + random.nextInt(12);
        for (int bill = 0; bill < bills; bill++) {
          names.add("c" + payer);
          hits.add(random.nextDouble() < (habitual ? 0.8 : 0.2 * share / (1 - share)));
        }
      }
      boolean[] outcomes = new boolean[hits.size()];
      IntStream.range(0, outcomes.length).forEach(i -> outcomes[i] = hits.get(i));
      return new World(ByPayer.of(names), outcomes);
    }

    double[] values() {
      return IntStream.range(0, hits.length).mapToDouble(i -> hits[i] ? 1 : 0).toArray();
    }
  }

  @ParameterizedTest
  @CsvSource({"40, 0.3", "40, 0.05", "200, 0.3", "200, 0.02"})
  void intervalsOfSharesCoverTheTruthInNearly95Of100Worlds(int payers, double share) {
    SplittableRandom random = new SplittableRandom(1);
    int worlds = 1000;
    int covered = 0;
    for (int i = 0; i < worlds; i++) {
      Estimate found = world(random, payers, share).payersShare();
      covered += found.low() <= share && share <= found.high() ? 1 : 0;
    }
    assertThat(covered / (double) worlds).isBetween(0.925, 0.999);
  }

  private record Drawn(World world) {
    Estimate payersShare() {
      return world.payers().share(world.hits(), 0.95);
    }
  }

  private static Drawn world(SplittableRandom random, int payers, double share) {
    return new Drawn(World.draw(random, payers, share));
  }

  /** What counting bills as independent would give. */
  @Test
  void billsTakenAsIndependentWouldCoverFarLess() {
    SplittableRandom random = new SplittableRandom(2);
    int covered = 0;
    for (int i = 0; i < 1000; i++) {
      World world = World.draw(random, 100, 0.3);
      ByPayer each =
          ByPayer.of(IntStream.range(0, world.hits().length).mapToObj(n -> "b" + n).toList());
      Estimate found = each.share(world.hits(), 0.95);
      covered += found.low() <= 0.3 && 0.3 <= found.high() ? 1 : 0;
    }
    assertThat(covered).isLessThan(850);
  }

  @Test
  void intervalsOfMeansAndOfDifferencesCoverTheTruth() {
    SplittableRandom random = new SplittableRandom(3);
    int means = 0;
    int differences = 0;
    for (int i = 0; i < 1000; i++) {
      World one = World.draw(random, 60, 0.3);
      World other = World.draw(random, 120, 0.1);
      Estimate mean = one.payers().mean(one.values(), 0.95);
      means += mean.low() <= 0.3 && 0.3 <= mean.high() ? 1 : 0;
      Estimate difference =
          one.payers().share(one.hits(), 0.95).minus(other.payers().share(other.hits(), 0.95));
      differences += difference.low() <= 0.2 && 0.2 <= difference.high() ? 1 : 0;
    }
    assertThat(means).isBetween(925, 985);
    assertThat(differences).isBetween(925, 985);
  }

  @Test
  void aMeansIntervalIsThatOfABootstrapOverPayers() {
    World world = World.draw(new SplittableRandom(4), 150, 0.3);
    Estimate found = world.payers().mean(world.values(), 0.95);
    double[] sums = new double[150];
    double[] counts = new double[150];
    for (int i = 0; i < world.hits().length; i++) {
      sums[world.payers().payer()[i]] += world.hits()[i] ? 1 : 0;
      counts[world.payers().payer()[i]]++;
    }
    SplittableRandom random = new SplittableRandom(5);
    double[] means = new double[20_000];
    for (int draw = 0; draw < means.length; draw++) {
      double sum = 0;
      double count = 0;
      for (int i = 0; i < 150; i++) {
        int payer = random.nextInt(150);
        sum += sums[payer];
        count += counts[payer];
      }
      means[draw] = sum / count;
    }
    Arrays.sort(means);
    assertThat(found.low()).isCloseTo(means[500], within(0.006));
    assertThat(found.high()).isCloseTo(means[19_499], within(0.006));
  }

  /** Wilson's interval of 8 in 20 with z = 1.96 is [.2188, .6134]; Student's is a little wider. */
  @Test
  void withOneBillAPayerItIsWilsonsInterval() {
    boolean[] hits = new boolean[20];
    Arrays.fill(hits, 0, 8, true);
    Estimate found =
        ByPayer.of(IntStream.range(0, 20).mapToObj(i -> "c" + i).toList()).share(hits, 0.95);
    assertThat(found.value()).isEqualTo(0.4);
    assertThat(found.low()).isCloseTo(0.2188, within(0.02)).isLessThan(0.2188);
    assertThat(found.high()).isCloseTo(0.6134, within(0.02)).isGreaterThan(0.6134);
  }

  @Test
  void noHitAtAllStillLeavesRoomAbove() {
    ByPayer payers = ByPayer.of(IntStream.range(0, 60).mapToObj(i -> "c" + i % 10).toList());
    Estimate found = payers.share(new boolean[60], 0.95);
    assertThat(found.low()).isZero();
    assertThat(found.high()).isBetween(0.2, 0.4);
    assertThat(ByPayer.of(List.of()).share(new boolean[0], 0.95)).isEqualTo(new Estimate(0, 0, 1));
  }

  @Test
  void onePayerTellsNothingOfAMean() {
    assertThatThrownBy(() -> ByPayer.of(List.of("c", "c")).mean(new double[] {1, 2}, 0.95))
        .hasMessageContaining("two payers, there are 1");
  }
}
