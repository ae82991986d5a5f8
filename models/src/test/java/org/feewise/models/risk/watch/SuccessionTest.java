package org.feewise.models.risk.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.feewise.models.risk.measures.ByPayer;
import org.feewise.models.risk.watch.Succession.Reason;
import org.junit.jupiter.api.Test;

class SuccessionTest {
  private static final Drift STEADY = new Drift(0, List.of(), null, null, List.of());
  private static final Drift ADRIFT =
      new Drift(500, List.of(new Stability("amount", 0.9, 0.1, 0.25)), null, null, List.of());

  /** Bills of 100 payers whose true chance is known; a champion that errs by so much log-odds. */
  private static Contest contest(long seed, double championErrs, double challengerErrs) {
    SplittableRandom random = new SplittableRandom(seed);
    int bills = 400;
    boolean[] late = new boolean[bills];
    double[] champion = new double[bills];
    double[] challenger = new double[bills];
    double[] habit = random.doubles(100, -3, 1).toArray();
    for (int i = 0; i < bills; i++) {
      double logOdds = habit[i % 100];
      late[i] = random.nextDouble() < logistic(logOdds);
      champion[i] = logistic(logOdds + championErrs * random.nextDouble(-1, 1));
      challenger[i] = logistic(logOdds + challengerErrs * random.nextDouble(-1, 1));
    }
    return Contest.of(judged(champion, late), challenger);
  }

  private static JudgedBills judged(double[] probability, boolean[] late) {
    return new JudgedBills(
        Collections.nCopies(late.length, LocalDate.of(2026, 3, 1)),
        ByPayer.of(IntStream.range(0, late.length).mapToObj(i -> "c" + i % 100).toList()),
        probability,
        late);
  }

  private static double logistic(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  private static Reason decide(Contest contest, Drift ofChallenger, Drift ofChampion) {
    return Succession.decide("new", "old", Optional.ofNullable(contest), ofChallenger, ofChampion)
        .reason();
  }

  @Test
  void aClearlyBetterChallengerWins() {
    Contest contest = contest(1, 2.5, 0.1);
    assertThat(contest.isWon()).isTrue();
    assertThat(contest.gain().value())
        .isEqualTo(contest.champion().logLoss() - contest.challenger().logLoss(), within(1e-9));
    assertThat(decide(contest, STEADY, STEADY)).isEqualTo(Reason.CHALLENGER_WON);
  }

  @Test
  void equalsSeldomDeposeAChampion() {
    long won = IntStream.range(0, 400).filter(seed -> contest(seed, 0.5, 0.5).isWon()).count();
    assertThat(won).isLessThan(20);
  }

  @Test
  void aGainWithinTheMarginIsNoVictory() {
    boolean[] late = new boolean[400];
    IntStream.range(0, 400).filter(i -> i % 5 == 0).forEach(i -> late[i] = true);
    double[] champion = new double[400];
    double[] challenger = new double[400];
    for (int i = 0; i < 400; i++) {
      champion[i] = late[i] ? 0.5 : 0.1;
      challenger[i] = late[i] ? 0.5005 : 0.0995;
    }
    Contest contest = Contest.of(judged(champion, late), challenger);
    assertThat(contest.gain().low()).isPositive();
    assertThat(contest.gain().value()).isLessThan(Contest.MARGIN);
    assertThat(contest.isWon()).isFalse();
    assertThat(decide(contest, STEADY, STEADY)).isEqualTo(Reason.CHAMPION_STAYS);
  }

  @Test
  void theIntervalOfTheGainIsThatOfABootstrapOverPayers() {
    SplittableRandom random = new SplittableRandom(9);
    boolean[] late = new boolean[400];
    double[] champion = new double[400];
    double[] challenger = new double[400];
    double[] gain = new double[100];
    for (int i = 0; i < 400; i++) {
      late[i] = random.nextDouble() < 0.3;
      champion[i] = random.nextDouble(0.05, 0.6);
      challenger[i] = random.nextDouble(0.1, 0.5);
      double before = Math.log(late[i] ? champion[i] : 1 - champion[i]);
      double after = Math.log(late[i] ? challenger[i] : 1 - challenger[i]);
      gain[i % 100] += (after - before) / 4;
    }
    double[] means = new double[10_000];
    for (int draw = 0; draw < means.length; draw++) {
      means[draw] = IntStream.range(0, 100).mapToDouble(_ -> gain[random.nextInt(100)]).sum() / 100;
    }
    Arrays.sort(means);
    Contest contest = Contest.of(judged(champion, late), challenger);
    assertThat(contest.gain().low()).isCloseTo(means[250], within(0.008));
    assertThat(contest.gain().high()).isCloseTo(means[9_749], within(0.008));
  }

  @Test
  void aChampionAdriftYieldsToOneThatIsNotUnlessThatIsSurelyWorse() {
    Contest even = contest(3, 0.5, 0.5);
    assertThat(even.isWon() || even.isSurelyLost()).isFalse();
    assertThat(decide(even, STEADY, ADRIFT)).isEqualTo(Reason.CHAMPION_DRIFTED);
    assertThat(decide(null, STEADY, ADRIFT)).isEqualTo(Reason.CHAMPION_DRIFTED);
    assertThat(decide(even, ADRIFT, ADRIFT)).isEqualTo(Reason.CHAMPION_STAYS);
    Contest lost = contest(3, 0.1, 2.5);
    assertThat(lost.isSurelyLost()).isTrue();
    assertThat(decide(lost, STEADY, ADRIFT)).isEqualTo(Reason.CHAMPION_STAYS);
  }

  @Test
  void withoutNewBillsTheChampionStays() {
    assertThat(decide(null, STEADY, STEADY)).isEqualTo(Reason.TOO_FEW_NEW_BILLS);
  }
}
