package org.feewise.models.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.feewise.models.risk.measures.ByPayer;
import org.junit.jupiter.api.Test;

class FairnessAuditTest {
  private final List<String> payers = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();
  private final List<Double> probability = new ArrayList<>();
  private final List<Boolean> late = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(8);

  /**
   * Payers of one group with bills that are late with one chance and are said to be with another.
   */
  private void settle(String group, int count, int bills, double chance, double said) {
    for (int payer = 0; payer < count; payer++) {
      for (int bill = 0; bill < bills; bill++) {
        payers.add(group + payer);
        groups.add(group);
        probability.add(said);
        late.add(random.nextDouble() < chance);
      }
    }
  }

  private List<GroupFairness> audit() {
    boolean[] outcomes = new boolean[late.size()];
    IntStream.range(0, outcomes.length).forEach(i -> outcomes[i] = late.get(i));
    return new FairnessAudit(
            ByPayer.of(payers),
            probability.stream().mapToDouble(Double::doubleValue).toArray(),
            outcomes)
        .of("district", groups);
  }

  @Test
  void aGroupThatIsJudgedTooHarshlyStandsOut() {
    settle("east", 100, 4, 0.2, 0.2);
    settle("west", 100, 4, 0.2, 0.6);
    List<GroupFairness> found = audit();
    assertThat(found).extracting(GroupFairness::group).containsExactly("east", "west");
    GroupFairness east = found.getFirst();
    GroupFairness west = found.getLast();
    assertThat(east.calibration().low()).isNegative();
    assertThat(east.calibration().high()).isPositive();
    assertThat(east.ece()).isLessThan(east.eceIfCalibrated() + 0.02);
    assertThat(east.falsePositive().value()).isZero();
    assertThat(west.calibration().value()).isCloseTo(-0.4, within(0.06));
    assertThat(west.calibration().high()).isLessThan(-0.3);
    assertThat(west.falsePositive().value()).isEqualTo(1);
    assertThat(west.toRest().falsePositive().low()).isGreaterThan(0.9);
    assertThat(west.toRest().calibration().high()).isLessThan(-0.25);
    assertThat(west.ece()).isGreaterThan(west.eceIfCalibrated());
  }

  @Test
  void smallGroupsAreShownTogetherOrNotAtAll() {
    settle("east", 100, 4, 0.2, 0.2);
    settle("west", 40, 4, 0.2, 0.2);
    settle("few bills", 20, 1, 0.2, 0.2);
    settle("few payers", 5, 20, 0.2, 0.2);
    assertThat(audit())
        .extracting(GroupFairness::group, GroupFairness::bills)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("east", 400L),
            org.assertj.core.api.Assertions.tuple("west", 160L),
            org.assertj.core.api.Assertions.tuple(GroupFairness.OTHERS, 120L));
  }

  @Test
  void oneSmallGroupCannotBeToldAsWhatIsMissing() {
    settle("east", 100, 4, 0.2, 0.2);
    settle("west", 40, 4, 0.2, 0.2);
    settle("tiny", 3, 2, 0.2, 0.2);
    assertThat(audit())
        .extracting(GroupFairness::group)
        .containsExactly("east", GroupFairness.OTHERS);
  }

  @Test
  void fewBillsGetNoCalibrationErrorAndNobodyToCompareWithNoDifference() {
    settle("east", 40, 3, 0.2, 0.2);
    GroupFairness only = audit().getFirst();
    assertThat(only.ece()).isNull();
    assertThat(only.toRest()).isNull();
    assertThat(only.payers()).isEqualTo(40);
  }

  @Test
  void anAttributeThatNobodyHasIsLeftOut() {
    settle("east", 40, 3, 0.2, 0.2);
    groups.replaceAll(_ -> null);
    assertThat(audit()).isEmpty();
  }
}
