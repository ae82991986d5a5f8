package org.feewise.models.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrowthTest {
  @ParameterizedTest
  @ValueSource(ints = {500, 5_000, 50_000})
  void everyWayOfGoingOnEndsAndLeavesTheRestAsItWas(int rows) {
    Growth first = Growth.candidates(rows).getFirst();
    assertThat(steps(Growth::deeper, first)).extracting(Growth::depth).isSorted().endsWith(9);
    assertThat(steps(Growth::finer, first)).extracting(Growth::leafRows).allMatch(r -> r >= 3);
    assertThat(steps(Growth::steadier, first)).extracting(Growth::pull).containsExactly(5.0, 25.0);
    assertThat(steps(Growth::narrower, first))
        .extracting(Growth::columnShare)
        .containsExactly(0.3, 0.15);
    assertThat(steps(Growth::wider, first)).extracting(Growth::columnShare).containsExactly(1.0);
    assertThat(steps(Growth::slower, first))
        .extracting(Growth::shrinkage)
        .isNotEmpty()
        .allMatch(weight -> weight < first.shrinkage() && weight >= 0.01);
    assertThat(first.slower().orElseThrow().shaped(first.depth(), first.shrinkage(), first.trees()))
        .isEqualTo(first);
  }

  @Test
  void treesOfLessWeightAreWaitedForLonger() {
    Growth growth = Growth.candidates(1_000).getFirst();
    assertThat(growth.patience()).isEqualTo(50);
    assertThat(growth.slower().orElseThrow().patience()).isEqualTo(100);
    assertThat(growth.slower().orElseThrow().trees()).isEqualTo(2 * growth.trees());
  }

  private static List<Growth> steps(Function<Growth, Optional<Growth>> step, Growth from) {
    List<Growth> steps = new ArrayList<>();
    for (Optional<Growth> next = step.apply(from); next.isPresent(); ) {
      steps.add(next.get());
      assertThat(steps).hasSizeLessThan(10);
      next = step.apply(next.get());
    }
    return steps;
  }
}
