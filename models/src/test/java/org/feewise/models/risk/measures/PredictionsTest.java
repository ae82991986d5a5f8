package org.feewise.models.risk.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PredictionsTest {
  private static Predictions drawn(long seed, int rows, double exaggeration) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] probability = new double[rows];
    boolean[] late = new boolean[rows];
    for (int i = 0; i < rows; i++) {
      double p = random.nextDouble();
      late[i] = random.nextDouble() < p;
      probability[i] = Math.clamp(0.5 + exaggeration * (p - 0.5), 0, 1);
    }
    return new Predictions(probability, late);
  }

  @Property(tries = 200)
  void aucIsTheShareOfPairsInOrder(
      @ForAll @Size(min = 4, max = 30) java.util.List<Integer> scores, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] p = scores.stream().mapToDouble(s -> Math.floorMod(s, 7) / 7.0).toArray();
    boolean[] late = new boolean[p.length];
    for (int i = 0; i < late.length; i++) {
      late[i] = random.nextBoolean();
    }
    late[0] = true;
    late[1] = false;
    double right = 0;
    double pairs = 0;
    for (int i = 0; i < p.length; i++) {
      for (int j = 0; j < p.length; j++) {
        if (late[i] && !late[j]) {
          pairs++;
          right += p[i] > p[j] ? 1 : p[i] == p[j] ? 0.5 : 0;
        }
      }
    }
    assertThat(new Predictions(p, late).auc()).isCloseTo(right / pairs, within(1e-12));
  }

  @Test
  void averagePrecisionOfAKnownRanking() {
    Predictions ranking =
        new Predictions(
            new double[] {0.9, 0.8, 0.7, 0.6}, new boolean[] {true, false, true, false});
    assertThat(ranking.prAuc()).isCloseTo((1.0 + 2.0 / 3) / 2, within(1e-12));
  }

  @Test
  void calibratedProbabilitiesStayWithinChance() {
    Predictions calibrated = drawn(5, 4000, 1);
    assertThat(calibrated.ece()).isLessThan(calibrated.eceIfCalibrated(1));
  }

  @Test
  void exaggeratedProbabilitiesDoNot() {
    Predictions exaggerated = drawn(5, 4000, 1.6);
    assertThat(exaggerated.ece()).isGreaterThan(exaggerated.eceIfCalibrated(1));
  }

  @Test
  void anEceIsTheWeightedGapOfTheBins() {
    double[] p = new double[20];
    boolean[] late = new boolean[20];
    for (int i = 0; i < 20; i++) {
      p[i] = i < 10 ? 0.25 : 0.75;
      late[i] = i % 2 == 0;
    }
    assertThat(new Predictions(p, late).ece()).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void liftComparesTheTopTenthWithEverybody() {
    double[] p = new double[100];
    boolean[] late = new boolean[100];
    for (int i = 0; i < 100; i++) {
      p[i] = i / 100.0;
      late[i] = i >= 90 || i < 10;
    }
    assertThat(new Predictions(p, late).liftAt10()).isCloseTo(5, within(1e-12));
  }

  @Test
  void equalScoresLiftNothing() {
    double[] p = new double[100];
    boolean[] late = new boolean[100];
    late[99] = true;
    Predictions flat = new Predictions(p, late);
    assertThat(flat.liftAt10()).isCloseTo(1, within(1e-12));
    assertThat(flat.auc()).isEqualTo(0.5);
  }

  @Test
  void brierAndLogLossOfACertainMistake() {
    Predictions mistake = new Predictions(new double[] {0, 1}, new boolean[] {true, true});
    assertThat(mistake.brier()).isEqualTo(0.5);
    assertThat(mistake.logLoss()).isBetween(17.0, 18.0);
  }
}
