package org.feewise.models.risk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.feewise.models.risk.features.FeatureRow;
import org.feewise.models.risk.features.FeatureSchema;
import org.feewise.models.risk.measures.ByPayer;
import org.junit.jupiter.api.Test;

/** Monthly bills of payers with habits, scored by their true chance: nothing drifts of itself. */
class DriftTest {
  private static final FeatureSchema SCHEMA =
      new FeatureSchema(
          FeatureSchema.CURRENT_VERSION,
          List.of("habit", "amount", "age", "month"),
          List.of("fee"));
  private static final List<String> NAMES = List.of("habit", "amount", "age", "month", "fee");
  private static final LocalDate START = LocalDate.of(2025, 1, 5);
  private static final int MONTHS = 15;

  private record Town(
      List<FeatureRow> rows,
      List<LocalDate> issuedOn,
      List<String> payers,
      List<Double> probability,
      List<Boolean> late) {

    static Town settle(long seed, int payers) {
      SplittableRandom random = new SplittableRandom(seed);
      Town town =
          new Town(
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>());
      double[] habit = random.doubles(payers).map(u -> u * u).toArray();
      for (int month = 0; month < MONTHS; month++) {
        for (int payer = 0; payer < payers; payer++) {
          for (String fee : List.of("WATER", "POWER")) {
            town.add(random, month, payer, habit[payer], fee);
          }
        }
      }
      return town;
    }

    private void add(SplittableRandom random, int month, int payer, double habit, String fee) {
      LocalDate day = START.plusMonths(month);
      double amount = (fee.equals("WATER") ? 40 : 90) + 20 * habit + 10 * random.nextDouble();
      rows.add(
          new FeatureRow(
              new double[] {habit, amount, month, day.getMonthValue()}, new String[] {fee}));
      issuedOn.add(day);
      payers.add("c" + payer);
      double chance = 0.05 + 0.8 * habit;
      probability.add(chance);
      late.add(random.nextDouble() < chance);
    }

    Drift watched(DoubleUnaryOperator amount, boolean flipped, boolean shifted) {
      int size = rows.size();
      int perMonth = size / MONTHS;
      int[] old = IntStream.range(0, size - perMonth).toArray();
      int[] now = IntStream.range(size - perMonth, size).toArray();
      int[] held = IntStream.range(size - 4 * perMonth, size - perMonth).toArray();
      Reference reference =
          Reference.learn(
              SCHEMA,
              NAMES,
              new Reference.Issued(
                  IntStream.of(old).mapToObj(rows::get).toArray(FeatureRow[]::new),
                  IntStream.of(old).mapToObj(issuedOn::get).toList(),
                  IntStream.of(old).mapToDouble(probability::get).toArray()),
              judged(held, false),
              IntStream.of(held).mapToDouble(probability::get).toArray());
      FeatureRow[] newest =
          IntStream.of(now)
              .mapToObj(rows::get)
              .map(
                  row -> {
                    double[] numbers = row.numbers().clone();
                    numbers[1] = amount.applyAsDouble(numbers[1]);
                    return new FeatureRow(numbers, row.categories());
                  })
              .toArray(FeatureRow[]::new);
      double[] scores =
          IntStream.of(now)
              .mapToDouble(
                  i -> shifted ? Math.min(1, probability.get(i) + 0.4) : probability.get(i))
              .toArray();
      ByPayer who = ByPayer.of(IntStream.of(now).mapToObj(payers::get).toList());
      JudgedBills recent = judged(now, flipped);
      return Drift.measure(
          reference, SCHEMA, new Drift.Newest(newest, who, scores), recent, recent);
    }

    private JudgedBills judged(int[] which, boolean flipped) {
      boolean[] outcomes = new boolean[which.length];
      IntStream.range(0, which.length).forEach(i -> outcomes[i] = late.get(which[i]) ^ flipped);
      return new JudgedBills(
          IntStream.of(which).mapToObj(i -> issuedOn.get(i).plusDays(20)).toList(),
          ByPayer.of(IntStream.of(which).mapToObj(payers::get).toList()),
          IntStream.of(which).mapToDouble(probability::get).toArray(),
          outcomes);
    }
  }

  @Test
  void chanceRaisesNoAlarmInAHundredTowns() {
    int alarms = 0;
    for (int seed = 0; seed < 100; seed++) {
      Drift drift = Town.settle(seed, 60).watched(amount -> amount, false, false);
      alarms += drift.isOutOfBounds() ? 1 : 0;
      assertThat(drift.features()).hasSize(5);
    }
    assertThat(alarms).isLessThanOrEqualTo(2);
  }

  @Test
  void whatGrowsOrTurnsWithTheYearIsToldAndStopsNothing() {
    Drift drift = Town.settle(1, 60).watched(amount -> amount, false, false);
    assertThat(drift.features())
        .filteredOn(feature -> List.of("age", "month").contains(feature.name()))
        .hasSize(2)
        .allSatisfy(
            feature -> {
              assertThat(feature.psi()).isGreaterThan(Drift.MAJOR_SHIFT);
              assertThat(feature.isOut()).isFalse();
            });
  }

  @Test
  void amountsInAnotherUnitAreNamed() {
    assertThat(Town.settle(2, 60).watched(amount -> amount * 100, false, false).alarms())
        .extracting(Alarm::kind, Alarm::name)
        .containsExactly(org.assertj.core.api.Assertions.tuple(Alarm.Kind.FEATURE, "amount"));
    assertThat(Town.settle(2, 60).watched(_ -> Double.NaN, false, false).alarms())
        .extracting(Alarm::name)
        .containsExactly("amount");
  }

  @Test
  void scoresThatMovedAreNamed() {
    assertThat(Town.settle(3, 60).watched(amount -> amount, false, true).alarms())
        .extracting(Alarm::kind)
        .containsExactly(Alarm.Kind.SCORE);
  }

  @Test
  void outcomesTurnedRoundAreNamed() {
    assertThat(Town.settle(4, 120).watched(amount -> amount, true, false).alarms())
        .extracting(Alarm::kind)
        .contains(Alarm.Kind.SHARE, Alarm.Kind.ERROR);
  }

  @Test
  void tooFewBillsTellNothing() {
    Drift drift = Town.settle(5, 20).watched(_ -> 0, true, true);
    assertThat(drift.alarms()).isEmpty();
    assertThat(drift.features()).isEmpty();
    assertThat(drift.recent()).isNull();
  }

  @Test
  void monthsTellWhatWasExpectedAndWhatCame() {
    Drift drift = Town.settle(6, 60).watched(amount -> amount, false, false);
    assertThat(drift.months())
        .extracting(MonthCalibration::month)
        .containsExactly("2025-12", "2026-01", "2026-02", "2026-03");
    assertThat(drift.months())
        .extracting(MonthCalibration::heldBack)
        .containsExactly(true, true, true, false);
    MonthCalibration last = drift.months().getLast();
    assertThat(last.bills()).isEqualTo(120);
    assertThat(last.gap().value())
        .isEqualTo(
            last.observed() - last.expected(), org.assertj.core.api.Assertions.within(1e-12));
  }
}
