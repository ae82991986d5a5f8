package org.feewise.models.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CategoryRatesTest {

  @Test
  void aRateIsTheShareOfItsRowsAndFifteenMoreAtTheShareOfAll() {
    String[] towns = new String[30];
    boolean[] late = new boolean[30];
    for (int i = 0; i < 30; i++) {
      towns[i] = i < 10 ? "east" : i < 20 ? "west" : null;
      late[i] = i < 8;
    }
    CategoryRates.Learnt learnt = CategoryRates.learn(towns, late, 8 / 30.0);
    assertThat(learnt.rates().of("east")).isCloseTo((8 + 15 * 8 / 30.0) / 25, within(1e-12));
    assertThat(learnt.rates().of(null)).isCloseTo(15 * 8 / 30.0 / 25, within(1e-12));
    assertThat(learnt.rates().of("never seen")).isEqualTo(8 / 30.0);
  }

  /** Shops that differ, each with so many rows. */
  private record Shops(String[] names, boolean[] late) {
    static Shops draw(long seed, int shops, int rows, boolean different) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] chance = new double[shops];
      for (int i = 0; i < shops; i++) {
        chance[i] = different ? random.nextDouble() : 0.4;
      }
      String[] names = new String[rows];
      boolean[] late = new boolean[rows];
      for (int i = 0; i < rows; i++) {
        int shop = random.nextInt(shops);
        names[i] = "shop " + shop;
        late[i] = random.nextDouble() < chance[shop];
      }
      return new Shops(names, late);
    }

    CategoryRates.Learnt learn() {
      int lates = 0;
      for (boolean each : late) {
        lates += each ? 1 : 0;
      }
      return CategoryRates.learn(names, late, (double) lates / late.length);
    }
  }

  @Property(tries = 30)
  void amongManyValuesARowNeverSeesItsOwnLabel(
      @ForAll @IntRange(max = 1000) int seed, @ForAll @IntRange(max = 399) int row) {
    Shops shops = Shops.draw(seed, 40, 400, true);
    double before = CategoryRates.learn(shops.names(), shops.late(), 0.5).ofTraining()[row];
    boolean[] other = shops.late().clone();
    other[row] = !other[row];
    double after = CategoryRates.learn(shops.names(), other, 0.5).ofTraining()[row];
    assertThat(after)
        .isIn(
            before,
            shrunkOtherwise(shops, other, row, 3),
            shrunkOtherwise(shops, other, row, 15),
            shrunkOtherwise(shops, other, row, 60));
  }

  /** What the rows of the other folds say, when the other choice of shrinking won. */
  private static double shrunkOtherwise(Shops shops, boolean[] late, int row, double prior) {
    double count = prior;
    double sum = prior * 0.5;
    for (int i = 0; i < late.length; i++) {
      if (i % 5 != row % 5 && shops.names()[i].equals(shops.names()[row])) {
        count++;
        sum += late[i] ? 1 : 0;
      }
    }
    return sum / count;
  }

  @Test
  void manyValuesAreKeptOnlyWhereTheyTellSomethingOfOtherRows() {
    assertThat(Shops.draw(1, 60, 3000, true).learn().tells()).isTrue();
    assertThat(Shops.draw(2, 60, 3000, false).learn().tells()).isFalse();
    assertThat(Shops.draw(3, 1, 100, true).learn().tells()).isFalse();
  }

  @Test
  void valuesThatDifferMuchAreShrunkLittle() {
    CategoryRates.Learnt learnt = Shops.draw(4, 100, 2000, true).learn();
    double extreme =
        learnt.rates().rates().values().stream().mapToDouble(rate -> rate).max().orElseThrow();
    assertThat(extreme).isGreaterThan(0.85);
  }
}
